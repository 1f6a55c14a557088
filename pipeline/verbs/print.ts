import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAnew } from '../build/anew.ts';
import { Manifest, type ManifestPack, PAPERS, type Paper } from '../model/manifest.ts';
import { type Ask, choose } from '../printer/choose.ts';
import { usualPaper } from '../printer/paper.ts';
import { deliver } from '../printer.ts';
import { unchanged } from '../unchanged.ts';
import { UsageProblem } from '../usage.ts';
import { type BuildFlags, optionsOf } from './build.ts';
import type { Desk, Verdict } from './verb.ts';

export interface PrintFlags extends BuildFlags {
  printer?: string;
  copies: number;
  twoSided?: boolean;
}

/** Builds what is stale and sends what is asked for to a printer. */
export async function run(flags: PrintFlags, desk: Desk): Promise<Verdict> {
  const { out, company, level, role, pack: kinds, paper, branding, ...rest } = flags;
  // Which packs the folder holds is for a build to say: here, the flags only choose among them.
  const options = optionsOf({ out, ...rest, ...(branding === undefined ? {} : { branding }) });
  const outcome = (await unchanged(options)) ?? (await buildAnew(options, desk));
  const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const { humanReport } = await import('../report/human.ts');
    desk.note(humanReport(errors, outcome.excerpts, desk.isColoured.note));
  }
  if (!outcome.isPublished) return 'errors';

  const { packs } = Manifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')));
  const wish = { companies: company, levels: level, roles: role, kinds };
  const chosen = await choose(packs, wish, asker(desk)).catch(unlessLeft);
  if (!chosen) {
    desk.note('Nothing was printed.');
    return 'errors';
  }
  let verdict: Verdict = 'fine';
  for (const { file, pages, paper: on } of onPaper(chosen, paper, await usualPaper(flags.printer))) {
    const path = join(out, file);
    const pack = file.slice(0, -`.${on}.pdf`.length);
    for (const line of outcome.account) if (line.startsWith(`${pack}: `)) desk.note(line);
    const { printer, copies, twoSided = false } = flags;
    const delivered = await deliver({ file: path, title: file, paper: on, printer, copies, twoSided });
    if ('to' in delivered) {
      const size = `${pages} ${pages === 1 ? 'page' : 'pages'}, ${on === 'a4' ? 'A4' : 'Letter'}`;
      desk.say(`Sent ${path} to ${delivered.to} (${size}${copies > 1 ? `, ${copies} copies` : ''})`);
      if (delivered.note) desk.note(delivered.note);
    } else {
      desk.note(`Not printed: ${delivered.reason}.`);
      desk.say(delivered.isOpen ? `Opened ${path} instead` : `Open it and print it from there: ${path}`);
      if (!delivered.isOpen) verdict = 'environment';
    }
  }
  return verdict;
}

/** Each pack once: on the papers that were asked for, else on the usual one, or where it is not made for that, on the one there is. */
function onPaper(packs: ManifestPack[], asked: string[] | undefined, usual: Paper): ManifestPack[] {
  const unknown = asked?.find((paper) => !packs.some((pack) => pack.paper === paper));
  if (unknown !== undefined) {
    const known = PAPERS.filter((paper) => packs.some((pack) => pack.paper === paper));
    throw new UsageProblem(`There is nothing on the paper "${unknown}". There is: ${known.join(', ')}.`);
  }
  if (asked) return packs.filter(({ paper }) => asked.includes(paper));
  const onUsual = packs.filter(({ paper }) => paper === usual);
  return onUsual.length > 0 ? onUsual : packs;
}

/** Somebody to ask, where there is a terminal. */
function asker({ screen, signal }: Desk): Ask | undefined {
  if (!screen || !process.stdin.isTTY) return undefined;
  return async (message, choices) => {
    const { default: select } = await import('@inquirer/select');
    return select({ message, choices }, { output: screen as NodeJS.WriteStream, signal });
  };
}

/** Somebody who leaves a question open wants nothing printed. */
function unlessLeft(error: unknown): undefined {
  if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name)) return undefined;
  throw error;
}
