/** Why a pack was not printed where it is as it was. */
export const IDLE = 'not printed: nothing that shapes it has changed';

/** The same for all of these, in a build that found nothing changed. */
export const idleReasons = (files: string[]): string[] => files.map((file) => `${file}: ${IDLE}`);
