import type { Scope } from './scope.ts';

/** The scope that holds for everybody. */
export const anyScope = (): Scope => ({ companies: [], levels: [], roles: [], rounds: [], topics: [] });
