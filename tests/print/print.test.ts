import { expect, test } from 'vitest';
import type { Print } from '../../pipeline/cache/prints.ts';
import type { Copy } from '../../pipeline/manifest.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import { printAll } from '../../pipeline/print.ts';
import { quiet } from '../build/small.ts';

const copyOf = (path: string) => ({ pack: { path }, paper: 'a4' }) as Copy;
const print = (key: string): Print => ({
  ok: true,
  pages: 1,
  leftOut: [],
  thumbnail: { width: 1, height: 1, thin: '', bold: '', rules: '', titles: [] },
  file: key,
  sha256: key,
});

/** Prints copies, some of which are in the cache and some of these damaged; tells in which order they were looked at. */
async function printed(names: string[], { kept, damaged = [] }: { kept: string[]; damaged?: string[] }) {
  const order: string[] = [];
  const prints = {
    has: (key: string) => kept.includes(key),
    get: async (key: string) => {
      order.push(key);
      return kept.includes(key) && !damaged.includes(key) ? print(key) : undefined;
    },
    put: async (key: string) => print(key),
    keep: async () => undefined,
  };
  const answer = { ok: true, bytes: new Uint8Array(), pages: 1, leftOut: [] };
  const copies = await printAll(names.map(copyOf), {
    cache: { prints, drafts: { put: async () => undefined, drop: async () => undefined } },
    keyOf: ({ pack }) => pack.path,
    jobOf: ({ pack }) => ({ id: pack.path }) as PrintJob,
    press: async () => ({ print: async () => answer as never, [Symbol.asyncDispose]: async () => undefined }),
    jobs: 1,
    monitor: quiet,
  });
  return { order, copies: copies.map(({ key, isNew }) => `${key} ${isNew ? 'new' : 'kept'}`) };
}

test('what the cache does not have is printed first, and all copies come back in their order', async () => {
  const { order, copies } = await printed(['a', 'b', 'c', 'd'], { kept: ['a', 'c'] });
  expect(order).toEqual(['b', 'd', 'a', 'c']);
  expect(copies).toEqual(['a kept', 'b new', 'c kept', 'd new']);
});

test('what is damaged in the cache is printed as well', async () => {
  const { copies } = await printed(['a', 'b', 'c'], { kept: ['a', 'c'], damaged: ['c'] });
  expect(copies).toEqual(['a kept', 'b new', 'c new']);
});
