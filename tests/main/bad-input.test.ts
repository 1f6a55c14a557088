import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run as check } from '../../pipeline/verbs/check.ts';
import { run as extract } from '../../pipeline/verbs/extract.ts';
import type { Desk } from '../../pipeline/verbs/verb.ts';
import { SMALL, write } from '../build/small.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { PATIENT, run } from './program.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
});
afterAll(() => folder[Symbol.asyncDispose]());

const GENERAL = SMALL['general.md'] ?? '';
const parseTimeout = 60_000;

function listener(): Desk & { said: string[] } {
  const said: string[] = [];
  const listen = (line: string) => said.push(line);
  const { signal } = new AbortController();
  return { said, say: listen, note: listen, isColoured: { say: false, note: false }, screen: undefined, signal };
}

test.each<[string, 'fine' | 'errors', RegExp, string | Uint8Array]>([
  [
    'an empty file',
    'fine',
    /^bad: warning: no text; expected a file with text: fill it or remove it \(file-empty\)$/m,
    '',
  ],
  ['a file that is not text', 'errors', /^bad: error: .*; expected text: .* \(file-not-text\)$/m, new Uint8Array(999)],
  [
    'invalid UTF-8',
    'fine',
    /^bad:1:\d+: warning: .*UTF-8.* \(encoding-guessed\)$/m,
    Buffer.from(`# \xe9\n${GENERAL}`, 'latin1'),
  ],
  ['UTF-16 with a mark', 'fine', /^Nothing to report$/, Buffer.from(`\ufeff${GENERAL}`, 'utf16le')],
  [
    'a file over 1 MiB',
    'errors',
    /^bad: error: 1048577 bytes; expected at most 1 MiB: split the file/m,
    'a'.repeat(2 ** 20 + 1),
  ],
  [
    'a line that is too long',
    'errors',
    /^bad:9:1: error: .* \(line-too-long\)$/m,
    `${GENERAL}\n\n\n${'a'.repeat(70_000)}\n`,
  ],
])('%s: one clear line, and every other file is read', async (name, verdict, line, bytes) => {
  const sources = join(folder.path, name);
  await write(sources, { 'general.md': GENERAL, bad: bytes });
  const checked = listener();
  expect(await check({ sources, parseTimeout, format: 'human' }, checked)).toBe(verdict);
  expect(checked.said.join('\n')).toMatch(line);
  const out = join(folder.path, `${name}.json`);
  expect(await extract({ sources, parseTimeout, out }, listener())).toBe(verdict);
  const { items } = JSON.parse((await contents(folder.path))[`${name}.json`] ?? '');
  expect(items.map(({ text }: { text: string }) => text)).toContain('Why do you want this role?');
});

/** Root reads everything: as root, the program runs as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test('what cannot be opened, leads out of the folder, or has a strange name', async () => {
  const sources = join(folder.path, 'strange');
  await write(sources, { 'general.md': GENERAL, 'closed.md': 'text', 'b\nad\x1b[31m': '' });
  await chmod(join(sources, 'closed.md'), 0);
  await mkdir(join(sources, 'closed'), { mode: 0 });
  await symlink('/etc/hostname', join(sources, 'out'));
  await symlink('gone', join(sources, 'nowhere'));
  const { code, stdout, stderr } = await run(['check', '--sources', sources, ...PATIENT], nobody);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout.match(/^\S+: \w+: .*$/gm)).toEqual([
    expect.stringMatching(/^b␊ad␛\[31m: warning: no text/),
    expect.stringMatching(/^closed: error: EACCES; expected a file that can be opened/),
    expect.stringMatching(/^closed\.md: error: EACCES; expected a file that can be opened/),
    expect.stringMatching(/^nowhere: error: ENOENT/),
    expect.stringMatching(/^out: error: a link that leads out of the sources folder/),
  ]);
});

test('an empty folder, and one with nothing readable in it', async () => {
  const [empty, unreadable] = [join(folder.path, 'empty'), join(folder.path, 'unreadable')];
  await mkdir(empty);
  await write(unreadable, { picture: new Uint8Array(999) });
  const checked = listener();
  expect(await check({ sources: unreadable, parseTimeout, format: 'human' }, checked)).toBe('errors');
  expect(checked.said.join()).toMatch(
    /error: no file with text in .*unreadable; expected .*: add a \.txt or \.md file/,
  );
  const { code, stderr } = await run(['build', '--sources', empty, '--out', join(folder.path, 'out')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/error: no file with text in .*empty[\s\S]*Nothing was published/);
});
