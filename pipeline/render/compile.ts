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
export async function compileTemplates<Key extends string>(
  name: string,
  own: typeof Handlebars,
  texts: Record<Key, string>,
  options: CompileOptions,
): Promise<Record<Key, Handlebars.TemplateDelegate>> {
  const keys = Object.keys(texts) as Key[];
  // Handlebars writes into the options that it is given.
  const specification = (key: Key) => `${JSON.stringify(key)}: ${own.precompile(texts[key], { ...options })}`;
  const make = () => `({${keys.map(specification).join()}})`;
  const specifications = runInThisContext(await kept(name, hashOf([own.VERSION, options, texts]), make));
  const compiled = keys.map((key) => [key, own.template(specifications[key])] as const);
  return Object.fromEntries(compiled) as Record<Key, Handlebars.TemplateDelegate>;
}

async function kept(name: string, hash: string, make: () => string): Promise<string> {
  if (!hasPackages()) return make();
  try {
    const file = await keptCode(fileOf(name, hash), make);
    return await readFile(file, 'utf8');
  } catch {
    return make();
  }
}
