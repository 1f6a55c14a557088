import { homedir } from 'node:os';

/** What the search for a browser depends on, as a plain value. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, env: process.env, home: homedir() };
}
