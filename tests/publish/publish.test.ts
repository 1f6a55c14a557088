import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EnvironmentProblem } from '../../pipeline/environment.ts';
import { breakDisk } from './broken-disk.ts';
import { files, nothing, openQuietly, publish } from './builds.ts';
import { contents, temporaryFolder } from './folders.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let out: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  out = join(folder.path, 'out');
});
afterEach(() => folder[Symbol.asyncDispose]());

const texts = (published: Record<string, string>) => {
  const { 'manifest.json': _, ...others } = published;
  return others;
};

test('publishes what is new, replaces what changed, removes what is gone with its empty folders', async () => {
  expect(await publish(out, { 'meta/ic6/a.pdf': 'a1', 'meta/ic5/b.pdf': 'b', 'library.json': '1' })).toHaveLength(4);
  expect(texts(await contents(out))).toEqual({
    'library.json': '1',
    'meta/': '',
    'meta/ic5/': '',
    'meta/ic5/b.pdf': 'b',
    'meta/ic6/': '',
    'meta/ic6/a.pdf': 'a1',
  });
  const changed = await publish(out, { 'meta/ic6/a.pdf': 'a2', 'library.json': '1' });
  expect(changed.sort()).toEqual(['manifest.json', 'meta/ic5/b.pdf', 'meta/ic6/a.pdf']);
  expect(texts(await contents(out))).toEqual({
    'library.json': '1',
    'meta/': '',
    'meta/ic6/': '',
    'meta/ic6/a.pdf': 'a2',
  });
});

test('leaves a file alone that holds the right bytes already, and mends one that does not', async () => {
  await publish(out, { 'a.pdf': 'a', 'b.pdf': 'b' });
  const before = await stat(join(out, 'a.pdf'));
  await writeFile(join(out, 'b.pdf'), 'damaged');
  expect(await publish(out, { 'a.pdf': 'a', 'b.pdf': 'b' })).toEqual(['b.pdf']);
  expect((await stat(join(out, 'a.pdf'))).ino).toBe(before.ino);
  expect(await readFile(join(out, 'b.pdf'), 'utf8')).toBe('b');
});

test('keeps everything that is not published in the hidden folder', async () => {
  await publish(out, { 'a.pdf': 'a' });
  await rm(join(out, 'a.pdf'));
  await rm(join(out, 'manifest.json'));
  await rm(join(out, '.prepress'), { recursive: true });
  expect(await contents(folder.path)).toEqual({ 'out/': '' });
});

test.each([
  ['a file of the same name', 'library.json', 'library.json'],
  ['a file where a folder is needed', 'meta', 'meta'],
  ['a manifest of another program', 'manifest.json', 'manifest.json'],
])('touches nothing where %s stands there', async (_, name, named) => {
  await mkdir(out);
  await writeFile(join(out, name), '{"mine": true}');
  const attempt = publish(out, { 'library.json': '1', 'meta/ic6/a.pdf': 'a' });
  await expect(attempt).rejects.toThrow(EnvironmentProblem);
  await expect(attempt).rejects.toThrow(named);
  expect(await contents(out)).toEqual({ [name]: '{"mine": true}' });
});

test('never touches a file beside its own, nor one outside that a forged manifest names', async () => {
  await mkdir(join(out, 'meta'), { recursive: true });
  await writeFile(join(out, 'notes.txt'), 'mine');
  await writeFile(join(out, 'meta/mine.pdf'), 'mine');
  await writeFile(join(folder.path, 'outside.txt'), 'mine');
  await publish(out, { 'meta/a.pdf': 'a' });
  const manifest = {
    schemaVersion: 1,
    packs: [{ file: 'meta/a.pdf' }],
    files: ['../outside.txt', 'meta/../../outside.txt'],
  };
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest));
  await publish(out, { 'b.pdf': 'b' });
  expect(texts(await contents(out))).toEqual({
    'b.pdf': 'b',
    'meta/': '',
    'meta/mine.pdf': 'mine',
    'notes.txt': 'mine',
  });
  expect(await readFile(join(folder.path, 'outside.txt'), 'utf8')).toBe('mine');
});

test('publishes through a folder that is a link', async () => {
  await mkdir(join(folder.path, 'elsewhere'));
  await mkdir(out);
  await symlink('../elsewhere', join(out, 'meta'));
  await publish(out, { 'meta/a.pdf': 'a' });
  expect(await readFile(join(folder.path, 'elsewhere/a.pdf'), 'utf8')).toBe('a');
});

const before = { 'meta/ic5/gone.pdf': 'gone', 'meta/ic6/a.pdf': 'a1', 'library.json': '1' };
const after = { 'meta/ic6/a.pdf': 'a2', 'google/new.pdf': 'new', 'library.json': '2' };

test('killed at any point, the next command leaves the whole old build or the whole new one', async () => {
  const [old, renewed] = [join(folder.path, 'old'), join(folder.path, 'new')];
  await publish(old, before);
  await publish(renewed, after);
  const whole = [await contents(old), await contents(renewed)];
  const found = new Set<number>();
  for (let nth = 1, reached = true; reached; nth++) {
    await rm(out, { recursive: true, force: true });
    await publish(out, before);
    const opened = await openQuietly(out);
    {
      using disk = breakDisk(folder.path, nth);
      await opened.publish(files(after), nothing).catch(() => undefined);
      reached = disk.reached;
    }
    for (const [path, text] of Object.entries(await contents(out))) {
      expect([whole[0]?.[path], whole[1]?.[path]], `${path} after ${nth} calls`).toContain(text);
    }
    await opened[Symbol.asyncDispose]();
    await using _next = await openQuietly(out);
    const left = await contents(out);
    const which = whole.findIndex((build) => JSON.stringify(build) === JSON.stringify(left));
    expect(which, `neither build after ${nth} calls: ${Object.keys(left)}`).toBeGreaterThanOrEqual(0);
    found.add(which);
  }
  expect([...found].sort()).toEqual([0, 1]);
});

test.each(['ENOSPC', 'EACCES', 'EROFS'])(
  'where the disk refuses any one call with %s, nothing is published',
  async (code) => {
    const whole = join(folder.path, 'old');
    await publish(whole, before);
    const old = await contents(whole);
    let refused = 0;
    for (let nth = 1, reached = true; reached; nth++) {
      await rm(out, { recursive: true, force: true });
      await publish(out, before);
      {
        await using opened = await openQuietly(out);
        using disk = breakDisk(folder.path, nth, code);
        const published = await opened.publish(files(after), nothing).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(EnvironmentProblem);
            return false;
          },
        );
        reached = disk.reached;
        if (published) continue;
        refused++;
      }
      expect(await contents(out), `after call ${nth}`).toEqual(old);
    }
    expect(refused).toBeGreaterThan(8);
  },
);
