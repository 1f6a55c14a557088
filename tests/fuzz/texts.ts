import fc, { type Arbitrary } from 'fast-check';
import { CELLS, CHARACTERS, HEADINGS, LABELS, MARKS, WORDS } from './scraps.ts';

const oneOf = (all: readonly string[]): Arbitrary<string> => fc.constantFrom(...all);
const lineEnd = oneOf(['\n', '\n', '\r\n', '\r']);
const weighted = <T>(...choices: [weight: number, arbitrary: Arbitrary<T>][]): Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Some characters: words, marks, hostile pieces, whole code points and halves of them. */
const scrap = weighted(
  [6, oneOf(MARKS)],
  [6, oneOf(WORDS)],
  [2, oneOf([...HEADINGS, ...LABELS, ...CELLS])],
  [2, oneOf(CHARACTERS)],
  [1, fc.string({ unit: 'binary', maxLength: 6 })],
  [1, fc.string({ unit: 'grapheme', maxLength: 6 })],
);

const joined = (parts: Arbitrary<string[]>, mark: Arbitrary<string>): Arbitrary<string> =>
  fc.tuple(parts, mark).map(([all, between]) => all.join(between));

/** Any text at all: scraps in any order. */
export const anyText = joined(
  fc.array(joined(fc.array(scrap, { maxLength: 7 }), oneOf(['', ' '])), { maxLength: 14 }),
  lineEnd,
);

const phrase = fc
  .array(weighted([8, oneOf(WORDS)], [1, scrap]), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' ').replace(/[\r\n]/g, ' '));
const styled = fc
  .tuple(phrase, oneOf(['', '', '', '**', '*', '`', '~~', '"']))
  .map(([text, mark]) => mark + text + mark);
const labelled = fc
  .tuple(oneOf(LABELS), styled, oneOf(['L: ', 'L: ', '**L:** ', '**L** — ', '*L:* ', 'L) ']))
  .map(([label, text, form]) => form.replace('L', () => label) + text);
const said = weighted([2, styled], [1, labelled]);

const heading = fc
  .tuple(
    weighted([4, oneOf(HEADINGS)], [1, styled]),
    oneOf(['# T', '## T', '### T', '##### T', 'T', '**T**', 'T:', '## "T"', '## 3. T', 'T\n----', 'T\n===']),
  )
  .map(([text, form]) => form.replace('T', () => text).split('\n'));

const row = fc.array(weighted([3, oneOf(CELLS)], [1, phrase]), { minLength: 1, maxLength: 5 });
const table = fc
  .tuple(fc.array(row, { minLength: 2, maxLength: 5 }), oneOf(['|', '|', ' | ', '\t', '   ']))
  .map(([rows, form]) => {
    if (form !== '|') return rows.map((cells) => cells.join(form));
    const [header = [], ...rest] = rows;
    return [header, header.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`);
  });

const indented = (lines: string[], by: string): string[] => lines.map((line) => (line === '' ? line : by + line));

/** Containers by name: a title and the lines inside, as Markdown and the pages of the web write them. */
const CONTAINERS: Record<string, (title: string, inner: string[], mark: string) => string[]> = {
  bullet: (title, inner, mark) => [`${mark} ${title}`, ...indented(inner, '  ')],
  number: (title, inner) => [`1. ${title}`, ...indented(inner, '   '), `2. ${title}`],
  task: (title, inner, mark) => [`${mark} [ ] ${title}`, ...indented(inner, '  ')],
  quote: (title, inner) => indented([title, ...inner], '> '),
  fence: (title, inner) => ['```hint', title, ...inner, '```'],
  details: (title, inner) => ['<details>', `<summary>${title}</summary>`, '', ...inner, '', '</details>'],
  github: (title, inner) => ['> [!WARNING]', ...indented([title, ...inner], '> ')],
  mkdocs: (title, inner) => [`!!! tip "${title}"`, ...indented(inner, '    ')],
  docusaurus: (title, inner) => [`:::note ${title}`, ...inner, ':::'],
  comment: (title, inner) => [`<!-- ${title}`, ...inner, '-->'],
  html: (title, inner) => [`<div><p>${title}</p>`, ...inner, '</div>'],
};

const block = fc.letrec<{ block: string[]; nest: string[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    said.map((text) => [text]),
    heading,
    table,
    tie('nest'),
  ),
  nest: fc
    .tuple(
      oneOf(Object.keys(CONTAINERS)),
      said,
      fc.array(tie('block'), { maxLength: 3 }),
      oneOf(['-', '*', '+', '•', '✅']),
    )
    .map(([form, title, inner, mark]) => CONTAINERS[form]?.(title, inner.flat(), mark) ?? []),
})).block;

/** Markdown made by a grammar: headings, labels, tables, lists and boxes of interview material, nested. */
export const grammarText = fc
  .tuple(fc.array(fc.tuple(block, oneOf(['', '\n', '\n', '\n\n'])), { maxLength: 12 }), lineEnd)
  .map(([blocks, end]) =>
    blocks
      .map(([lines, gap]) => lines.join('\n') + gap)
      .join('\n')
      .replaceAll('\n', end),
  );

/** What a careless hand or program does to the lines of a page. */
const EDITS: Record<string, (lines: string[], at: number, other: number, scrap: string) => string[]> = {
  drop: (lines, at) => lines.toSpliced(at, 1),
  double: (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  move: (lines, at, other) => lines.toSpliced(at, 1).toSpliced(other, 0, lines[at] ?? ''),
  join: (lines, at) => lines.toSpliced(at, 2, lines.slice(at, at + 2).join(' ')),
  glue: (lines, at) => lines.toSpliced(at, 2, lines.slice(at, at + 2).join('')),
  flatten: (lines, at, other) =>
    lines.toSpliced(
      Math.min(at, other),
      Math.abs(at - other),
      lines.slice(Math.min(at, other), Math.max(at, other)).join(' '),
    ),
  tear: (lines, at, other) => lines.toSpliced(at, 1, (lines[at] ?? '').slice(0, other), (lines[at] ?? '').slice(other)),
  insert: (lines, at, other, scrap) =>
    lines.with(at, (lines[at] ?? '').slice(0, other) + scrap + (lines[at] ?? '').slice(other)),
  put: (lines, at, _other, scrap) => lines.toSpliced(at, 0, scrap),
  cut: (lines, at, other) => lines.with(at, (lines[at] ?? '').slice(other)),
  indent: (lines, at, other) => lines.with(at, ' '.repeat(other % 9) + lines[at]),
  quote: (lines, at, other) => lines.map((line, i) => (i >= at && i < at + other ? `> ${line}` : line)),
  unmark: (lines, at) => lines.with(at, (lines[at] ?? '').replace(/^\s*(?:[#>*+-]+|\d+[.)])\s*/, '')),
  shout: (lines, at) => lines.with(at, (lines[at] ?? '').toUpperCase()),
};

/** A window of some document after a few such edits. */
export function mutatedText(documents: readonly string[]): Arbitrary<string> {
  const edit = fc.tuple(oneOf(Object.keys(EDITS)), fc.nat(), fc.nat({ max: 80 }), scrap);
  return fc
    .tuple(
      fc.constantFrom(...documents),
      fc.nat(),
      fc.integer({ min: 1, max: 45 }),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      lineEnd,
    )
    .map(([document, start, length, edits, end]) => {
      const all = document.split('\n');
      const from = start % all.length;
      return edits
        .reduce(
          (lines, [name, at, other, piece]) =>
            lines.length === 0 ? lines : (EDITS[name]?.(lines, at % lines.length, other, piece) ?? lines),
          all.slice(from, from + length),
        )
        .join(end);
    });
}

/** Bytes of any kind: random ones, and text in the encodings that people save pages in, some of them damaged. */
export const anyBytes: Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .tuple(
      weighted([1, anyText], [2, grammarText]),
      fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
      oneOf(['', '\uFEFF']),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }),
    )
    .map(([text, encoding, mark, damage]) => {
      const bytes = Buffer.from(mark + text, encoding);
      for (const [at, byte] of damage) if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return new Uint8Array(bytes);
    }),
);
