const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const words = (count: number, word: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => word(i)).join(' ');

/** A text of any size of a shape that is known to take a Markdown parser, or a careless pattern, far more than twice as long for twice as much. */
export interface BlowUp {
  size: number;
  text(size: number): string;
}

const repeat = (piece: string, size: number): BlowUp => ({ size, text: (count) => piece.repeat(count) });

/** Texts that are set aside, or read as soon as an ordinary file. */
export const BLOW_UPS: Record<string, BlowUp> = {
  'nested bullets in a line': repeat('* ', 4_000),
  'nested numbers in a line': repeat('1. ', 4_000),
  'nested quotes in a line': repeat('> ', 20_000),
  'mixed nesting in a line': repeat('> - 1. ', 4_000),
  'emphasis that never closes': repeat('*_', 20_000),
  'emphasis that always opens': repeat('*a **b ', 5_000),
  'strikes that never close': repeat('~~a ', 10_000),
  'brackets that never close': repeat('[', 50_000),
  'pictures that never close': repeat('![a', 20_000),
  'links in links': { size: 5_000, text: (n) => `${'['.repeat(n)}a${'](b)'.repeat(n)}` },
  'code of growing fences': { size: 300, text: (n) => words(n, (i) => `${'`'.repeat(i + 1)}a`) },
  'tags that never close': repeat('<a ', 20_000),
  'comments that never close': repeat('<!-- ', 12_000),
  'entities that never end': repeat('&a', 30_000),
  'back slashes': repeat('\\', 60_000),
  'mail addresses that never end': repeat('a@', 30_000),
  'web addresses in a row': repeat('www.a.b', 9_000),
  'cells in a row': repeat('|a', 30_000),
  'empty bullets': repeat('- \n', 60_000),
  'bullets, each deeper': { size: 300, text: (n) => lines(n, (i) => `${'  '.repeat(i)}- a`) },
  'quotes, each deeper': { size: 400, text: (n) => lines(n, (i) => `${'> '.repeat(i)}a`) },
  questions: repeat('Why did you do it? ', 3_000),
  'beats in a line': repeat('Situation: a. Task: b. Action: c. Result: d. ', 800),
  'opening quotes': repeat('“', 60_000),
  spaces: { size: 60_000, text: (n) => `a${' '.repeat(n)}b` },
  digits: repeat('1', 60_000),
  'numbers that count up': { size: 8_000, text: (n) => words(n, (i) => `${i + 1}. A`) },
  'one long word': repeat('a', 60_000),
  capitals: repeat('AB ', 20_000),
  'dots and dashes': repeat('. - ', 15_000),
  colons: repeat('a: ', 20_000),
};

/** Texts of many lines, each of which takes its time: twice as many take twice as long. */
export const MANY_LINES: Record<string, BlowUp> = {
  'bullets of one letter': repeat('- a\n', 1_500),
  'short lines': repeat('a\n', 5_000),
  headings: repeat('# a\n', 3_000),
  'rows of a table': { size: 3_000, text: (n) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(n)}` },
  definitions: { size: 1_500, text: (n) => lines(n, (i) => `[${i}]: a`) },
  footnotes: { size: 1_000, text: (n) => lines(n, (i) => `[^${i}]: a [^${i}]`) },
  'fences that never close': repeat('```\n~~~\n', 1_000),
  'boxes that never close': repeat(':::note\n', 2_500),
  'details that never close': repeat('<details>\n<summary>a\n', 2_500),
  'an emphasis on every line': repeat('*a\n', 2_000),
  'a bracket on every line': repeat('[a\n', 2_000),
  'an underlined line after another': repeat('a\n=\n', 2_500),
  'headings of levels': repeat('# L5\nScope: a\n', 1_000),
  'beats of constraints': repeat('## Problem\n## Constraint\na\n', 1_000),
  'prompts behind titles': repeat('- **One.** Tell me about a time you ran.\n', 1_000),
  'lines with a scope below': repeat('Tell me about a time you ran.\nOnsite\nHard\n', 1_000),
  'labels over values': repeat('Company\nMeta\nRole\nBaker\n', 1_500),
  'names of columns': repeat('Company\n', 4_000),
  'sides of mistakes': repeat('Mistake: a.\nWeak: “b”\nStrong: “c”\n', 1_000),
  'lines that ask': repeat('Q: Why?\nA: Because.\n', 1_000),
};
