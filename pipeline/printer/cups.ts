import { didYouMean } from '../build/nearest.ts';
import type { Paper } from '../model/manifest.ts';
import { UsageProblem } from '../usage.ts';
import type { Order, Sent } from './order.ts';
import { run } from './run.ts';

/**
 * Sends a file to a printer of CUPS, the printing system of Linux and macOS.
 * @throws {UsageProblem} where the printer that was named is none
 */
export async function sendToCups({ file, title, paper, printer, copies, twoSided }: Order): Promise<Sent> {
  const destination = await destinationOf(printer);
  if (!destination) return { reason: await whyNone() };
  const options = [
    `media=${MEDIA[paper]}`,
    `sides=${twoSided ? 'two-sided-long-edge' : 'one-sided'}`,
    // The page has its margins: it is not made smaller.
    'print-scaling=none',
  ].flatMap((option) => ['-o', option]);
  const args = ['-d', destination, '-n', String(copies), '-t', title, ...options, '--', file];
  const { code, stderr } = await run('lp', args);
  return code === 0 ? { to: destination } : { reason: stderr.trim() || 'lp did not take the file' };
}

/** The paper that a printer of CUPS takes where nothing else is said; undefined where it says none, or another one. */
export async function paperOfCups(printer: string | undefined): Promise<Paper | undefined> {
  const destination = await destinationOf(printer).catch(() => undefined);
  if (!destination) return undefined;
  const { stdout: chosen } = await run('lpoptions', ['-p', destination]);
  const { stdout: possible } = await run('lpoptions', ['-p', destination, '-l']);
  const media =
    /(?:^|\s)(?:media|PageSize)=(\S+)/.exec(chosen)?.[1] ?? /^(?:PageSize|media)\/[^:]*:.*\*(\S+)/m.exec(possible)?.[1];
  return paperOfMedia(media ?? '');
}

const MEDIA = { a4: 'A4', letter: 'Letter' } satisfies Record<Paper, string>;

/** A paper by its name in a printer's description or in IPP: `A4`, `iso_a4_210x297mm`, `Letter.Fullbleed`, `na_letter_8.5x11in`. */
export function paperOfMedia(media: string): Paper | undefined {
  if (/^(?:iso_)?a4(?![0-9a-z])/i.test(media)) return 'a4';
  return /^(?:na_)?letter(?![0-9a-z])/i.test(media) ? 'letter' : undefined;
}

/** The printer that was named; else the default one, or the only one. */
async function destinationOf(printer: string | undefined): Promise<string | undefined> {
  const { stdout } = await run('lpstat', ['-e']);
  const known = stdout.split('\n').flatMap((name) => name.trim() || []);
  if (printer !== undefined && !known.includes(printer)) {
    const there = known.length > 0 ? ` There are: ${known.join(', ')}.` : ' CUPS knows none.';
    throw new UsageProblem(`There is no printer "${printer}".${didYouMean(printer, known)}${there}`);
  }
  if (printer !== undefined) return printer;
  const { stdout: answer } = await run('lpstat', ['-d']);
  return /destination: (\S+)/.exec(answer)?.[1] ?? (known.length === 1 ? known[0] : undefined);
}

async function whyNone(): Promise<string> {
  const { code, stdout } = await run('lpstat', ['-e']);
  if (code === undefined) return 'CUPS, which prints, is not installed';
  const known = stdout.trim().split(/\s+/).filter(Boolean);
  return known.length > 0
    ? `none of the printers is the default: name one with --printer (${known.join(', ')})`
    : 'CUPS knows no printer';
}
