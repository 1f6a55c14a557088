import type { Scope } from '../model/scope.ts';
import { type Block, type Section, walkSections } from '../outline/block.ts';
import type { Role } from '../vocabulary/vocabulary.ts';
import { beatNamed } from './beats.ts';
import { advisesBeforeAnswer } from './before-answer.ts';
import type { AnyDraft, Draft } from './draft.ts';
import { asksIn } from './heading-asks.ts';
import { inherited, isMixedTitle, ownRoleOf } from './heading-role.ts';
import { dividedLine, documentScope, labelledIn } from './metadata.ts';
import { type Counting, counted, countingOf } from './parts.ts';
import { headingScope, labelledScope } from './scope.ts';

/** A section with what its heading and its ancestors say about it. */
export interface Place {
  section: Section;
  heading: string;
  /** Headings from the top down to this one. */
  path: string[];
  /** What the heading itself announces. */
  ownRole?: Role;
  /** The same, or what the nearest ancestor announces. */
  role?: Role;
  /** The beat that the heading names. */
  beat?: string;
  /** The number of a part, a question or a section that the heading counts. */
  part?: number;
  /** The heading asks the candidate something. */
  asks: boolean;
  /** Says nothing of asking itself, and stands among headings that ask. */
  amongAsked?: true;
  /** Stands below the heading of a solution. */
  solved: boolean;
  scope: Scope;
  parent?: Place;
  children: Place[];
  /** The question that this section belongs to. */
  question?: Draft<'question'>;
}

/** What recognisers read and write: places in order, what is taken already, and the drafts made so far. */
export interface Page {
  root: Place;
  places: Place[];
  taken: Set<Block | Section>;
  drafts: AnyDraft[];
  metadata: { line: number; rule: string }[];
  boilerplate: { line: number; rule: string }[];
  /** A thread of posts, where questions in plain text are asked of other readers. */
  isForum: boolean;
  /** The questions among the first drafts, by the words of their texts and titles. */
  asked: { upTo: number; byWords: Map<string, Draft<'question'>> };
  /** The number under which the page counts a question. */
  numbers: Map<Draft<'question'>, number>;
  counting: Counting;
}

/** Sections → a page: every section with its role, its scope and its place in the document. */
export function openPage(root: Section): Page {
  const places: Place[] = [];
  const bySection = new Map<Section, Place>();
  let solved = false;
  const titles = new Set<Place>();
  const whole = documentScope(root);
  const ordered = [...walkSections(root)].sort((a, b) => (a.heading?.startLine ?? 0) - (b.heading?.startLine ?? 0));
  const counting = countingOf(ordered.map((section) => section.heading?.text ?? ''));
  for (const section of ordered) {
    const parent = section.parent && bySection.get(section.parent);
    const heading = section.heading?.text ?? '';
    let ownRole = ownRoleOf(section, parent, counting.heading);
    if (ownRole === 'question-to-ask' && parent && parent.section.depth > 1 && CLARIFIES.test(parent.heading))
      ownRole = 'clarifying-question';
    if (ownRole === 'solution' && !section.box && parent?.part !== undefined) ownRole = 'worked-example';
    // What a solution lays down, or what is read before an answer, is a rule of the answer and no condition of the round.
    const isAdvice = advisesBeforeAnswer(section);
    if (ownRole === 'constraint' && (solved || isAdvice) && /\brules?\b/i.test(heading)) ownRole = 'guidance';
    if (ownRole === 'checklist-item' && solved && isAdvice) ownRole = 'guidance';
    if (ownRole === 'follow-up' && solved && places.some((place) => place.ownRole === 'follow-up' && !place.solved))
      ownRole = 'follow-up-answer';
    if (ownRole === 'solution' && !section.label && !section.box && !/^how (?:to|do)\b/i.test(heading)) solved = true;
    const asks = heading !== '' && ownRole === undefined && asksIn(section, counting.heading);
    const part =
      counting.heading.exec(heading)?.[1] ??
      section.number?.toString() ??
      (/^(\d{1,2})[.):]\s/.exec(heading)?.[1] || undefined);
    const beat = beatNamed(heading);
    const resets = asks || (part !== undefined && ownRole === undefined);
    const role = ownRole ?? (parent && titles.has(parent) ? undefined : inherited(parent?.role, section, resets));
    const place: Place = {
      section,
      heading,
      path: parent ? [...parent.path, ...(heading === '' ? [] : [heading])] : [],
      ...(ownRole ? { ownRole } : {}),
      ...(role ? { role } : {}),
      ...(beat ? { beat } : {}),
      ...(part ? { part: counted(part) } : {}),
      asks,
      solved,
      scope: heads(role)
        ? ownScope(headingScope(parent?.scope ?? whole, heading, asks, false), section, parent === undefined)
        : headingScope(parent?.scope ?? whole, heading, asks, false),
      ...(parent ? { parent } : {}),
      children: [],
    };
    parent?.children.push(place);
    bySection.set(section, place);
    places.push(place);
    if (isMixedTitle(section)) titles.add(place);
  }
  return {
    root: places[0] as Place,
    places,
    taken: new Set(),
    drafts: [],
    metadata: [],
    boilerplate: [],
    isForum: false,
    asked: { upTo: 0, byWords: new Map() },
    numbers: new Map(),
    counting,
  };
}

/** What comes before an answer: "Step 1: Clarify the context". */
const CLARIFIES = /\b(?:clarif\w+|scop(?:e|ing)|requirements|understand the (?:problem|question|prompt))\b/i;

/** Whether labelled lines below a heading of this role are its header, and not entries of a list of its own. */
const heads = (role: Role | undefined): boolean =>
  role === undefined || role === 'question' || role === 'overview' || role === 'solution';

/** What labelled lines directly below a heading add ("Difficulty: hard"). */
function ownScope(scope: Scope, section: Section, isRoot: boolean): Scope {
  if (isRoot) return scope;
  let own = scope;
  for (const block of section.blocks.slice(0, 8)) {
    const lines = block.type === 'paragraph' ? [block] : block.type === 'list' ? block.entries : [];
    const isHeader = lines.every((line) => labelledIn(line).length > 0);
    // What stands below a list of something else is no header of the section.
    if (block.type === 'list' && !isHeader) break;
    const labelled = isHeader ? lines.flatMap(labelledIn) : [];
    if (block.type === 'paragraph') own = dividedLine(own, block) ?? own;
    for (const { label, value } of labelled)
      own = label === 'level' && section.label ? own : labelledScope(own, label, value);
  }
  return own;
}

/** Gives a place a role that its heading did not announce. */
export function give(place: Place, role: Role): void {
  place.role = role;
  place.ownRole = role;
}

/** The blocks of a place that no recogniser has taken; entries of lists one by one, in the order of their lines. */
export function* untaken(page: Page, place: Place): Generator<Exclude<Block, { type: 'list' }>> {
  for (const block of place.section.blocks) yield* open(page, block);
}

function* open(page: Page, block: Block): Generator<Exclude<Block, { type: 'list' }>> {
  if (page.taken.has(block)) return;
  if (block.type === 'list') for (const entry of block.entries) yield* open(page, entry);
  else if (block.type === 'quote') for (const inner of block.blocks) yield* open(page, inner);
  else yield block;
}
