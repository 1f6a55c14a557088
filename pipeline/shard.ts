/** One of several builds that share the packs between them: the `index`th of `count`, from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** What belongs to a shard: every `count`th, so that the long ones of one company are spread. All together give everything once. */
export function shardOf<T>(all: T[], shard: Shard | undefined): T[] {
  return shard ? all.filter((_, place) => place % shard.count === shard.index - 1) : all;
}
