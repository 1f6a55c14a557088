export const isLong = Boolean(process.env.PREPRESS_LONG);

/**
 * Every property runs from a seed that stays and from one that changes with each run; `PREPRESS_SEED` sets the second.
 * fast-check prints the seed and the path of what failed.
 */
export const SEEDS = {
  'the fixed seed': 20_260_914,
  'a rotating seed': Number(process.env.PREPRESS_SEED ?? Date.now() % 2 ** 31),
};

/** How many cases a property gets: as many as given in the ordinary run, ten times as many in the long one. */
export const cases = (ordinary: number): number => (isLong ? ordinary * 10 : ordinary);
