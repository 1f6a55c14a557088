import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Line } from '../../pipeline/mend/line.ts';
import { REPAIRS, rawLines } from '../../pipeline/mend/mend.ts';
import { openWordList } from '../../pipeline/mend/words.ts';
import { expectGolden, fixturesIn, mustOf, sourceOf } from '../extract/golden.ts';
import { letters, words } from '../score/words.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url));
const isWord = openWordList();

/** What one repair alone makes of a text: lines with the raw lines they come from, what it set aside and what it says. */
function mended(name: string, text: string) {
  const notes: string[] = [];
  const aside: { line: Line; as: string }[] = [];
  const repair = REPAIRS.find((one) => one.name === name);
  const raw = rawLines(text).slice(0, -1);
  const lines = repair?.mend(
    raw.map((line, i) => ({ text: line, from: i + 1, to: i + 1 })),
    {
      isWord,
      note: (rule, found, line) => notes.push(`${line} ${rule}: ${found}`),
      setAside: (kind, line, rule) => aside.push({ line, as: `${kind} ${rule}` }),
    },
  );
  return { raw, lines: lines ?? [], aside, notes };
}

const numbered = ({ from, to, box, post, text }: Line): string =>
  `${from === to ? from : `${from}-${to}`} ${box ? `[${box}] ` : ''}${post ? '[post] ' : ''}${text}`;

/** What a repair takes out of a line because it is a mark and no word of the page. */
const MARKS: Record<string, RegExp> = {
  admonitions: /^(?:!!! \w+ |:::\w+ )/,
  'bracketed-addresses': /<[^<>]*[@.][^<>]*>/g,
  bullets: /^\([a-h]\) /,
  'card-rows': /#\w+:\w+|c1|Cloze\t\{\{c1::/g,
  'chapter-marks': /^[\d:]+ /,
  'chat-stamps': /^\[\d\d:\d\d\] \w+: /,
  'delimited-tables': /["]/g,
  'listed-headings': /^\d\. /,
  'numbered-headings': /^\d\. /,
  'outline-numbers': /^\d+(?:\.\d+|\.)? /,
  'score-anchors': /^\d\. /,
  'torn-scopes': /(?:Company|Level|Round|Difficulty): /g,
  speakers: /^(?:Ravi|Danuta): /,
  'wiki-marks': /\[(?:edit|citation needed|\d+)\](?!\()/g,
};

describe('repairs', () => {
  test('have one fixture each', () => {
    expect(fixturesIn(FIXTURES)).toEqual(REPAIRS.map(({ name }) => name).sort());
  });

  for (const name of fixturesIn(FIXTURES))
    test(name, async () => {
      const fixture = join(FIXTURES, name);
      const { raw, lines, aside, notes } = mended(name, (await sourceOf(fixture)).text);

      const made = lines.map(numbered);
      for (const must of await mustOf(fixture)) expect(made).toContain(must);
      expect(`${made.join('\n')}\n`, 'the repair has something to mend').not.toBe(
        raw.map((text, i) => `${i + 1} ${text}\n`).join('') + (notes.length > 0 ? ' ' : ''),
      );
      const unmarked = raw.map((line) => line.replace(MARKS[name] ?? '', ''));
      expect(
        wordsLost(
          unmarked,
          lines,
          aside.map(({ line }) => line),
          notes,
        ),
      ).toEqual([]);
      for (const [i, { from, to }] of lines.entries()) {
        expect(from).toBeGreaterThanOrEqual(lines[i - 1]?.from ?? 1);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(raw.length);
      }
      const said = [...aside.map(({ line, as }) => `${line.from} set aside: ${as}`), ...notes];
      await expectGolden(fixture, 'expected.txt', `${made.join('\n')}\n\n${said.map((one) => `${one}\n`).join('')}`);
    });
});

const plain = (text: string): string => words(text).join('');

/** Raw lines whose words stand neither in what the repair made of them nor in what it set aside or speaks of. */
function wordsLost(raw: string[], lines: Line[], aside: Line[], notes: string[]): string[] {
  const kept = (line: number): string =>
    [...lines, ...aside]
      .filter(({ from, to }) => from <= line && line <= to)
      .map(({ text }) => text)
      .join(' ');
  const isKept = (text: string, i: number) => [letters, plain].some((form) => form(kept(i + 1)).includes(form(text)));
  return raw.filter((text, i) => !notes.some((note) => note.startsWith(`${i + 1} `)) && !isKept(text, i));
}
