import picocolors from 'picocolors';
import { examine } from '../doctor.ts';
import type { Desk, Verdict } from './verb.ts';

/** Says of everything that a build needs whether it is there, or how to mend it. */
export async function run(folders: { sources: string; out: string }, desk: Desk): Promise<Verdict> {
  const { green, red, bold } = picocolors.createColors(desk.isColoured.say);
  const findings = await examine(folders);
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, text, isFine } of findings) {
    desk.say(`${isFine ? green('fine') : red('mend')}  ${bold(what.padEnd(width))}  ${text}`);
  }
  return findings.every(({ isFine }) => isFine) ? 'fine' : 'environment';
}
