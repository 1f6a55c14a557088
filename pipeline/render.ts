import { createHash } from 'node:crypto';
import { PACK_KINDS } from '../templates/registry.ts';
import type { PrintJob } from './model/job.ts';
import type { Paper } from './model/manifest.ts';
import type { Pack } from './model/pack.ts';
import { legible } from './render/coverage.ts';
import type { Templates, Words } from './render/templates.ts';
import { letter, viewer } from './render/view.ts';
import { levelName, titled } from './render/wording.ts';
import { GENERAL } from './select/nearness.ts';

/** What a print job depends on besides the pack. */
export type RenderContext = {
  templates: Templates;
  /** Everything that shapes the bytes and is not in the job: browser, fonts, program. It is part of the job's id. */
  versions: Record<string, string>;
  /** A line of the user's own at the foot of every page. */
  branding?: string | undefined;
};

/** Makes the page of a pack as a print job: whole HTML of the body, nothing laid out yet. */
export function render(pack: Pack, paper: Paper, { templates, versions, branding }: RenderContext): PrintJob {
  const kind = PACK_KINDS[pack.kind];
  const page = templates.pages[pack.kind];
  if (!kind || !page) throw new Error(`No template for packs of the kind "${pack.kind}"`);
  const view = viewer(pack, templates.words);
  const views = Object.entries(kind.sections).map(
    ([name, rule]) => [name, view(rule, pack.sections[name] ?? [])] as const,
  );
  const sections = Object.fromEntries(views.map(([name, { entries }]) => [name, entries]));
  const borrowed = Object.fromEntries(views.map(([name, { from, notes }]) => [name, { from, notes }]));
  const heading = headingOf(pack, templates.words);
  const html = page({
    words: templates.words,
    heading,
    sections,
    borrowed,
    sources: sourcesView(pack),
    footer: { ...heading, date: newestDate(pack), hash: contentHash(pack), branding: branding ?? null },
    leftOut: pack.leftOut.length,
    extra: kind.view?.(pack, sections, templates.words) ?? {},
  });
  const job = {
    name: `${pack.path}.${paper}`,
    title: [heading.company, heading.level, heading.kind].filter(Boolean).join(' · '),
    language: 'en',
    kind: pack.kind,
    paper,
    html: legible(html, templates.covers),
    budget: kind.budget,
  };
  return { id: jobId(job, templates, versions), ...job };
}

/** The hash of everything that a job holds, with the style and the versions it is made for. */
export function jobId(job: Omit<PrintJob, 'id'>, { styles }: Templates, versions: Record<string, string>): string {
  const all = [job, styles[job.kind]?.css, Object.entries(versions).sort()];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** Eight hexadecimal digits over what the pack says, for people to compare two sheets by. */
function contentHash({ audience, sections }: Pack): string {
  return createHash('sha256')
    .update(JSON.stringify([audience, sections]))
    .digest('hex')
    .slice(0, 8);
}

function newestDate({ sources }: Pack): string | null {
  return (
    sources
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(-1) ?? null
  );
}

function headingOf({ audience, kind, sure }: Pack, words: Words) {
  const { company, level, band, role } = audience;
  const note = level === null ? words.noLevel : null;
  return {
    company: company === GENERAL ? words.general : titled(company),
    level: level === null ? null : levelName(level, words),
    band: band === null ? null : words.bands[band],
    sure: sure === null ? '' : words.sure[sure],
    role: role === null ? null : titled(role),
    kind: nameOfKind(kind, words),
    note: company === GENERAL ? words.everybody : note,
  };
}

/** A kind's name for people: its own folder's name where the words have none. */
function nameOfKind(kind: string, { kinds }: Words): string {
  return Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? titled(kind);
}

/** The key of the marks: each file's letter, with the ids that are printed from it. */
function sourcesView({ sections, sources }: Pack) {
  const printed = Object.values(sections)
    .flat()
    .flatMap((entry) => [entry, ...entry.attached])
    .flatMap(({ item, twins }) => [{ id: item.id, file: item.source.file }, ...twins]);
  return sources.map(({ file, title }, index) => {
    const ids = printed.filter((place) => place.file === file).map(({ id }) => id);
    return { letter: letter(index), file, title, ids: [...new Set(ids)].join(' ') };
  });
}
