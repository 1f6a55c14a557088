import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCollection } from './collection.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-'));
  await mkdir(join(folder, 'sources'));
  await mkdir(join(folder, 'gold'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
const read = () => readCollection(join(folder, 'sources'), join(folder, 'gold'));
const mistakes = async () => (await read()).problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);

test('sources are decoded and found by the path of their gold', async () => {
  await put('sources/meta/wide.txt', Buffer.from('\uFEFFWhat went wrong?\r\nUn año después', 'utf16le'));
  await put('sources/old.v2.md', Buffer.from('Was lief gut, und f\xfcr wen?\rOder nicht?', 'latin1'));
  await put('gold/meta/wide.tsv', '1\tquestion\tends=wrong\n');
  await put('gold/old.v2.tsv', '1\tquestion\n2\tfollow-up\n');
  const { documents, problems } = await read();
  expect(problems).toEqual([]);
  expect(documents.map(({ name, file, lines, rows }) => [name, file, lines, rows.length])).toEqual([
    ['meta/wide', 'meta/wide.txt', ['What went wrong?', 'Un año después'], 1],
    ['old.v2', 'old.v2.md', ['Was lief gut, und für wen?', 'Oder nicht?'], 2],
  ]);
});

test('gold and sources that do not belong together are mistakes', async () => {
  await put('sources/alone.txt', 'What went wrong?');
  await put('sources/twice.txt', 'What went wrong?');
  await put('sources/twice.md', 'What went wrong?');
  await put('sources/binary.txt', new Uint8Array([1, 2, 3, 0, 0, 0, 1, 2]));
  for (const name of ['twice', 'binary', 'lost']) await put(`gold/${name}.tsv`, '1\tquestion\n');
  expect(await mistakes()).toEqual([
    'binary.tsv:1: the source binary.txt cannot be read as text',
    'lost.tsv:1: no source has this name',
    'twice.tsv:1: several sources have this name: twice.md, twice.txt',
    'alone.tsv:1: the source alone.txt has no gold',
  ]);
});

test('mistakes name the gold file and its line', async () => {
  await put('sources/meta/a.txt', 'What went wrong?\n\nNothing.');
  await put('gold/meta/a.tsv', '# comment\n2\tquestion\n');
  expect(await mistakes()).toEqual(['meta/a.tsv:2: line 2 of the document is blank']);
});
