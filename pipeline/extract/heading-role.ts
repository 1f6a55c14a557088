import type { Section } from '../outline/block.ts';
import { promptStrength } from '../outline/prompt.ts';
import { cuesIn } from '../vocabulary/cues.ts';
import type { Role } from '../vocabulary/vocabulary.ts';
import { announced } from './announced.ts';

/** What a section is by its heading alone, before its parent has a say: by its words, by the mark that it opens with. `counting`: how the page counts. */
export function ownRoleOf(
  section: Section,
  parent: { heading: string; role?: Role } | undefined,
  counting: RegExp,
): Role | undefined {
  const heading = section.heading?.text ?? '';
  if (heading === '' || (section.box && NEUTRAL_BOX.test(heading))) return undefined;
  const said =
    announced(heading, section.label === true || section.box, counting) ??
    (parent?.role === 'chrome' ? undefined : roleOfMark(section));
  // The words of a title say more than a box's type, but for one common word.
  const isVague = said === undefined || said === 'guidance' || (said === 'question' && !asksMostly(section));
  if ((isVague || parent?.role === section.says) && saysItself(section, parent)) return section.says;
  if (parent?.role === 'faq' && /\?$/.test(heading)) return undefined;
  if (said === 'guidance' && isMixedTitle(section)) return undefined;
  return said;
}

/**
 * Whether a box's type says what it holds. A warning may warn of anything: it is about mistakes where it lists some, or stands among them, and
 * its title does not ask.
 */
const saysItself = ({ says, blocks, heading }: Section, parent: { role?: Role } | undefined): boolean =>
  says === 'pitfall'
    ? promptStrength(heading?.text ?? '') < 2 &&
      (parent?.role === 'pitfall' || blocks.some((block) => block.type === 'list' && block.entries.length > 1))
    : says !== undefined;

/** Most of what a section lists asks. */
const asksMostly = ({ blocks }: Section): boolean => {
  const entries = blocks.flatMap((block) => (block.type === 'list' ? block.entries : []));
  return entries.filter(({ text }) => promptStrength(text) >= 2).length > entries.length / 2;
};

const NEUTRAL_BOX = /^(?:note|info|important|abstract|example|quote|success|details|summary)$/i;

/** A heading that opens with a mark of blame stands over mistakes; one of praise over what a good answer shows, or over one that is told. */
function roleOfMark({ heading, blocks }: Section): Role | undefined {
  if (/^[❌✗✘✖⛔🚫👎🔴🚩]/u.test(heading?.text ?? '')) return 'pitfall';
  if (!/^[✅✔✓👍🟢]/u.test(heading?.text ?? '')) return undefined;
  return blocks.some(({ type }) => type === 'list') ? 'criterion' : 'worked-example';
}

/** A heading without a role of its own has its parent's, unless it asks a question or stands below a story or a solution. */
export function inherited(outer: Role | undefined, section: Section, resets: boolean): Role | undefined {
  const isCounted = !section.number && /^\d{1,2}[.)]\s/.test(section.heading?.text ?? '');
  if (
    resets &&
    isCounted &&
    (outer === 'pitfall' || (outer === 'guidance' && !tellsSteps(section.heading?.text ?? ''))) &&
    promptStrength(section.heading?.text ?? '') === 0
  )
    return outer;
  if (resets)
    return outer === 'chrome' || outer === 'faq' || outer === 'follow-up' || outer === 'follow-up-answer'
      ? outer
      : undefined;
  const isHeading = !section.label && !section.box;
  return isHeading && (outer === 'worked-example' || outer === 'overview') ? undefined : outer;
}

const tellsSteps = (heading: string): boolean => {
  const cues = cuesIn(heading);
  return cues.has('answer-outline') || cues.has('worked-example');
};

/** A document's title, or a heading right below that of its solution, that stands over sections of several roles says nothing about the others. */
export function isMixedTitle(section: Section): boolean {
  const { parent } = section;
  const isTop = section.depth <= 1 || (section.depth === 2 && parent?.blocks.length === 0 && isSolution(parent));
  if (!isTop || section.sections.length < 3) return false;
  const own = section.heading && announced(section.heading.text, false);
  if (own === 'question-to-ask' || own === 'checklist-item' || own === 'clarifying-question' || own === 'pitfall')
    return false;
  const roles = new Set(section.sections.map(({ heading }) => (heading ? announced(heading.text, false) : undefined)));
  roles.delete(undefined);
  return roles.size >= 2;
}

const isSolution = ({ heading }: Section): boolean =>
  heading !== undefined && announced(heading.text, false) === 'solution';
