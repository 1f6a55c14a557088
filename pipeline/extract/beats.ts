import type { Span } from '../model/item.ts';
import { beatOf, isOtherBeat } from '../vocabulary/vocabulary.ts';

export interface BeatDraft extends Span {
  name: string;
  text: string;
}

const LABEL = /(?:^|[\s“"'([—–-])(?:\*\*)?([\p{Lu}][\p{L}]*(?:[ /'’-]\p{L}+){0,3}?)(?:\s*\([^)]{1,30}\))?\s?[:：]\s*/gu;
const SENTENCE_END = /(?:^|[.!?…:;]["”’)]*|["“—–-])\s*$/;

/** "Situation: … Task: … Action: …" inside one text: two or more known beats, each at the start of a sentence. */
export function inlineBeats(text: string, span: Span): BeatDraft[] {
  const marks: { name: string; start: number; end: number }[] = [];
  for (const found of text.matchAll(LABEL)) {
    const label = found[1] ?? '';
    const offset = found[0].indexOf(label);
    const canonical = label.length > 1 ? beatOf(label) : undefined;
    const name = canonical ?? (isOtherBeat(label) ? label.toLowerCase() : undefined);
    if (name && (canonical || SENTENCE_END.test(text.slice(0, found.index + offset))))
      marks.push({ name, start: found.index + offset, end: found.index + found[0].length });
  }
  const spoken = marks.length >= 2 ? [] : spokenBeats(text);
  const lettered =
    marks.length >= 2
      ? []
      : spoken.length >= SPOKEN
        ? spoken
        : [...text.matchAll(/(?:^|\s)([STARL])\s?[:–-]\s+/g)].map((found) => ({
            name: beatOf(found[1] ?? '') ?? '',
            start: found.index,
            end: found.index + found[0].length,
          }));
  const all = marks.length >= 2 ? marks : lettered;
  if (all.length < 2 || new Set(all.map(({ name }) => name)).size < 2) return [];
  return all
    .map(({ name, end }, i) => ({
      name,
      text: text
        .slice(end, all[i + 1]?.start ?? text.length)
        .replace(/["”“\s]+$/, '')
        .trim(),
      startLine: span.startLine,
      endLine: span.endLine,
    }))
    .filter((beat) => beat.text !== '');
}

/** So many beats are named in a sentence of their own where a story is told aloud: "Situation. I had … Task. …" */
const SPOKEN = 3;

/** Advice names the beats as well; a story is somebody's own. */
const IS_OWN = /\b(?:I|we|my|our)\b/;

const spokenBeats = (text: string) =>
  (IS_OWN.test(text) ? [...text.matchAll(/(?<=^["“]?|[.!?]["”]?\s)(\p{Lu}\p{L}{2,10})\.\s+(?=\p{Lu})/gu)] : []).flatMap(
    (found) => {
      const name = beatOf(found[1] ?? '');
      return name ? [{ name, start: found.index, end: found.index + found[0].length }] : [];
    },
  );

/** The beat that a label names: canonical, another known one, or none. */
export const beatLabel = (label: string): string | undefined => {
  const bare = label.replace(/\s*\([^)]*\)$/, '').trim();
  return (bare.length === 1 ? beatOf(bare) : undefined) ?? beatNamed(bare);
};

/** Whether a beat's name is one of the five that mean the same everywhere. */
export const isCanonical = (beat: string): boolean =>
  ['situation', 'task', 'action', 'result', 'learning'].includes(beat);

/** "Actions (Recovery)", "Learning / Mechanisms", "Results": the beat that a heading names and nothing more. */
export function beatNamed(heading: string): string | undefined {
  const bare = heading
    .replace(/\s*\([^)]*\)\s*:?$/, '')
    .replace(/:$/, '')
    .replace(/^\d+[.)]\s*/, '')
    .replace(/^\p{So}\uFE0F?\s*/u, '')
    .replace(/^\(?[STARLP]\)?\s*[—–:-]\s+(?=\p{L}{4})/u, '')
    .trim();
  if (bare === '' || bare.split(' ').length > 6) return undefined;
  if (bare.length === 1) return undefined;
  const [first = ''] = bare.split(/\s*[/&]\s*/);
  return (
    beatOf(bare) ??
    beatOf(first) ??
    (isOtherBeat(bare) ? bare.toLowerCase() : isOtherBeat(first) ? first.toLowerCase() : undefined)
  );
}
