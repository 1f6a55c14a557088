import { gather, type Reading } from '../../pipeline/extract.ts';
import { withoutTags } from '../../pipeline/mend/tags.ts';
import type { Item, Span } from '../../pipeline/model/item.ts';
import { Library, type LineRange } from '../../pipeline/model/library.ts';
import { isFaithful } from '../score/faithful.ts';
import { letters } from '../score/words.ts';

export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Every promise of the library that one source's reading breaks, as a sentence each. */
export function brokenPromises(text: string, reading: Reading): string[] {
  const lines = linesOf(text);
  const { items } = reading;
  return [
    ...misfits(reading),
    ...doubles(items),
    ...outside(lines, reading),
    ...lostLinks(items),
    ...miscovered(lines, reading),
    ...unfaithful(lines, items),
  ];
}

function misfits(reading: Reading): string[] {
  const { error } = Library.safeParse(gather([reading]));
  return error?.issues.map(({ path, message }) => `schema: ${path.join('.')}: ${message}`) ?? [];
}

function doubles(items: readonly Item[]): string[] {
  const ids = items.map(({ id }) => id);
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `two items have the id ${id}`);
}

function outside(lines: readonly string[], { source, items, diagnostics }: Reading): string[] {
  const fits = ({ startLine, endLine }: Span) => startLine >= 1 && startLine <= endLine && endLine <= lines.length;
  const spans = (item: Item): Span[] => [
    item.source,
    ...Object.values(item.fieldLines ?? {}),
    ...('beats' in item ? item.beats : 'steps' in item ? item.steps : []),
  ];
  const isBlank = ({ startLine, endLine }: Span) =>
    lines.slice(startLine - 1, endLine).every((line) => line.trim() === '');
  return [
    ...items.filter((item) => item.source.file !== source.file).map(({ id }) => `${id} names another file`),
    ...items.filter((item) => !spans(item).every(fits)).map(({ id }) => `${id} stands outside the file`),
    ...items.filter((item) => spans(item).some(isBlank)).map(({ id }) => `${id} stands on blank lines`),
    ...diagnostics
      .filter(({ file, line }) => file !== source.file || (line !== undefined && line > lines.length))
      .map(({ rule, line }) => `${rule} at line ${line} is outside the file`),
  ];
}

function lostLinks(items: readonly Item[]): string[] {
  const questions = new Set(items.filter(({ kind }) => kind === 'question').map(({ id }) => id));
  return items
    .filter((item) => 'question' in item && item.question !== undefined && !questions.has(item.question))
    .map(({ id }) => `${id} belongs to a question that is not there`);
}

const numbers = (ranges: readonly LineRange[]): number[] =>
  ranges.flatMap((range) => {
    const [from = 0, to = from] = String(range).split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });

function miscovered(lines: readonly string[], { source: { coverage }, items }: Reading): string[] {
  const classes = {
    items: numbers(coverage.items),
    headings: numbers(coverage.headings),
    metadata: coverage.metadata.flatMap((one) => numbers(one.lines)),
    boilerplate: coverage.boilerplate.flatMap((one) => numbers(one.lines)),
    markup: numbers(coverage.markup),
    unclaimed: numbers(coverage.unclaimed),
  };
  const all = Object.values(classes).flat();
  const times = new Map<number, number>();
  for (const line of all) times.set(line, (times.get(line) ?? 0) + 1);
  const inItems = new Set(classes.items);
  const held = new Set(items.flatMap(({ source }) => numbers([`${source.startLine}-${source.endLine}`])));
  return [
    ...lines.flatMap((line, i) => (line.trim() !== '' && !times.has(i + 1) ? [`line ${i + 1} is in no class`] : [])),
    ...[...times].flatMap(([line, count]) => (count > 1 ? [`line ${line} is in ${count} classes`] : [])),
    ...[...times.keys()]
      .filter((line) => line < 1 || line > lines.length || lines[line - 1]?.trim() === '')
      .map((line) => `line ${line} is covered and holds nothing`),
    ...[...held]
      .filter((line) => lines[line - 1]?.trim() !== '' && !inItems.has(line))
      .map((line) => `line ${line} of an item is not covered as one`),
  ];
}

/** A mark that opens no tag of its line: what counts as faithful reads the text from there to the next mark as a tag. */
export const opensNoTag = (line: string): boolean => /<(?!!--)[/a-z]/i.test(withoutTags(line));

function unfaithful(raw: readonly string[], items: readonly Item[]): string[] {
  if (raw.some(opensNoTag)) return [];
  // The reference to no character is read as the sign for one, but in code; scoring knows only references that are common.
  const decoded = raw.map((line) => line.replaceAll('&#0;', '\ufffd'));
  const readings = [raw, decoded].map((lines) => ({ lines, everything: letters(lines.join(' ')) }));
  return items
    .filter((item) => !readings.some(({ lines, everything }) => isFaithful(item, lines, everything)))
    .map((item) => `${item.kind} is not faithful: ${JSON.stringify(item)}`);
}
