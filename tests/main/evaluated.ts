import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Covered {
  result: { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }[];
}

/** What a process has run that left its coverage in a folder (NODE_V8_COVERAGE): its files, and the modules inside of those that are bundles. */
export async function evaluatedIn(folder: string): Promise<string[]> {
  const reports = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return reports.flatMap((report) =>
    (JSON.parse(report) as Covered).result.flatMap(({ url, functions }) => {
      const run = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0);
      return [
        url,
        ...run.map(({ functionName }) => functionName).filter((name) => /^(?:node_modules|pipeline)\//.test(name)),
      ];
    }),
  );
}
