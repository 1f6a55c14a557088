import type { PackRequest } from '../model/pack.ts';

/** Flags of every verb that reads sources. */
export interface SourceFlags {
  sources: string;
  parseTimeout: number;
}

/** Flags that say which packs are wanted. */
export interface PackFlags {
  company?: string[];
  level?: string[];
  role?: string[];
  pack?: string[];
  config: string;
}

/** The packs that are asked for. */
export function requestOf({ company, level, role, pack }: PackFlags): PackRequest {
  return {
    ...(company && { companies: company }),
    ...(level && { levels: level }),
    ...(role && { roles: role }),
    ...(pack && { kinds: pack }),
  };
}

/** Flags that say where jobs go that workers print. */
export interface QueueFlags {
  queue?: string;
  store?: string;
}
