import { VFile } from 'vfile';
import type { SourceFile } from '../load.ts';
import { mend, rawLines } from '../mend/mend.ts';
import type { Ladders } from '../model/ladders.ts';
import { deepen } from '../outline/deepen.ts';
import { outline } from '../outline/outline.ts';
import { forgetPage } from '../page-memory.ts';
import { diagnose, diagnosticsOf } from '../rules.ts';
import { inferBanks } from './bank.ts';
import { claimFrame, claimIntroductions } from './claim.ts';
import { cover } from './coverage.ts';
import { holdToSource } from './faithful.ts';
import { isInterviewMaterial } from './genre.ts';
import { identify } from './identify.ts';
import { inferRoles } from './infer.ts';
import { newestDate } from './metadata.ts';
import { openPage } from './page.ts';
import { checkPromises } from './promises.ts';
import type { Reading } from './reading.ts';
import { RECOGNISERS } from './recognisers.ts';
import { scopeRecords } from './records.ts';

export interface Knowledge {
  ladders: Ladders;
  isWord(word: string): boolean;
}

/** One source's text → what it holds: mend, outline, recognise, hold to the source, identify, cover. */
export function read(
  { file, sha256, text }: Pick<SourceFile, 'file' | 'sha256'> & { text: string },
  knowledge: Knowledge,
): Reading {
  forgetPage();
  const vfile = new VFile({ path: file });
  const raw = rawLines(text);
  const mended = mend(text, vfile, knowledge.isWord);
  const page = openPage(deepen(outline(mended.lines)));
  page.boilerplate.push(...mended.boilerplate);
  page.isForum = mended.boilerplate.some(({ rule }) => rule === 'forum-frame');
  inferRoles(page);
  inferBanks(page);
  claimFrame(page);
  for (const recognise of Object.values(RECOGNISERS)) recognise(page);
  scopeRecords(page);
  claimIntroductions(page);
  const recognised = isInterviewMaterial(page, text);
  if (!recognised) page.drafts.length = 0;
  checkPromises(page, vfile);
  holdToSource(page.drafts, mended.lines, raw);
  const items = identify(file, page.drafts, knowledge.ladders);
  const coverage = cover(raw, page, items, mended.markup);
  if (items.length === 0 && text.trim() !== '')
    diagnose(
      vfile,
      'layout-not-recognised',
      recognised ? 'nothing that this program knows' : 'a page that does not speak of interviews',
      { line: 1 },
    );
  else
    for (const range of coverage.unclaimed) {
      const line = Number.parseInt(String(range), 10);
      diagnose(vfile, 'unclaimed', (raw[line - 1] ?? '').trim().slice(0, 80), { line });
    }
  const date = newestDate(text);
  const title =
    page.places.find(({ heading }) => heading !== '')?.heading ??
    (raw.find((line) => line.trim() !== '') ?? '').trim().slice(0, 120);
  const lines = raw.length - (raw.at(-1) === '' ? 1 : 0);
  return {
    source: { file, sha256, title, lines, ...(date ? { date } : {}), coverage },
    items,
    diagnostics: diagnosticsOf(vfile),
  };
}
