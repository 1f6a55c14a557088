import type { Paper } from '../model/manifest.ts';
import { paperOfCups } from './cups.ts';

/** North America and a few others print on Letter, the rest of the world on A4 (Unicode CLDR, paperSize). */
const LETTER = 'US CA MX PH CL CO CR GT NI PA PR SV VE BZ'.split(' ');

/** The paper of a locale, as the environment names it: `en_US.UTF-8`. Where it names none, as the system's settings do. */
export function paperOfLocale({ LC_ALL, LC_PAPER, LANG }: NodeJS.ProcessEnv, settings = ''): Paper {
  const region = /[_-]([A-Z]{2})\b/.exec(LC_ALL || LC_PAPER || LANG || settings)?.[1];
  return region !== undefined && LETTER.includes(region) ? 'letter' : 'a4';
}

/** The paper that is usual here: the printer's default, else the locale's. */
export async function usualPaper(printer: string | undefined): Promise<Paper> {
  const ofPrinter = process.platform === 'win32' ? undefined : await paperOfCups(printer);
  // Programs that no terminal has started know the locale from the system's settings alone.
  const hasSettings = process.platform === 'win32' || process.platform === 'darwin';
  return ofPrinter ?? paperOfLocale(process.env, hasSettings ? Intl.DateTimeFormat().resolvedOptions().locale : '');
}
