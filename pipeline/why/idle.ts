import { namedFiles } from './named.ts';

/** Why a pack was not printed where it is as it was. */
export const IDLE = 'not printed: nothing that shapes it has changed';

/**
 * The same for all that are named, in a build that found nothing changed.
 * @throws {UsageProblem} where a name is no pack's
 */
export function idleReasons(names: string[], files: string[]): string[] {
  return namedFiles(names, files).map((file) => `${file}: ${IDLE}`);
}
