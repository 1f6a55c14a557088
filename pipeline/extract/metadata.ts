import { anyScope } from '../model/any-scope.ts';
import type { Scope } from '../model/scope.ts';
import type { Block, Entry, Paragraph, Section } from '../outline/block.ts';
import { walkSections } from '../outline/block.ts';
import { promptStrength } from '../outline/prompt.ts';
import { companiesIn, companyOf } from '../vocabulary/companies.ts';
import { type Metadata, metadataOf, roleOfHeading } from '../vocabulary/vocabulary.ts';
import { infoboxScope, isInfobox, isSubject, subjectScope, titleCompany } from './header.ts';
import { dividedScope, headingScope, isAny, labelledScope } from './scope.ts';

/** One labelled line of a header: what it says, and the rule that knows it. */
export interface Labelled {
  label: Metadata;
  value: string;
}

const DATE =
  /^(?:last updated|updated|published|posted|last reviewed|last checked|as of|stand|mis à jour|actualizado)\b[\s:]*(?:on\s+)?([\p{L}\d][\p{L}\d ,./-]{3,30})?$/iu;

/** The labelled values of a header line: "Company: Meta", "Role: MLE | Level: IC5", "Last updated 2026-09-14". */
export function labelledIn(block: Paragraph | Entry): Labelled[] {
  const { text } = block;
  if (text.length > 300 || isSubject(text)) return [];
  const date = DATE.exec(text);
  if (date) return [{ label: 'date', value: date[1] ?? '' }];
  const parts = text.split(/\s+[|·•]\s+/).flatMap(splitAtLabels);
  const labelled = parts.map((part) => {
    const found = /^([\p{L}][\p{L} _-]{1,30}?)\s*:\s*(.*)$/u.exec(part);
    const label = found && metadataOf(found[1] ?? '');
    return label && { label, value: found[2] ?? '' };
  });
  if (labelled.every((one): one is Labelled => Boolean(one)))
    return labelled.filter((one) => one.label === 'summary' || one.value.length <= 90);
  return [];
}

/** "Company: Google Role: Machine Learning Engineer": several labels on one line with nothing between them. */
function splitAtLabels(text: string): string[] {
  const starts: number[] = [];
  let end = 0;
  for (const found of text.matchAll(/(?<=^|\s)(?=(\p{Lu}\p{L}+ \p{Lu}?\p{L}+|\p{Lu}\p{L}+):\s)/gu)) {
    if (found.index < end || !metadataOf(found[1] ?? '')) continue;
    starts.push(found.index);
    end = found.index + (found[1] ?? '').length;
  }
  if (starts.length < 2 || starts[0] !== 0) return [text];
  return starts.map((start, i) => text.slice(start, starts[i + 1]).trim());
}

/** The scope that the document's title and header give to all of it. */
export function documentScope(root: Section): Scope {
  const [first] = root.sections;
  const title = first?.heading?.text ?? '';
  const peers = root.sections.filter(
    ({ depth, heading }) => depth === first?.depth && heading && companiesIn(heading.text).length > 0,
  );
  const isTitle = first !== undefined && !(peers.length > 1) && roleOfHeading(title)?.role !== 'solution';
  let scope = isTitle ? headingScope(anyScope(), title, promptStrength(title) >= 2, true) : anyScope();
  const header = [...headerBlocks(root, isTitle ? first : undefined)];
  const changing = changingLabels(header.flatMap(labelledIn));
  for (const block of header) {
    const subject = subjectScope(scope, block.text);
    for (const { label, value } of labelledIn(block))
      if (!changing.has(label)) scope = labelledScope(scope, label, value);
    const divided = block.type === 'paragraph' ? dividedLine(scope, block) : undefined;
    scope = divided ?? subject ?? scope;
    if (block.type === 'paragraph')
      for (const { label, value } of saidIn(block.text)) scope = labelledScope(scope, label, value);
    const target = TARGET.exec(block.text)?.[1];
    if (target && labelledIn(block).length === 0) scope = labelledScope(scope, 'level', target);
  }
  for (const block of [...root.blocks, ...(first?.blocks ?? [])].slice(0, 16))
    if (block.type === 'table' && isInfobox(block)) scope = infoboxScope(scope, block);
  const own = scope.companies.length === 0 ? titleCompany(title, root) : undefined;
  if (own) scope = { ...scope, companies: [own] };
  for (const section of walkSections(root)) scope = { ...scope, ...headedValue(scope, section) };
  return { ...scope, ...levelTarget(root) };
}

/** The labels under which several values stand: each holds for what stands below it, and none for the whole document. */
function changingLabels(labelled: readonly Labelled[]): Set<Metadata> {
  const values = new Map<Metadata, Set<string>>();
  for (const { label, value } of labelled)
    if (!isAny(value)) values.set(label, (values.get(label) ?? new Set()).add(value));
  return new Set([...values].flatMap(([label, all]) => (all.size >= 2 ? [label] : [])));
}

/** "My loop is in May. Company: Amazon. Level: L6. What should I …": two labels or more, each with its value as a sentence. */
function saidIn(text: string): Labelled[] {
  const said = [...text.matchAll(SAID)].flatMap(([, name = '', value = '']) => {
    const label = metadataOf(name);
    return label && label in SCOPED ? [{ label, value }] : [];
  });
  // Of two offers neither is the page's.
  const isOne = new Set(said.map(({ label }) => label)).size === said.length;
  return said.length >= 2 && isOne ? said : [];
}

const SAID = /(?<=^|[.!?] )(\p{Lu}\p{L}{2,20}): ([^.:!?]{2,40})(?=\.(?: |$))/gu;
const SCOPED = { company: true, role: true, level: true, round: true, difficulty: true };

/** "… Level target: L6. …" inside a paragraph of the header. */
const TARGET = /\b(?:level target|target level)\s*:\s*([^.;,]{2,20})/i;

/** "Meta · Machine Learning Engineer · Onsite · medium" alone on its line. */
export function dividedLine(scope: Scope, block: Paragraph): Scope | undefined {
  if (block.text.length >= 120) return undefined;
  const asked = ASKED.exec(block.text)?.[1];
  if (asked) return askedScope(scope, asked.split(/\s*[,·•|]\s*/));
  const parts = block.text.split(/\s+[·•|]\s+/);
  // A question with its scope behind it is no header.
  return parts.length >= 2 && promptStrength(parts[0] ?? '') < 2 ? dividedScope(scope, parts) : undefined;
}

/** "Asked at Stripe and Uber, Data Scientist, Onsite". */
const ASKED = /^(?:(?:recently|often|commonly|frequently) )?(?:asked|reported|seen) (?:at|by) ([^:]+?)\.?$/i;

function askedScope(scope: Scope, [who = '', ...parts]: string[]): Scope | undefined {
  const companies = who.split(/\s*(?:\band\b|[&/])\s*/).map((name) => companyOf(name));
  if (!companies.every((name) => name !== undefined)) return undefined;
  const named = { ...scope, companies };
  return parts.length > 0 ? dividedScope(named, parts) : named;
}

/** "##### Level" over "L5": a heading that is a label, with its value alone below. */
export function headedValue(scope: Scope, section: Section): Scope | undefined {
  const label = section.heading && metadataOf(section.heading.text);
  const [block, ...more] = section.blocks.filter(({ type }) => type !== 'divider');
  if (!label || label === 'summary' || more.length > 0 || block?.type !== 'paragraph' || block.text.length > 80)
    return undefined;
  const parts = block.text.split(/\s*[/|·]\s*/);
  return (parts.length > 1 ? dividedScope(scope, parts) : undefined) ?? labelledScope(scope, label, block.text);
}

function* headerBlocks(root: Section, title: Section | undefined): Generator<Paragraph | Entry> {
  for (const block of [...root.blocks, ...(title?.blocks ?? [])].slice(0, 16)) {
    if (block.type === 'paragraph') yield block;
    if (block.type === 'list') yield* block.entries.filter((entry) => entry.blocks.length === 0);
  }
}

/** "Level target: IC6+" among the conditions of a round holds for the whole page. */
function levelTarget(root: Section): Partial<Scope> {
  const found = new Set<string>();
  for (const section of walkSections(root)) {
    if (!section.heading || roleOfHeading(section.heading.text)?.role !== 'constraint') continue;
    for (const block of section.blocks.flatMap((one: Block) => (one.type === 'list' ? one.entries : [one])))
      if (
        (block.type === 'entry' || block.type === 'paragraph') &&
        block.lead &&
        metadataOf(block.lead.text) === 'level'
      )
        for (const level of labelledScope(anyScope(), 'level', block.lead.rest.split(/[.;]\s/)[0] ?? '').levels)
          found.add(level);
  }
  return found.size > 0 ? { levels: [...found] } : {};
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The newest date that a text writes, as `2026-09-14`, `2026-09` or nothing: ISO dates, "14 September 2026", "September 14, 2026", "September 2026". */
export function newestDate(text: string): string | undefined {
  const dates = [...text.matchAll(/\b(20\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?\b/g)].map(([date]) => date);
  const months = MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|');
  const pad = (value: string | number) => String(value).padStart(2, '0');
  const number = (month: string) =>
    pad(MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1);
  for (const [, day, month = '', year] of text.matchAll(
    new RegExp(`\\b(?:(\\d{1,2})\\.? )?(${months})\\.?,? (20\\d\\d)\\b`, 'gi'),
  ))
    dates.push(`${year}-${number(month)}${day ? `-${pad(day)}` : ''}`);
  for (const [, month = '', day = '', year] of text.matchAll(
    new RegExp(`\\b(${months})\\.? (\\d{1,2}),? (20\\d\\d)\\b`, 'gi'),
  ))
    dates.push(`${year}-${number(month)}-${pad(day)}`);
  return dates.sort().at(-1);
}
