import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256OfFile } from '../../pipeline/cache/hash.mjs';
import { temporaryFolder } from '../publish/folders.ts';

const MEMORY = 2 ** 20;

test('the hash of a file is that of its bytes, whether they are read at once or not', async () => {
  await using folder = await temporaryFolder();
  const [file, one] = [join(folder.path, 'file'), Buffer.alloc(3 * MEMORY, 'not the same everywhere ')];
  for (const length of [0, 1, MEMORY - 1, MEMORY, MEMORY + 1, 2 * MEMORY, 3 * MEMORY - 5]) {
    const bytes = one.subarray(0, length);
    await writeFile(file, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect({ length, sha256: sha256OfFile(file) }).toEqual({ length, sha256 });
  }
});

test('a folder and what is not there have none', async () => {
  await using folder = await temporaryFolder();
  expect(() => sha256OfFile(folder.path)).toThrow(/EISDIR/);
  expect(() => sha256OfFile(join(folder.path, 'nowhere'))).toThrow(/ENOENT/);
});
