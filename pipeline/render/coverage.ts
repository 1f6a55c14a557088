import type { Font } from '../press/document.ts';

/** Characters that print nothing by themselves, and those that no font but a private one knows. */
const SILENT = /[\p{Cf}\p{Cc}\p{Variation_Selector}\p{Zs}]/u;
const PRIVATE = /\p{Co}/u;

/** Whether fonts have a glyph for a character, by the ranges that they give. */
export function coverageOf(fonts: Font[]): (character: string) => boolean {
  const ranges = fonts
    .flatMap(({ unicodeRange = '' }) => unicodeRange.split(','))
    .map((range) => /^\s*U\+([0-9A-F]+)(?:-([0-9A-F]+))?\s*$/i.exec(range))
    .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? match[1] ?? ''] as const] : []))
    .map(([first, last]) => ({ first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) }));
  const known = new Map<string, boolean>();
  return (character) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    const code = character.codePointAt(0) ?? 0;
    const covered =
      SILENT.test(character) ||
      (!PRIVATE.test(character) && ranges.some(({ first, last }) => first <= code && code <= last));
    known.set(character, covered);
    return covered;
  };
}

/** Says in code points what no font can print: `[U+0E01 U+0E02]` stands where an empty box would. */
export function legible(text: string, covers: (character: string) => boolean): string {
  return text.replaceAll(/[^\p{ASCII}]+/gu, (run) => {
    const groups: { covered: boolean; characters: string[] }[] = [];
    for (const character of run) {
      const covered = covers(character);
      const last = groups.at(-1);
      if (last?.covered === covered) last.characters.push(character);
      else groups.push({ covered, characters: [character] });
    }
    const named = (character: string) =>
      `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return groups
      .map(({ covered, characters }) => (covered ? characters.join('') : `[${characters.map(named).join(' ')}]`))
      .join('');
  });
}
