import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { start } from '../main/program.ts';
import { temporaryFolder } from '../publish/folders.ts';

/** What a whole process needed. */
export interface Timed {
  milliseconds: number;
  /** The most memory that the process itself held, in MiB; that of the browser is not in it. */
  memory: number;
  stdout: string;
}

/** Runs the program, or another script, to its end. */
export async function timed(args: string[], script?: string): Promise<Timed> {
  await using folder = await temporaryFolder();
  const report = join(folder.path, 'memory');
  const hook = `--import ${new URL('./report-memory.mjs', import.meta.url)}`;
  const began = performance.now();
  const run = await start(args, { env: { NODE_OPTIONS: hook, MEMORY: report } }, script).ended;
  const milliseconds = performance.now() - began;
  if (run.code !== 0) throw new Error(`${args.join(' ')}: ${run.code}\n${run.stderr.slice(-2000)}`);
  return { milliseconds, memory: Number(await readFile(report, 'utf8')) / 1024, stdout: run.stdout };
}

export const median = (all: number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN;

/** A Markdown table. */
export function table(head: string[], rows: (string | number)[][]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
