import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FILE_CAP, load } from '../../pipeline/load.ts';
import { diagnosticsOf } from '../../pipeline/rules.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepress-load-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What is loaded: each file with its text and the rules that its diagnostics name. */
async function loaded(): Promise<Record<string, { text: string | undefined; rules: string[] }>> {
  const sources = await load(folder);
  return Object.fromEntries(
    sources.map(({ file, text, vfile }) => [file, { text, rules: diagnosticsOf(vfile).map(({ rule }) => rule) }]),
  );
}

/** Runs something without the rights of root, whom no file is closed to. */
async function asOrdinaryUser<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

const NOBODY = 65_534;
const TEXT = 'Tell me about a “naïve” café.\nWhy – and for €3?\n';
const windows1252 = (text: string): Buffer =>
  Buffer.from([...text].map((char) => ({ '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 })[char] ?? char.charCodeAt(0)));
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  test.each<[string, Buffer, string[]]>([
    ['UTF-8', Buffer.from(TEXT), []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), []],
    ['UTF-16, little end first, with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), []],
    ['UTF-16, big end first, with a mark', bigEndian(`\uFEFF${TEXT}`), []],
    ['UTF-16, little end first', Buffer.from(TEXT, 'utf16le'), ['encoding-guessed']],
    ['UTF-16, big end first', bigEndian(TEXT), ['encoding-guessed']],
    ['Windows-1252', windows1252(TEXT), ['encoding-guessed']],
  ])('%s', async (_, bytes, rules) => {
    await writeFile(join(folder, 'a.txt'), bytes);
    expect(await loaded()).toEqual({ 'a.txt': { text: TEXT, rules } });
  });

  test('the first byte that is not UTF-8 is named by line and column', async () => {
    await writeFile(join(folder, 'a.txt'), windows1252('plain\nwhy not café\n'));
    const [source] = await load(folder);
    expect(source && diagnosticsOf(source.vfile)).toMatchObject([{ line: 2, column: 12, rule: 'encoding-guessed' }]);
  });

  test.each<[string, Buffer]>([
    ['the bytes of an image', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex')],
    ['a NUL in a text', Buffer.from('Tell me\0 about it')],
    ['control characters', Buffer.from('\x01\x02\x03\x04 text')],
  ])('%s are no text', async (_, bytes) => {
    await writeFile(join(folder, 'a.txt'), bytes);
    expect(await loaded()).toEqual({ 'a.txt': { text: undefined, rules: ['file-not-text'] } });
  });

  test('a stray control character in a page is let through', async () => {
    await writeFile(join(folder, 'a.txt'), `${'A long line of text. '.repeat(10)}\x07`);
    expect((await loaded())['a.txt']).toMatchObject({ rules: [] });
  });
});

describe('files', () => {
  test('come in the order of their names, those of folders too, without hidden ones', async () => {
    await mkdir(join(folder, 'b', 'c'), { recursive: true });
    await mkdir(join(folder, '.git'));
    for (const file of ['z.txt', 'b/c/1.md', 'b/Ä.txt', 'a.html', '.hidden', '.git/config'])
      await writeFile(join(folder, file), 'text');
    expect((await load(folder)).map(({ file }) => file)).toEqual(['a.html', 'b/c/1.md', 'b/Ä.txt', 'z.txt']);
  });

  test('that are empty or too large are named', async () => {
    await writeFile(join(folder, 'empty.txt'), ' \n\n');
    await writeFile(join(folder, 'fits.txt'), 'a'.repeat(FILE_CAP));
    await writeFile(join(folder, 'large.txt'), 'a'.repeat(FILE_CAP + 1));
    const all = await loaded();
    expect(all['empty.txt']).toEqual({ text: ' \n\n', rules: ['file-empty'] });
    expect(all['fits.txt']?.text).toHaveLength(FILE_CAP);
    expect(all['large.txt']).toEqual({ text: undefined, rules: ['file-too-large'] });
  });

  test('are followed through a link that stays inside, and through no other', async () => {
    await writeFile(join(folder, 'a.txt'), 'inside');
    await symlink('a.txt', join(folder, 'inside.txt'));
    await symlink(process.execPath, join(folder, 'outside.txt'));
    await symlink('nowhere', join(folder, 'dangling.txt'));
    expect(await loaded()).toEqual({
      'a.txt': { text: 'inside', rules: [] },
      'dangling.txt': { text: undefined, rules: ['file-unreadable'] },
      'inside.txt': { text: 'inside', rules: [] },
      'outside.txt': { text: undefined, rules: ['file-outside'] },
    });
  });

  test.skipIf(process.platform === 'win32')('that are pipes are never waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await loaded()).toEqual({ 'pipe.txt': { text: undefined, rules: ['file-unreadable'] } });
  });

  test.skipIf(process.platform === 'win32')('that may not be read are named', async () => {
    await writeFile(join(folder, 'a.txt'), 'text');
    await chmod(join(folder, 'a.txt'), 0);
    await chmod(folder, 0o755);
    const sources = await asOrdinaryUser(loaded);
    expect(sources).toEqual({ 'a.txt': { text: undefined, rules: ['file-unreadable'] } });
  });

  test('the same bytes have the same hash, whatever their name', async () => {
    for (const file of ['a.txt', 'b.txt']) await writeFile(join(folder, file), TEXT);
    await writeFile(join(folder, 'c.txt'), `${TEXT}.`);
    const [a, b, c] = (await load(folder)).map(({ sha256 }) => sha256);
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  test('a folder that is not there is a problem of its own', async () => {
    await expect(load(join(folder, 'nowhere'))).rejects.toThrow(/ENOENT/);
  });
});
