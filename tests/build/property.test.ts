import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { type CopiedProgram, copyProgram } from './copied-program.ts';
import { Desk, edit } from './edits.ts';
import { options, SMALL, write } from './small.ts';

const SEQUENCES = process.env.PREPRESS_LONG ? 200 : 8;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program: CopiedProgram;
beforeAll(async () => {
  folder = await temporaryFolder();
  program = await copyProgram(join(folder.path, 'program'));
});
afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** Everything published but the account of changes, which is history. */
async function published(out: string): Promise<Record<string, string>> {
  const { 'CHANGES.md': _, 'changes.js': __, ...files } = await contents(out);
  return files;
}

test(`after every one of any edits, the out folder is what a clean build makes (${SEQUENCES} sequences)`, async () => {
  const [sources, out, clean] = ['sources', 'out', 'clean'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  const sequence = fc.asyncProperty(fc.array(edit, { minLength: 3, maxLength: 4, size: 'max' }), async (edits) => {
    for (const path of [sources, out]) await rm(path, { recursive: true, force: true });
    await write(
      sources,
      Object.fromEntries(Object.entries(SMALL).map(([file, text]) => [file.replaceAll('/', '-'), text])),
    );
    const desk = new Desk(sources, join(program.path, 'templates'));
    await program.build(options(sources, out));
    for (const step of edits) {
      await desk.make(step);
      const asked = desk.options.at(-1) ?? {};
      const before = await published(out);
      const { isPublished, refused } = await program.build(options(sources, out, asked));
      if (!isPublished) expect(await published(out)).toEqual(before);
      if (isPublished)
        expect(await program.build(options(sources, out, asked))).toMatchObject({ isIdle: true, printed: [] });
      await rm(clean, { recursive: true, force: true });
      expect(await program.build(options(sources, clean, asked))).toMatchObject({
        isPublished,
        isIdle: false,
        ...(refused === undefined ? {} : { refused }),
      });
      if (isPublished) expect(await published(out)).toEqual(await published(clean));
    }
  });
  await fc.assert(sequence, { numRuns: SEQUENCES, endOnFailure: true });
});
