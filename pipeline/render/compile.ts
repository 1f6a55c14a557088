import { readFile } from 'node:fs/promises';
import { runInThisContext } from 'node:vm';
import type Handlebars from 'handlebars';
import { keptCode } from '../bundle/keep.ts';
import { fileOf, hasPackages } from '../bundle/kept.mjs';
import { hashOf } from '../cache/hash.mjs';

/**
 * Compiles templates by their names. What was compiled of the same texts before is kept beside the packages under a name of theirs, and
 * taken from there.
 */
export async function compileTemplates(
  name: string,
  own: typeof Handlebars,
  texts: Record<string, string>,
  options: CompileOptions,
): Promise<Record<string, Handlebars.TemplateDelegate>> {
  // Handlebars writes into the options that it is given.
  const specification = (text: string) => own.precompile(text, { ...options });
  const make = () =>
    `({${Object.entries(texts).map(([key, text]) => `${JSON.stringify(key)}: ${specification(text)}`)}})`;
  const specifications = runInThisContext(await kept(name, hashOf([own.VERSION, options, texts]), make));
  return Object.fromEntries(Object.keys(texts).map((text) => [text, own.template(specifications[text])]));
}

async function kept(name: string, hash: string, make: () => string): Promise<string> {
  if (!hasPackages()) return make();
  const file = await keptCode(fileOf(name, hash), async () => make()).catch(() => undefined);
  return (file && (await readFile(file, 'utf8').catch(() => undefined))) ?? make();
}
