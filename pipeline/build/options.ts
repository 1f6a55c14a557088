import { type Hashed, hashOf } from '../cache/hash.ts';
import type { Inputs } from '../cache/inputs.ts';
import type { PackRequest } from '../model/pack.ts';
import type { Shard } from '../shard.ts';

/** What a build is asked to do. Paths are absolute. */
export interface BuildOptions {
  sources: string;
  out: string;
  request: PackRequest;
  /** Names of papers; all where absent. */
  papers: string[] | undefined;
  /** A line of the user's own at the foot of every page. */
  branding: string | undefined;
  shard: Shard | undefined;
  /** What parsing one file may take, in milliseconds. */
  parseTimeout: number;
  /** Pages that print at once. */
  jobs: number;
  /** Packs of which to say why they were printed or not. */
  why: string[];
  /** Whether to forget the cache first. */
  clean: boolean;
}

/** One hash over everything that shapes what a build publishes. Where the folders are is no part of it. */
export function buildHash(sources: Hashed[], inputs: Inputs, options: BuildOptions): string {
  const { request, papers, branding, shard, parseTimeout } = options;
  return hashOf([sources, inputs, { request, papers, branding, shard, parseTimeout }]);
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
