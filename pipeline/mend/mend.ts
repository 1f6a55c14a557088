import type { VFile } from 'vfile';
import { diagnose } from '../rules.ts';
import { bracketedAddresses } from './addresses.ts';
import { admonitions } from './admonitions.ts';
import { scoreAnchors } from './anchors.ts';
import { beatMarks } from './beat-marks.ts';
import { caps } from './caps.ts';
import { cardPairs } from './card-pairs.ts';
import { cardRows } from './card-rows.ts';
import { chapterMarks } from './chapters.ts';
import { bullets, characters } from './characters.ts';
import { chatStamps } from './chat.ts';
import { pageChrome } from './chrome.ts';
import { columnTables } from './columns.ts';
import { commentLines } from './comments.ts';
import { tableOfContents } from './contents.ts';
import { indentedLists } from './dedent.ts';
import { delimitedTables } from './delimited.ts';
import { closingFences, markdownFences, openFences } from './fences.ts';
import { lostFormulas, placeholders } from './flags.ts';
import { flattenedLines, flattenedNesting, splitNumbers } from './flattened.ts';
import { forumFrame } from './forum.ts';
import { frontMatter, wikiMarks } from './front-matter.ts';
import { gluedCategories, gluedCompanies } from './glued.ts';
import { gluedLabels } from './glued-labels.ts';
import { headingLevels, listedHeadings, underlinedHeadings } from './headings.ts';
import { hiddenMarkup, htmlTags, tornTags } from './html.ts';
import type { Line } from './line.ts';
import { twoMarks } from './marks.ts';
import { namedPairs } from './named-pairs.ts';
import { bareNumbers, numberedHeadings, outlineNumbers } from './numbering.ts';
import { paragraphs } from './paragraphs.ts';
import { promptHeadings } from './prompts.ts';
import type { Repair } from './repair.ts';
import { speakers } from './speakers.ts';
import { stackedLabels } from './stacked-labels.ts';
import { stackedTables } from './stacked-tables.ts';
import { headlessTables, looseTables, shiftedRows } from './tables.ts';
import { timeStamps } from './time-stamps.ts';
import { loneBullets, trailingBullets } from './torn.ts';
import { tornRows } from './torn-rows.ts';
import { barredScopes, indexLines, tornScopes } from './torn-scopes.ts';
import { unmarkedHeadings } from './unmarked.ts';
import { wrappedEntries } from './wrapped-entries.ts';

/** Every repair, in the order in which they run: later ones rely on what earlier ones put right. */
export const REPAIRS: readonly Repair[] = [
  caps,
  frontMatter,
  closingFences,
  openFences,
  markdownFences,
  commentLines,
  tornRows,
  delimitedTables,
  cardRows,
  cardPairs,
  scoreAnchors,
  outlineNumbers,
  barredScopes,
  columnTables,
  looseTables,
  characters,
  gluedLabels,
  wikiMarks,
  timeStamps,
  chapterMarks,
  chatStamps,
  speakers,
  tornTags,
  hiddenMarkup,
  bracketedAddresses,
  admonitions,
  indentedLists,
  htmlTags,
  headlessTables,
  forumFrame,
  tableOfContents,
  pageChrome,
  flattenedLines,
  beatMarks,
  stackedTables,
  twoMarks,
  wrappedEntries,
  bullets,
  bareNumbers,
  numberedHeadings,
  loneBullets,
  trailingBullets,
  splitNumbers,
  stackedLabels,
  namedPairs,
  tornScopes,
  gluedCompanies,
  indexLines,
  gluedCategories,
  shiftedRows,
  flattenedNesting,
  underlinedHeadings,
  listedHeadings,
  promptHeadings,
  headingLevels,
  unmarkedHeadings,
  lostFormulas,
  placeholders,
  paragraphs,
];

/** Raw text mended into Markdown lines, and the raw lines that were set aside on the way. */
export interface Mended {
  lines: Line[];
  boilerplate: { line: number; rule: string }[];
  markup: number[];
}

export const rawLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Raw text → Markdown lines that remember their number. Repairs leave their notes on the file. */
export function mend(text: string, file: VFile, isWord: (word: string) => boolean): Mended {
  const boilerplate: Mended['boilerplate'] = [];
  const markup: number[] = [];
  const notes = {
    isWord,
    note: (rule: Parameters<typeof diagnose>[1], found: string, line: number) =>
      void diagnose(file, rule, found, { line }),
    setAside: (kind: 'boilerplate' | 'markup', line: Line, rule: string) => {
      for (let n = line.from; n <= line.to; n++)
        kind === 'markup' ? markup.push(n) : boilerplate.push({ line: n, rule });
    },
  };
  const start = rawLines(text).map((raw, i): Line => ({ text: raw, from: i + 1, to: i + 1 }));
  const lines = REPAIRS.reduce((current, repair) => repair.mend(current, notes), start);
  return { lines, boilerplate, markup };
}
