import { type Hashed, hashOf, hashOfFile } from '../cache/hash.mjs';
import type { Inputs } from '../cache/inputs.ts';
import type { PackRequest } from '../model/pack.ts';
import type { QueueOptions } from '../queue/settings.ts';
import type { Shard } from '../shard.ts';

/** Which packs are asked for on the command line, and the file that says the rest. */
export interface Asked {
  request: PackRequest;
  papers: string[] | undefined;
  /** A line of the user's own at the foot of every page. */
  branding: string | undefined;
  /** The path of the configuration; it need not be there. */
  config: string;
}

/** What a build is asked to do. Paths are absolute. */
export interface BuildOptions extends Asked {
  sources: string;
  out: string;
  shard: Shard | undefined;
  /** Out folders of other builds, whose prints are taken where they are the same. */
  merge: string[];
  /** How long parsing one file may take, in milliseconds. */
  parseTimeout: number;
  /** Pages that print at once. */
  jobs: number;
  /** Packs of which to say why they were printed or not. */
  why: string[];
  /** Whether to forget the cache first. */
  clean: boolean;
  /** Where workers print, elsewhere than in this process. */
  queue?: QueueOptions | undefined;
}

/** One hash over everything that shapes what a build publishes. Where the folders are is no part of it. */
export function buildHash(sources: Hashed[], inputs: Inputs, options: BuildOptions): string {
  const { request, papers, branding, config, shard, parseTimeout } = options;
  return hashOf([sources, inputs, { request, papers, branding, shard, parseTimeout }, hashOfFile(config)]);
}

/** Who looks on while a build runs. */
export interface Monitor {
  /** Something to know at once. */
  note(line: string): void;
  /** `done` of `total` packs are printed; the last was `name`. */
  progress(done: number, total: number, name: string): void;
  /** Aborted, it ends the build before anything is published. */
  signal?: AbortSignal;
}
