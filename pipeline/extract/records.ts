import { anyScope } from '../model/any-scope.ts';
import type { Scope } from '../model/scope.ts';
import { isRoleName } from '../vocabulary/vocabulary.ts';
import type { AnyDraft } from './draft.ts';
import { type Labelled, labelledIn } from './metadata.ts';
import type { Page } from './page.ts';
import { labelledScope } from './scope.ts';

/** The fields of a scope that a record's header sets for all that stands below it. */
const FIELDS = ['companies', 'roles', 'levels', 'rounds', 'difficulty'] as const;
const NAMES = {
  company: 'companies',
  role: 'roles',
  level: 'levels',
  round: 'rounds',
  difficulty: 'difficulty',
} as const;
type Name = keyof typeof NAMES;

/** The labels of which one begins each record. */
const OPENING: Name[] = ['role', 'company', 'round', 'level'];

interface Header {
  line: number;
  labelled: Labelled[];
}

/** How many lines a record's header may be long. */
const HEADER = 8;

/**
 * A page of several records (reviews of interviews, reports of several rounds), each with a header of its own: what stands below a header has its
 * scope, whatever headings stand between, until the next header. Two headers that begin with the same label and differ make records.
 */
export function scopeRecords(page: Page): void {
  const headers = headersOf(page);
  const opening = OPENING.find(
    (name) =>
      new Set(
        headers
          .flatMap(({ labelled }) => labelled)
          .filter(({ label }) => label === name)
          .map(({ value }) => value),
      ).size >= 2,
  );
  const starts = headers.filter(({ labelled }) => labelled.some(({ label }) => label === opening));
  if (!opening) return;
  const records = starts.map(({ line }, i) => {
    const end = starts[i + 1]?.line ?? Number.POSITIVE_INFINITY;
    const own = headers.filter((header) => header.line >= line && header.line < Math.min(end, line + HEADER));
    return { line, end, labelled: own.flatMap(({ labelled }) => labelled) };
  });
  const set = new Set(records.flatMap(({ labelled }) => labelled.map(({ label }) => NAMES[label as Name])));
  for (const draft of page.drafts) {
    const record = records.find(({ line, end }) => draft.span.startLine >= line && draft.span.startLine < end);
    const { place, scope } = draft;
    // What says of itself for whom it is belongs to no record above another heading.
    const isOpen = scope === place.scope || (place.section.heading?.startLine ?? 0) < (record?.line ?? 0);
    if (record && isOpen) draft.scope = { ...within(place.scope, record.labelled, set), ...ownOf(draft) };
  }
}

/** What an item says of itself, besides what its place says. */
const ownOf = ({ scope, place }: AnyDraft): Partial<Scope> =>
  scope === place.scope
    ? {}
    : Object.fromEntries(
        Object.entries(scope).filter(
          ([name, value]) => name === 'difficulty' || value !== place.scope[name as keyof Scope],
        ),
      );

/** A scope with the record's values; what another record's header set is not its own. */
function within(scope: Scope, labelled: Labelled[], set: Set<string>): Scope {
  const own = labelled.reduce((made, { label, value }) => labelledScope(made, label, value), anyScope());
  const { difficulty, ...bare } = scope;
  const kept = set.has('difficulty') || difficulty === undefined ? bare : scope;
  const fields = FIELDS.filter((name) => name !== 'difficulty' && own[name].length > 0);
  return {
    ...kept,
    ...Object.fromEntries(fields.map((name) => [name, own[name]])),
    ...(own.difficulty ? { difficulty: own.difficulty } : {}),
  };
}

/** Lines that set a scope's field by its label, and titles like "Data Engineer Interview". */
function headersOf(page: Page): Header[] {
  const headers: Header[] = [];
  for (const { section, heading } of page.places) {
    if (section.heading) headers.push({ line: section.heading.startLine, labelled: titled(heading) });
    const [top] = section.blocks;
    for (const block of section.blocks)
      if (block.type === 'paragraph')
        headers.push({
          line: (block === top ? section.heading : undefined)?.startLine ?? block.startLine,
          labelled: [...labelledIn(block).filter(({ label }) => label in NAMES), ...titled(block.text)],
        });
  }
  return headers.filter(({ labelled }) => labelled.length > 0).sort((a, b) => a.line - b.line);
}

/** "Data Engineer Interview", "Interview for Product Manager": the role whose interview a record tells of. */
function titled(text: string): Labelled[] {
  const role =
    /^(.{3,40}) interview(?: experience| review)?$/i.exec(text)?.[1] ??
    /^interview (?:for|as) (?:an? )?(.{3,40})$/i.exec(text)?.[1];
  return role && isRoleName(role) ? [{ label: 'role', value: role }] : [];
}
