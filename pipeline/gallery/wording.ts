/** A noun with its plural. */
export interface Noun {
  one: string;
  other: string;
}

/** A figure with the form of the noun that goes with it. */
export const counted = (count: number, { one, other }: Noun) => ({ count, noun: count === 1 ? one : other });

/** The same as words: `2 pages`. */
export function countedText(count: number, noun: Noun): string {
  const { noun: form } = counted(count, noun);
  return `${count} ${form}`;
}

/** `level-bar` within a sentence, and as a label: "Level bar". */
export const labelOf = (kind: string): string => (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ');

/** The order of code units: it depends on no locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
