import { PACK_KINDS } from '../../templates/registry.ts';
import type { Ladders } from '../ladder.ts';
import type { Library } from '../model/library.ts';
import { PAPERS, type Paper } from '../model/manifest.ts';
import type { PackRequest } from '../model/pack.ts';
import { audiencesOf, unanswered } from '../select/audience.ts';
import { UsageProblem } from '../usage.ts';
import { didYouMean } from './nearest.ts';

/**
 * The papers that are asked for.
 * @throws {UsageProblem} where one of them, or one of the kinds of packs, is none
 */
export function papersOf(papers: string[] = [...PAPERS], { kinds = [] }: PackRequest = {}): Paper[] {
  for (const kind of kinds) refuseUnknown('pack', kind, Object.keys(PACK_KINDS));
  for (const paper of papers) refuseUnknown('paper', paper, [...PAPERS]);
  return PAPERS.filter((paper) => papers.includes(paper));
}

function refuseUnknown(noun: string, value: string, known: string[]): void {
  if (known.includes(value)) return;
  throw new UsageProblem(`There is no ${noun} "${value}".${didYouMean(value, known)} There are: ${known.join(', ')}.`);
}

const NOUNS = { companies: 'company', levels: 'level', roles: 'role' };

/**
 * Refuses what nothing in the library answers to.
 * @throws {UsageProblem} with what there is to ask for
 */
export function refuseUnanswered({ items }: Library, request: PackRequest, ladders: Ladders): void {
  const missing = unanswered(audiencesOf(items, ladders), request, ladders);
  if (missing.length === 0) return;
  const lines = missing.map(({ by, value, known }) => {
    return `No pack is for the ${NOUNS[by]} "${value}".${didYouMean(value, known)} The sources give: ${known.join(', ') || 'none'}.`;
  });
  throw new UsageProblem(lines.join('\n'));
}
