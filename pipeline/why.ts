import type { LastBuild } from './cache/last.ts';
import { accountOf } from './changes/account.ts';
import type { Changes } from './changes.ts';
import { fileOf, type PrintedCopy } from './manifest.ts';
import { IDLE } from './why/idle.ts';

/** How people name what shapes a print. */
const NAMES: Record<string, string> = {
  program: 'the program',
  fonts: 'a font',
  browser: 'the browser',
  unicode: 'the Unicode tables of Node',
  template: 'its template',
};

/** Why a pack was printed or not, in words: from what shaped it now and before, and what changed in between. */
export function reasonFor(
  { copy, key, print, isNew }: PrintedCopy,
  packs: LastBuild['packs'],
  before: LastBuild['packs'],
  changes: Changes,
): string {
  const file = fileOf(copy);
  const [now, last] = [packs[file], before[file]];
  if (!print.ok || !now) return `${file}: not published: ${print.ok ? '' : print.reason}`;
  if (!isNew)
    return `${file}: ${last?.key === key ? IDLE : 'not printed: an earlier build has printed the same, and it was kept'}`;
  if (!last) return `${file}: printed: it was not there before`;
  if (last.key === key) return `${file}: printed again: the print that was kept is gone or damaged`;
  const shaped = Object.entries(NAMES).flatMap(([name, words]) =>
    now.inputs[name] === last.inputs[name] ? [] : words,
  );
  const change = changes.packs.find(({ pack }) => pack === copy.pack.path);
  const sources = changes.sources.map((source) => source.file);
  const from = copy.pack.sources.flatMap(({ file }) => (sources.includes(file) ? file : []));
  const items = change ? `its items (${accountOf(change)}${from.length > 0 ? `, from ${from.join(', ')}` : ''})` : [];
  const causes = [...shaped].concat(shaped.length > 0 ? [] : items);
  return `${file}: printed: ${causes.join(' and ') || 'what stands around its items'} changed`;
}
