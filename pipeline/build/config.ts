import { readFile } from 'node:fs/promises';
import { PACK_KINDS } from '../../templates/registry.ts';
import { PacksConfig } from '../model/config.ts';
import { PAPERS, type Paper } from '../model/manifest.ts';
import type { PackRequest } from '../model/pack.ts';
import { UsageProblem } from '../usage.ts';
import { didYouMean } from './nearest.ts';
import type { Asked } from './options.ts';

/** What is to be made, with everything decided. */
export interface Wanted {
  request: PackRequest;
  papers: Paper[];
  branding: string | undefined;
}

/**
 * What is asked for: by the command line, else by the configuration file, where there is one.
 * @throws {UsageProblem} where the file is no configuration, or a kind of pack or a paper is none
 */
export async function decide({ config: file, request, papers, branding }: Asked): Promise<Wanted> {
  const config = await readConfig(file);
  const { companies, levels, roles, packs } = config;
  const merged = { companies, levels, roles, kinds: packs, ...request };
  for (const kind of merged.kinds ?? []) refuseUnknown('pack', kind, Object.keys(PACK_KINDS));
  for (const paper of papers ?? []) refuseUnknown('paper', paper, PAPERS);
  const wanted = papers ?? config.papers;
  return {
    request: merged,
    papers: PAPERS.filter((paper) => wanted?.includes(paper) ?? true),
    branding: branding ?? config.branding,
  };
}

async function readConfig(file: string): Promise<PacksConfig> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw new UsageProblem(`${file} cannot be read (${error.code}): change its rights, or name another with --config`);
  });
  const config = PacksConfig.safeParse(parsed(text, file));
  if (config.success) return config.data;
  const problems = config.error.issues.map(({ path, message }) => `${file}: ${[...path, message].join(': ')}`);
  throw new UsageProblem(problems.join('\n'));
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageProblem(`${file} is no JSON: ${(error as Error).message}`);
  }
}

function refuseUnknown(noun: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw new UsageProblem(`There is no ${noun} "${value}".${didYouMean(value, known)} There are: ${known.join(', ')}.`);
}
