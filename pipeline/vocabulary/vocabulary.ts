import type { Kind, Pause } from '../model/item.ts';
import { rememberedInPage } from '../page-memory.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import { normalise } from './normalise.ts';
import { BEGINNING, bestOf, DECISIVE, matched, type Phrase, toPhrase } from './phrases.ts';
import zh from './zh.json' with { type: 'json' };

/** What a heading says about the text below it: a kind of item, or one of a few that are no kind. */
export type Role = Kind | 'chrome' | 'faq' | 'overview' | 'solution' | 'follow-up-answer';
export type Label = keyof (typeof en)['labels'];
export type Metadata = keyof (typeof en)['metadata'];
export type Column = keyof (typeof en)['tables'];
export type Beat = keyof (typeof en)['beats'];

const languages = [en, de, fr, es, zh];
const entriesOf = (section: string): [string, string[]][] =>
  languages.flatMap((table) =>
    Object.entries((table as unknown as Record<string, Record<string, string[]>>)[section] ?? {}),
  );

/** The named section of every language's table, merged: name → phrases. */
function merged(section: string): Map<string, Phrase[]> {
  const all = new Map<string, Phrase[]>();
  for (const [name, phrases] of entriesOf(section)) all.set(name, [...(all.get(name) ?? []), ...phrases.map(toPhrase)]);
  return all;
}

const headings = merged('headings');
const pauses = merged('pauses');
/** The named section of every language's table: name → whole texts. */
export const exact = (section: string): Map<string, Set<string>> => {
  const all = new Map<string, Set<string>>();
  for (const [name, phrases] of entriesOf(section)) all.set(name, new Set([...(all.get(name) ?? []), ...phrases]));
  return all;
};
const beats = exact('beats');
const labels = exact('labels');
const labelPhrases = merged('labels');
const metadata = exact('metadata');
/** Headings of columns: each is the whole text of one. */
const wholeColumns = [...merged('tables')].map(
  ([name, phrases]) => [name, phrases.map((phrase): Phrase => ({ ...phrase, whole: true }))] as const,
);
const units = exact('units');
const difficulties = exact('difficulties');
const list = (name: string): string[] =>
  languages.flatMap((table) => (table as unknown as Record<string, string[]>)[name] ?? []);
const otherBeats = new Set(list('otherBeats'));
const chromeLines = new Set(list('chromeLines'));
const contents = new Set(list('contents'));

const bestHeading = bestOf(headings);
const bestPause = bestOf(pauses);

const named = (table: Map<string, Set<string>>, text: string): string | undefined => {
  if (text.length > BEGINNING) return undefined;
  const key = normalise(text);
  for (const [name, phrases] of table) if (phrases.has(key)) return name;
  return undefined;
};

/** "Sample walkthrough — Win back a customer": a word for a told answer with its kind before it, a dash and its title. */
const TITLED =
  /^(?!(?:weak|poor|bad|flat|wrong|typical|user|back|why|how|what|no|before)\b)(?:\p{L}+[ -]){0,3}(?:walk-?through|answer|angle|take|response|story|example|illustration|retelling|telling|run-?through)\s*[—–:]\s*\S/iu;

/** What a heading announces, by its best phrase. */
export const roleOfHeading = (text: string): { role: Role; score: number } | undefined => {
  const found = bestHeading(text);
  if (TITLED.test(text) && (found?.score ?? 0) < DECISIVE) return { role: 'worked-example', score: DECISIVE };
  return found && { role: found.name as Role, score: found.score };
};
export const pauseOf = (text: string): Pause | undefined => bestPause(text)?.name as Pause | undefined;
export const labelOf = (text: string): Label | undefined =>
  named(labels, text.replace(/\s*#?\d+$/, '')) as Label | undefined;
/** The words of a label without the number behind them. */
const uncounted = rememberedInPage((text) => normalise(text).replace(/(?:^| )\d+$|(?<=\p{L}{4})\d+$/u, ''));
export const hasLabel = (label: Label, text: string): boolean => {
  // "P3" is a level's name, "P 3" and "P" may stand for a question.
  if (/^\p{Lu}\d$/u.test(text) && !/^[QA]/.test(text)) return false;
  const words = uncounted(text);
  return (
    (labels.get(label)?.has(words) ?? false) ||
    (label === 'evaluates' && EVALUATES.test(words)) ||
    (label === 'follow-up' && FOLLOWS.test(words))
  );
};
const FOLLOWS =
  /^(?:likely |possible |common )?follow ?ups? (?:questions? )?(?:to|for|they|you|that|if)\b(?: \w+){1,4}$/;
const EVALUATES =
  /^(?:what|why) (?:\w+ ){0,4}(?:evaluat|test|prob|assess|measur|scor|listen|look|check|grad|judg|after$|(?:want|hope)s? to (?:see|hear|learn))\w*(?: \w+)?$/;
export const isOutlineLabel = (text: string): boolean =>
  (labelPhrases.get('outline') ?? []).some((phrase) => matched(phrase, normalise(text).split(' ')) > 0);
export const metadataOf = (text: string): Metadata | undefined => named(metadata, text) as Metadata | undefined;
const columnsOf = rememberedInPage((text): ReadonlySet<string> => {
  const words = normalise(text).split(' ');
  const isOne = ([, phrases]: (typeof wholeColumns)[number]) => phrases.some((phrase) => matched(phrase, words) > 0);
  return new Set(wholeColumns.filter(isOne).map(([name]) => name));
});
export const columnIs = (column: Column, text: string): boolean => columnsOf(text).has(column);
export const unitOf = (text: string): 'second' | 'minute' | 'hour' | undefined =>
  named(units, text) as 'second' | 'minute' | 'hour' | undefined;
export const isOtherBeat = (text: string): boolean => otherBeats.has(normalise(text));
/** The canonical name of a beat, or undefined where the word names none. */
export const beatOf = (text: string): Beat | undefined => named(beats, text) as Beat | undefined;
/** Whether a line heads a page's table of contents. */
export const headsContents = (text: string): boolean => contents.has(normalise(text));
export const isChromeLine = (text: string): boolean => chromeLines.has(normalise(text));

const startsWith = (phrases: string[]) => {
  const set = new Set(phrases.map(normalise));
  const longest = Math.max(...phrases.map((phrase) => phrase.split(' ').length));
  return (text: string): boolean => {
    const words = normalise(text.slice(0, 200)).split(' ');
    for (let n = Math.min(longest, words.length); n > 0; n--) if (set.has(words.slice(0, n).join(' '))) return true;
    return false;
  };
};
export const opensPrompt = startsWith([...list('prompts'), ...list('weakPrompts')]);
export const opensStrongPrompt = startsWith(list('prompts'));
export const asksReader = startsWith(list('readerQuestions'));

/** Whether a text holds one of some phrases: each word is looked up among the first words of all. */
const holdsAny = (phrases: string[]) => {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases.map((one) => normalise(one).split(' ')))
    byFirst.set(phrase[0] ?? '', [...(byFirst.get(phrase[0] ?? '') ?? []), phrase]);
  return (text: string): boolean => {
    const words = normalise(text.slice(0, 20_000)).split(' ');
    return words.some((first, at) =>
      byFirst.get(first)?.some((phrase) => phrase.every((word, i) => words[at + i] === word)),
    );
  };
};
export const holdsChrome = holdsAny(list('chromePatterns'));
export const holdsPlaceholder = holdsAny(list('placeholders'));
const strongInterviewWord = holdsAny(list('interviewStrong'));
const interviewWords = list('interview').map((word) => holdsAny([word]));
/** One word that only interviews have, or three that they often have. */
export const speaksOfInterviews = (text: string): boolean =>
  strongInterviewWord(text) || interviewWords.filter((holds) => holds(text)).length >= 3;
/** How many words that interviews often have stand in a text, those that only they have among them. */
export const hintsAtInterviews = (text: string): number =>
  interviewWords.filter((holds) => holds(text)).length + Math.min(2, countInterviewWords(text));

/** How often a text uses words that only interviews have. */
export function countInterviewWords(text: string): number {
  const words = ` ${normalise(text).replaceAll(' ', '  ')} `;
  return strongPhrases.map((phrase) => words.split(phrase).length - 1).reduce((sum, count) => sum + count, 0);
}
const strongPhrases = list('interviewStrong').map((phrase) => ` ${normalise(phrase).replaceAll(' ', '  ')} `);
export function roundOf(text: string): string | undefined {
  const words = normalise(text);
  return en.rounds.find((round) => round === words);
}
export function roleNameIn(text: string): string | undefined {
  const words = ` ${normalise(text)} `;
  return en.roles.find((role) => words.includes(` ${role} `));
}
export function isRoleName(text: string): boolean {
  const words = normalise(text);
  return en.roles.some((role) => words.endsWith(role));
}
/** `easy`, `medium` or `hard`, whichever word says it. */
export const difficultyOf = (text: string): string | undefined => named(difficulties, text);
