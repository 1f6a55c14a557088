import { decide } from '../build/config.ts';
import { refuseUnanswered } from '../build/request.ts';
import { readLadders } from '../ladders.ts';
import { readLibrary } from '../library.ts';
import { addresseesOf } from '../select/addressee.ts';
import { selectPacks } from '../select.ts';
import { type PackFlags, requestOf, type SourceFlags } from './flags.ts';
import type { Desk, Verdict } from './verb.ts';

/** Prints the packs that a build would make, a line each: name, band, role and how many entries it has to choose from. */
export async function run(flags: SourceFlags & PackFlags, desk: Desk): Promise<Verdict> {
  const asked = { request: requestOf(flags), papers: undefined, branding: undefined, config: flags.config };
  const { request } = await decide(asked);
  const { library } = await readLibrary(flags.sources, flags);
  const ladders = await readLadders();
  refuseUnanswered(addresseesOf(library.items), request, ladders);
  const packs = selectPacks(library, ladders, request);
  for (const { path, audience, sections } of packs) {
    const entries = Object.values(sections).flat().length;
    desk.say([path, audience.band, audience.role, `${entries} entries`].filter(Boolean).join('  '));
  }
  if (packs.length === 0) desk.note('The sources hold nothing that a pack could be made of: `check` says why.');
  return packs.length > 0 ? 'fine' : 'errors';
}
