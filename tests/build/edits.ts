import { readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { BuildOptions } from '../../pipeline/build/options.ts';
import { guide, write } from './small.ts';

/** One thing that somebody does between two builds. The numbers choose among what is there. */
export type Edit =
  | { do: 'add' | 'change'; which: number; company: number; questions: number[]; pitfall: number }
  | { do: (typeof FILE_EDITS)[number]; which: number }
  | { do: 'template'; which: number }
  | { do: 'option'; which: number };

const COMPANIES = [
  { company: 'Meta', level: 'IC6' },
  { company: 'Meta', level: 'IC5' },
  { company: 'Google', level: 'L5' },
];
const QUESTIONS = [
  'Tell me about a launch that went wrong.',
  'Describe a decision you made with half of the data.',
  'How do you disagree with a senior colleague?',
  'What did you stop, and why?',
  'Who was the hardest person to convince?',
];
const PITFALLS = ['Saying "we" for everything.', 'A story without a number.', 'Blaming → others ≤ once.'];

/** What a template, a style, a word or a partial may become. */
const TEMPLATES: [string, (text: string) => string][] = [
  ['cheat-sheet/style.css', (text) => `${text}\nh1 { letter-spacing: 0.${1 + (text.length % 8)}mm }\n`],
  ['cheat-sheet/page.hbs', (text) => text.replace('<main', `<main data-edit="${text.length}"`)],
  ['checklist/style.css', (text) => `${text}\n/* another remark */\n`],
  ['words.json', (text) => text.replaceAll(/: "(\w+)/g, (_, word: string) => `: "${word}${text.length % 10}`)],
];

const OPTIONS: Partial<BuildOptions>[] = [
  {},
  { papers: ['letter'] },
  { branding: 'Ours' },
  { request: { kinds: ['cheat-sheet'], companies: ['meta', 'google'] } },
  { parseTimeout: 20_000 },
];

const FILE_EDITS = ['touch', 'rename', 'revert', 'delete', 'empty'] as const;
const which = fc.nat(99);
export const edit: fc.Arbitrary<Edit> = fc.oneof<fc.WeightedArbitrary<Edit>[]>(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('add' as const, 'change' as const),
      which,
      company: fc.nat(COMPANIES.length - 1),
      questions: fc.uniqueArray(fc.nat(QUESTIONS.length - 1), { minLength: 1, maxLength: 3 }),
      pitfall: fc.nat(PITFALLS.length - 1),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom(...FILE_EDITS), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('template' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('option' as const), which }) },
);

/** A library under edit: its files, what they were before, and the options of the next build. */
export class Desk {
  readonly options: Partial<BuildOptions>[] = [{}];
  private readonly history: [string, string][] = [];
  private readonly sources: string;
  private readonly templates: string;

  constructor(sources: string, templates: string) {
    this.sources = sources;
    this.templates = templates;
  }

  async make(edit: Edit): Promise<void> {
    if (edit.do === 'template') return this.changeTemplate(edit.which);
    if (edit.do === 'option') return void this.options.push(OPTIONS[edit.which % OPTIONS.length] ?? {});
    const files = (await readdir(this.sources)).sort();
    const file = files[edit.which % files.length] ?? '';
    const path = join(this.sources, file);
    if (file) this.history.push([file, await readFile(path, 'utf8')]);
    switch (edit.do) {
      case 'add':
        return write(this.sources, { [`guide-${edit.which}.txt`]: textOf(edit) });
      case 'change':
        return file ? write(this.sources, { [file]: textOf(edit) }) : undefined;
      case 'touch':
        return file ? utimes(path, edit.which, edit.which) : undefined;
      case 'rename':
        return file ? rename(path, join(this.sources, `renamed-${edit.which}.md`)) : undefined;
      case 'empty':
        return files.length > 1 ? write(this.sources, { [file]: '' }) : undefined;
      case 'delete':
        return files.length > 1 ? rm(path) : undefined;
      case 'revert': {
        const [old, text] = this.history[edit.which % Math.max(1, this.history.length)] ?? [];
        return old !== undefined && text !== undefined ? write(this.sources, { [old]: text }) : undefined;
      }
    }
  }

  private async changeTemplate(which: number): Promise<void> {
    const [file, change] = TEMPLATES[which % TEMPLATES.length] ?? ['', (text: string) => text];
    await write(this.templates, { [file]: change(await readFile(join(this.templates, file), 'utf8')) });
  }
}

function textOf(edit: Extract<Edit, { do: 'add' | 'change' }>): string {
  const { company, level } = COMPANIES[edit.company] ?? { company: 'Meta', level: 'IC6' };
  const questions = edit.questions.map((index) => QUESTIONS[index] ?? '');
  return guide({ company, level, questions, pitfalls: [PITFALLS[edit.pitfall] ?? ''] });
}
