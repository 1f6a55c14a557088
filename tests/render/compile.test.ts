import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import handlebars from 'handlebars';
import { afterAll, expect, test, vi } from 'vitest';
import { KEPT } from '../../pipeline/bundle/kept.mjs';
import { compileTemplates } from '../../pipeline/render/compile.ts';

const STRICT = { strict: true, knownHelpersOnly: true };

/** Compiles and prints two templates; says how many of them were compiled anew. */
async function printed(greeting: string): Promise<{ text: string; anew: number }> {
  const own = handlebars.create();
  const precompile = vi.spyOn(own, 'precompile');
  const { a, b } = await compileTemplates('compile-test', own, { a: `${greeting} {{name}}`, b: '{{> a}}!' }, STRICT);
  own.registerPartial('a', a as Handlebars.TemplateDelegate);
  return { text: b?.({ name: '<you>' }) ?? '', anew: precompile.mock.calls.length };
}

const keptFiles = async () => (await readdir(KEPT)).filter((name) => name.startsWith('compile-test.')).sort();

afterAll(async () => {
  for (const file of await keptFiles()) await rm(join(KEPT, file));
});

test('what was compiled of the same texts is taken as it was kept, and made again where it is damaged', async () => {
  const greeting = `Good morning ${process.pid}`;
  const before = await keptFiles();
  const text = `${greeting} &lt;you&gt;!`;
  expect(await printed(greeting)).toEqual({ text, anew: 2 });
  const [file = ''] = (await keptFiles()).filter((name) => !before.includes(name));
  const whole = await readFile(join(KEPT, file));
  expect(await printed(greeting)).toEqual({ text, anew: 0 });
  expect(await printed(`${greeting}, and`)).toEqual({ text: `${greeting}, and &lt;you&gt;!`, anew: 2 });

  await writeFile(join(KEPT, file), whole.toString().replace('Good', 'Evil'));
  expect(await printed(greeting)).toEqual({ text, anew: 2 });
  expect(await readFile(join(KEPT, file))).toEqual(whole);
});

test('a template that cannot be compiled says so each time', async () => {
  const compile = () => compileTemplates('compile-test', handlebars.create(), { a: '{{#if}' }, STRICT);
  await expect(compile()).rejects.toThrow(/Parse error/);
  await expect(compile()).rejects.toThrow(/Parse error/);
});
