import type { Changes, PackChange } from '../changes.ts';

/** One line for each pack that changed: `meta/ic6/cheat-sheet: +2 questions, −1 pitfall`. */
export function accountLines({ packs }: Changes): string[] {
  return packs.map((change) => `${change.pack}: ${accountOf(change)}`);
}

/** The account of a build for people, as Markdown. */
export function changesMarkdown(changes: Changes): string {
  const packs = changes.packs.map((change) => `- \`${change.pack}\`: ${accountOf(change)}`);
  const sources = changes.sources.map(({ file, what }) => `- ${inCode(file)}: ${what}`);
  return [
    '# What changed',
    'This is the last build that changed something, against the one before it.',
    '## Packs',
    packs.join('\n') || 'No pack changed.',
    '## Sources',
    sources.join('\n') || 'No source changed.',
    '',
  ].join('\n\n');
}

/** Changes, with the account of each pack in words. */
export type ToldChanges = Omit<Changes, 'packs'> & { packs: (PackChange & { account: string })[] };

/** The same for the gallery, which opens from a disk and can read no other file than a script. */
export function changesScript(changes: Changes): string {
  const told: ToldChanges = { ...changes, packs: changes.packs.map((pack) => ({ ...pack, account: accountOf(pack) })) };
  return `globalThis.prepressChanges = ${JSON.stringify(told).replaceAll('<', '\\u003c')};\n`;
}

/** What came and went in a pack: `+2 questions, −1 pitfall`. */
export function accountOf({ what, added, removed }: PackChange): string {
  if (what === 'gone') return 'gone';
  const counts = (sign: string, of: Record<string, number>) =>
    Object.entries(of).map(([kind, count]) => `${sign}${count} ${named(kind, count)}`);
  if (what === 'new') {
    const items = Object.values(added).reduce((sum, count) => sum + count, 0);
    return `new, ${items} ${items === 1 ? 'item' : 'items'}`;
  }
  const items = [...counts('+', added), ...counts('−', removed)].join(', ');
  return items || 'same items on a page made anew';
}

const PLURALS: Record<string, string> = {
  criterion: 'criteria',
  guidance: 'points of guidance',
  'company-focus': 'company focuses',
  'question-to-ask': 'questions to ask',
};

function named(kind: string, count: number): string {
  if (count === 1) return kind === 'guidance' ? 'point of guidance' : kind.replaceAll('-', ' ');
  return PLURALS[kind] ?? `${kind.replaceAll('-', ' ')}s`;
}

/** A file's name in Markdown, which may hold anything that a name may. */
function inCode(file: string): string {
  const visible = file.replaceAll(/\p{C}/gu, '\ufffd');
  const fence = '`'.repeat(Math.max(0, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return visible.includes('`') ? `${fence} ${visible} ${fence}` : `\`${visible}\``;
}
