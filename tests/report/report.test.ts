import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../pipeline/model/diagnostic.ts';
import { byPlace } from '../../pipeline/report/order.ts';
import { progressBar } from '../../pipeline/report/progress.ts';
import { rulesTable } from '../../pipeline/report/rules-table.ts';
import { visible } from '../../pipeline/report/visible.ts';
import { report } from '../../pipeline/report.ts';
import { RULES, type RuleId } from '../../pipeline/rules.ts';

const at = (file: string, rule: RuleId, found: string, line?: number, column?: number): Diagnostic => ({
  file,
  rule,
  found,
  ...RULES[rule],
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
});

const diagnostics = [
  at('meta/guide.txt', 'unclaimed', 'a line', 12, 5),
  at('a b/ü.md', 'file-too-large', '2000000 bytes'),
  at('meta/guide.txt', 'repaired', 'a torn list', 3, 1),
  at('evil\x1b[2J.txt', 'contradiction', 'turned \u202earound', 1, 4),
].sort(byPlace);
const excerpts = { 'meta/guide.txt:12': '\tab 店面 cd', 'evil\x1b[2J.txt:1': 'abc\x07def' };

test('people see the place, what was found and expected, what to do, the line, and a caret under the column', () => {
  expect(report({ diagnostics, excerpts }, 'human')).toMatchInlineSnapshot(`
    "a b/ü.md: error: 2000000 bytes; expected at most 1 MiB: split the file (file-too-large)
    evil␛[2J.txt:1:4: warning: turned �around; expected sources that agree: decide which source is right and correct the other (contradiction)
      1 | abc␇def
        |    ^
    meta/guide.txt:3:1: info: a torn list; expected text as it was on the page: nothing to do; the repair keeps every word (repaired)
    meta/guide.txt:12:5: warning: a line; expected a line that belongs to an item, a heading or known boilerplate: give the line a heading or a label, or remove it (unclaimed)
      12 |  ab 店面 cd
         |     ^
    1 error, 2 warnings"
  `);
});

test('colours come only where they are seen', () => {
  const plain = report({ diagnostics, excerpts }, 'human', false);
  const coloured = report({ diagnostics, excerpts }, 'human', true);
  expect(plain).not.toContain('\x1b');
  expect(coloured).toContain('\x1b[31merror');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test('a long line is shown around its column, with the caret at the right place', () => {
  const text = `${'x'.repeat(300)}HERE${'y'.repeat(300)}`;
  const long = [at('f', 'unclaimed', 'it', 1, 301)];
  const [, line = '', caret = ''] = report({ diagnostics: long, excerpts: { 'f:1': text } }, 'human').split('\n');
  expect(line.length).toBeLessThan(120);
  expect(line.slice(caret.indexOf('^'))).toMatch(/^HERE/);
});

test('no character of a source reaches a terminal that could move, hide or turn what stands there', () => {
  for (let code = 0; code < 0x3000; code++) {
    const shown = visible(String.fromCharCode(code));
    expect(shown, code.toString(16)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(shown).toHaveLength(1);
  }
});

test('JSON holds the same list', () => {
  const { counts, diagnostics: list } = JSON.parse(report({ diagnostics, excerpts }, 'json'));
  expect(list).toEqual(diagnostics);
  expect(counts).toEqual({ error: 1, warning: 2, info: 1 });
});

test('SARIF holds the same list and fits its schema', async () => {
  // Written for draft 4 of JSON Schema; none of what has changed since is used in it.
  const text = await readFile(new URL('./sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8');
  const { $schema: _, id: __, ...schema } = JSON.parse(text);
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const log = JSON.parse(report({ diagnostics, excerpts }, 'sarif'));
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...log, version: '2.0' })).toBe(false);
  const [{ tool, results }] = log.runs;
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(diagnostics.map(({ rule }) => rule));
  for (const { ruleId, ruleIndex, locations } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(() => new URL(locations[0].physicalLocation.artifactLocation.uri, 'file:///sources/')).not.toThrow();
  }
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/%C3%BC.md');
});

test('the order is that of places, whatever order the problems were found in', () => {
  const places = (list: Diagnostic[]) => list.map(({ file, line }) => `${file}:${line ?? 0}`);
  const right = places(diagnostics);
  expect(places([...diagnostics].reverse().sort(byPlace))).toEqual(right);
  expect(right).toEqual(['a b/ü.md:0', 'evil\x1b[2J.txt:1', 'meta/guide.txt:3', 'meta/guide.txt:12']);
});

test('the table of rules names each with its severity', () => {
  const table = rulesTable();
  for (const [id, { severity, advice }] of Object.entries(RULES)) {
    expect(table).toContain(`| \`${id}\` | ${severity} |`);
    expect(table).toContain(advice);
  }
});

test('a bar is drawn over itself, no wider than the terminal', () => {
  const written: string[] = [];
  const bar = progressBar({ columns: 40, write: (text) => written.push(text) });
  bar.draw(1, 4, `a/${'b'.repeat(80)}`);
  bar.clear();
  const [cleared, line = ''] = written;
  expect(cleared).toBe('\r\x1b[K');
  expect(line).toMatch(/^█{6}░{9,18} ?/);
  expect(line.length).toBeLessThan(40);
  expect(written.at(-1)).toBe('\r\x1b[K');
});

test('the README has the table as it is now (vitest -u writes it anew)', async () => {
  const file = new URL('../../README.md', import.meta.url);
  const readme = await readFile(file, 'utf8');
  const renewed = readme.replace(/(?<=<!-- rules -->\n)[\s\S]*?(?=\n<!-- \/rules -->)/, () => rulesTable());
  expect(readme).toContain('<!-- rules -->');
  await expect(renewed).toMatchFileSnapshot(file.pathname);
});
