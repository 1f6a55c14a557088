import type { Ladders } from '../model/ladders.ts';
import type { PackRequest } from '../model/pack.ts';
import type { Addressee } from '../select/addressee.ts';
import { audiencesOf, unanswered } from '../select/audience.ts';
import { UsageProblem } from '../usage.ts';
import { didYouMean } from './nearest.ts';

const NOUNS = { companies: 'company', levels: 'level', roles: 'role' };

/**
 * Refuses what nothing in the library answers to.
 * @throws {UsageProblem} with what there is to ask for
 */
export function refuseUnanswered(addressees: Addressee[], request: PackRequest, ladders: Ladders): void {
  if (addressees.length === 0 || !Object.keys(NOUNS).some((by) => request[by as keyof typeof NOUNS])) return;
  const missing = unanswered(audiencesOf(addressees, ladders), request, ladders);
  if (missing.length === 0) return;
  const lines = missing.map(({ by, value, known }) => {
    return `No pack is for the ${NOUNS[by]} "${value}".${didYouMean(value, known)} The sources give: ${known.join(', ') || 'none'}.`;
  });
  throw new UsageProblem(lines.join('\n'));
}
