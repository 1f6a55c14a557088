import { bareQuestion, isQuoted, promptStrength } from '../outline/prompt.ts';
import { cuesIn } from '../vocabulary/cues.ts';
import { isOutlineLabel, type Label, labelOf, type Role, roleOfHeading } from '../vocabulary/vocabulary.ts';
import { PART } from './parts.ts';

/** What is asked at first is asked about the question. */
const AT_FIRST = /\b(?:first|up ?front|before (?:you|answering|starting)|at the (?:start|beginning|outset))\b/i;

/** "30 Questions and How to Answer Them": a page that answers its questions asks them first. */
const ANSWERED = /^(.*\b(?:questions|prompts)\b.*?),?\s(?:and|with|&|\+|plus)\s.*\b(?:answers?|responses?|replies)\b/i;

/** "Answers to the pushes", "Handling what comes next": what meets a probe. */
const ANSWERING =
  /^(?:answer(?:s|ing)?|repl(?:y|ies|ying)|respon(?:ses?|ding)|meeting|handling|how (?:to|i would|you could) (?:answer|meet|handle|reply))\b\s*(?:to|for)?\s*(.+)$/i;

/** "Answer questions about pushback and regret": what is asked is about that. */
const NAMES_TOPICS = /^(?:\p{L}+ )?(?:questions?|prompts?) (?:about|on|around|covering)\b/iu;

/** "Example - Bad", "Sample answer (weak)" */
const BAD = /[—–(-]\s*(?:the )?(?:bad|weak|poor|wrong|don[’']?t|avoid)\)?$/i;

const LABEL_ROLES: Partial<Record<Label, Role>> = {
  answer: 'worked-example',
  hint: 'hint',
  criterion: 'criterion',
  'follow-up': 'follow-up',
  pitfall: 'pitfall',
  'clarifying-question': 'clarifying-question',
  'question-to-ask': 'question-to-ask',
  constraint: 'constraint',
  guidance: 'guidance',
  outline: 'answer-outline',
  'time-budget': 'time-budget',
  question: 'question',
};

/** What a heading announces: its part before a dash or a colon first, then all of it. A question announces nothing. `part`: how the page counts. */
export function announced(heading: string, isLabel: boolean, part = PART): Role | undefined {
  const said = announcedBy(heading, isLabel, part);
  const role = said === 'question-to-ask' && AT_FIRST.test(heading) ? 'clarifying-question' : said;
  const unbracketed = heading.replace(/\s*\([^)]*\d[^)]*\)$/, '');
  return role === 'time-budget' && unbracketed !== heading ? announcedBy(unbracketed, isLabel, part) : role;
}

/** "Nudge 1", "Clue: start from the plan". */
const NUDGES =
  /^(?:hint|nudge|clue)(?:\s*#?\d{1,2})?(?: (?:for|to|on) (?:question|prompt|part|q) ?#?\d{1,2})?\s*(?:[:.–—(]|$)/i;

/** "Answer to prompt 2: …", "Prompt B, answered in full". */
const ANSWERS_PART =
  /^(?:(?:my|an|the) )?answers? to (?:(?:prompt|question|part)\b|["“])|^answering ["“]|^the same (?:story|answer) for ["“]|^(?:prompt|question|part) #?(?:\d{1,2}|[A-H]),? (?:as )?answered\b/i;

/** "Answer 2 - A decision I regret", "Answer A (new this year)": one of several answers. */
export const COUNTED_ANSWER = /^(?:(?:sample|model|example) )?answer #?(\d{1,2}|[A-H])(?=\s*(?:[:.(–—-]|$))/i;

function announcedBy(heading: string, isLabel: boolean, part: RegExp): Role | undefined {
  const bare = heading.replace(/:$/, '').trim();
  if (isQuoted(bare.replace(/\s*\([^)]*\)(["”]?)$/, '$1'))) return undefined;
  const label = LABEL_ROLES[labelOf(bare.replace(/\s*\([^)]*\)$/, '')) as Label];
  if (label && isLabel) return label;
  const head = /^(.{3,60}?)(?:\s+[—–-]\s+|:\s+|\s*\()/.exec(bare)?.[1];
  const fits = (text: string): Role | undefined => {
    const found = roleOfHeading(text);
    const words = text.split(/\s+/).length;
    return found && (found.score >= 2 || words <= 5) && found.score >= Math.min(3, words * 0.2)
      ? found.role
      : undefined;
  };
  if (NUDGES.test(bare)) return 'hint';
  if (ANSWERS_PART.test(bare) || (COUNTED_ANSWER.test(bare) && !BAD.test(bare))) return 'worked-example';
  if (part.test(bare)) {
    const role = fits(bare.replace(part, ''));
    return role === 'worked-example' || (role === 'answer-outline' && part !== PART) ? role : undefined;
  }
  const first = head ? fits(head) : undefined;
  if ((first === 'worked-example' || label === 'worked-example') && BAD.test(bare)) return 'pitfall';
  if (first) return first === 'solution' && roleOfHeading(bare)?.role === 'worked-example' ? 'worked-example' : first;
  const before = /^([^"“„«]{3,60}?)\s*[:—–-]?\s*["“„«].{8,}$/.exec(bare)?.[1];
  const quoting = before ? fits(before) : undefined;
  if (quoting) return quoting;
  const asked = ANSWERED.exec(bare)?.[1];
  if (asked) return fits(asked);
  if (promptStrength(bare) >= 2 && /\?["”]?$|^(?:tell|describe|give|walk|share)\b/i.test(bareQuestion(bare)))
    return undefined;
  if (isLabel && isOutlineLabel(bare)) return 'answer-outline';
  const met = ANSWERING.exec(bare)?.[1];
  if (met && !label && !NAMES_TOPICS.test(met) && (cuesIn(met).get('follow-up') ?? 0) > 0) return 'follow-up-answer';
  return fits(bare) ?? (bare.split(' ').length <= 4 ? label : undefined);
}
