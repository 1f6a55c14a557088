import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BuildOptions, Monitor } from '../../pipeline/build/options.ts';
import { openWorkshop, type Workshop } from '../../pipeline/build/workshop.ts';

/** What a small guide of one company says. */
export interface Guide {
  company: string;
  level: string;
  questions: string[];
  pitfalls?: string[];
}

/** A guide as people write it. */
export function guide({ company, level, questions, pitfalls = [] }: Guide): string {
  const list = (lines: string[]) => lines.map((line) => `- ${line}`).join('\n');
  return [
    `# Behavioral interview at ${company}`,
    `Company: ${company}\nLevel target: ${level}`,
    `## Practice questions\n\n${list(questions)}`,
    ...(pitfalls.length > 0 ? [`## Pitfalls\n\n${list(pitfalls)}`] : []),
    '',
  ].join('\n\n');
}

export const META = {
  company: 'Meta',
  level: 'IC6',
  questions: ['Tell me about a launch that went wrong.', 'Describe a decision you made with half of the data.'],
  pitfalls: ['Saying "we" for everything.'],
};
export const GOOGLE = { company: 'Google', level: 'L5', questions: ['How do you disagree with a senior colleague?'] };

/** Two companies and what holds for everybody. */
export const SMALL: Record<string, string> = {
  'meta/ownership.txt': guide(META),
  'google/together.md': guide(GOOGLE),
  'general.md': '# Behavioral interview\n\n## Practice questions\n\n- Why do you want this role?\n',
};

/** Writes files below a folder. */
export async function write(folder: string, texts: Record<string, string | Uint8Array>): Promise<void> {
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** Options for cheat sheets on A4, the smallest build that prints. */
export function options(sources: string, out: string, more: Partial<BuildOptions> = {}): BuildOptions {
  return {
    sources,
    out,
    request: { kinds: ['cheat-sheet'] },
    papers: ['a4'],
    branding: undefined,
    config: join(sources, '../packs.config.json'),
    shard: undefined,
    merge: [],
    parseTimeout: 10_000,
    jobs: 2,
    why: [],
    clean: false,
    ...more,
  };
}

/** A workshop that keeps nothing but the open browser from one build to the next. */
export function pressOnly(): Workshop {
  const workshop = openWorkshop();
  return { ...workshop, warm: (readings) => readings, hold: (readings) => ({ readings, isHeld: false }) };
}

export const quiet: Monitor = { note: () => undefined, progress: () => undefined };
