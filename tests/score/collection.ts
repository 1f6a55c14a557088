import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { load, type SourceFile } from '../../pipeline/load.ts';
import { type GoldProblem, type GoldRow, parseGold } from './gold.ts';

/** A source with what a careful reader takes from it. */
export interface GoldDocument {
  /** The path below the sources folder without its ending; its gold file has the same. */
  name: string;
  file: string;
  lines: string[];
  rows: GoldRow[];
}

/** A folder of sources beside the folder that mirrors it in gold. */
export interface Collection {
  name: string;
  sources: SourceFile[];
  documents: GoldDocument[];
  problems: GoldProblem[];
}

const GOLD_ENDING = '.tsv';
const withoutEnding = (file: string): string => file.replace(/(?<=[^/])\.[^./]*$/, '');
const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Reads sources (decoded as the pipeline decodes them) and their gold. Throws where a folder cannot be read. */
export async function readCollection(sourcesFolder: string, goldFolder: string): Promise<Collection> {
  const sources = await load(sourcesFolder);
  const goldFiles = (await readdir(goldFolder, { recursive: true }))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith(GOLD_ENDING))
    .sort();
  const documents: GoldDocument[] = [];
  const problems: GoldProblem[] = [];
  for (const goldFile of goldFiles) {
    const name = withoutEnding(goldFile);
    const [source, ...others] = sources.filter(({ file }) => withoutEnding(file) === name);
    const report = (message: string) => problems.push({ file: goldFile, line: 1, message });
    if (others.length > 0)
      report(`several sources have this name: ${[source, ...others].map((one) => one?.file).join(', ')}`);
    if (source?.text === undefined) {
      report(source ? `the source ${source.file} cannot be read as text` : `no source has this name`);
      continue;
    }
    const lines = linesOf(source.text);
    const gold = parseGold(goldFile, await readFile(join(goldFolder, goldFile), 'utf8'), lines);
    documents.push({ name, file: source.file, lines, rows: gold.rows });
    problems.push(...gold.problems);
  }
  for (const { file } of sources)
    if (!goldFiles.includes(withoutEnding(file) + GOLD_ENDING))
      problems.push({ file: withoutEnding(file) + GOLD_ENDING, line: 1, message: `the source ${file} has no gold` });
  return { name: sourcesFolder, sources, documents, problems };
}

/** The document that a file of a library is: the same path, or the longest that the file's path ends in. */
export function documentOf<D extends { name: string }>(file: string, documents: readonly D[]): D | undefined {
  const path = `/${withoutEnding(file)}`;
  return documents
    .filter(({ name }) => path.endsWith(`/${name}`))
    .reduce<D | undefined>((best, one) => (best && best.name.length > one.name.length ? best : one), undefined);
}
