import { isAbsolute, relative } from 'node:path';
import { load, type SourceFile } from '../load.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { remembered } from '../remembered.ts';
import { RULES, type RuleId } from '../rules.ts';
import { UsageProblem } from '../usage.ts';

/** The sources of a folder, and what is wrong with the folder as a whole. */
export interface Loaded {
  sources: SourceFile[];
  diagnostics: Diagnostic[];
}

/**
 * Loads the sources folder.
 * @throws {UsageProblem} where there is no such folder
 */
export async function loadFolder(folder: string): Promise<Loaded> {
  try {
    const sources = await load(folder);
    const hasText = sources.some(({ text }) => text?.trim());
    return { sources, diagnostics: hasText ? [] : [about('no-sources', `no file with text in ${folder}`)] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UsageProblem(`There is no folder ${folder}: name the folder of your texts with --sources`);
    }
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    return { sources: [], diagnostics: [about('file-unreadable', `${folder} (${code})`)] };
  }
}

const about = (rule: RuleId, found: string): Diagnostic => ({ file: '.', rule, found, ...RULES[rule] });

/**
 * Refuses an out folder among the sources: the library that a build writes would be read by the next one.
 * @throws {UsageProblem}
 */
export function refuseOutAmongSources(sources: string, out: string): void {
  const path = relative(sources, out);
  if (path.startsWith('..') || isAbsolute(path) || path.split(/[\\/]/).some((part) => part.startsWith('.'))) return;
  throw new UsageProblem(`${out} stands among the sources: name another folder with --out`);
}

/** The source lines that diagnostics speak of, by `file:line`, as far as people need to see them; but those that are `known` already. */
export function excerptsOf(
  sources: Pick<SourceFile, 'file' | 'text'>[],
  diagnostics: Diagnostic[],
  known: ReadonlyMap<string, string> = new Map(),
): Record<string, string> {
  const excerpts: Record<string, string> = {};
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const linesOf = remembered((file: string) => (byFile.get(file)?.text ?? '').split(/\r\n|\n|\r/));
  for (const { file, line } of diagnostics) {
    if (line === undefined) continue;
    const place = `${file}:${line}`;
    const text = known.get(place) ?? linesOf(file)[line - 1];
    if (text !== undefined) excerpts[place] = text.slice(0, 400);
  }
  return excerpts;
}
