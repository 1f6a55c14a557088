import type { Item } from '../model/item.ts';
import type { Coverage, LineRange } from '../model/library.ts';
import { walkBlocks, walkSections } from '../outline/block.ts';
import type { Page } from './page.ts';

/** Line numbers as ranges: 7, 8, 9, 12 → "7-9", 12. */
export function toRanges(lines: Iterable<number>): LineRange[] {
  const ranges: LineRange[] = [];
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  for (let i = 0; i < sorted.length; i++) {
    const start = sorted[i] as number;
    while (sorted[i + 1] === (sorted[i] as number) + 1) i++;
    const end = sorted[i] as number;
    ranges.push(start === end ? start : `${start}-${end}`);
  }
  return ranges;
}

/** Lines by the rule that claimed them first. */
const grouped = (lines: { line: number; rule: string }[]): Coverage['metadata'] => {
  const ruleOf = new Map<number, string>();
  for (const { line, rule } of lines) if (!ruleOf.has(line)) ruleOf.set(line, rule);
  const rules = new Map<string, number[]>([...ruleOf.values()].map((rule) => [rule, []]));
  for (const [line, rule] of ruleOf) rules.get(rule)?.push(line);
  return [...rules].map(([rule, all]) => ({ lines: toRanges(all), rule }));
};

/** Puts every non-blank raw line into exactly one class: item, heading, metadata, boilerplate, markup, else unclaimed. */
export function cover(raw: readonly string[], page: Page, items: readonly Item[], markup: readonly number[]): Coverage {
  const classOf = new Map<number, string>();
  const give = (line: number, name: string) => {
    if ((raw[line - 1] ?? '').trim() !== '' && !classOf.has(line)) classOf.set(line, name);
  };
  const lines = (span: { startLine: number; endLine: number }) =>
    Array.from({ length: span.endLine - span.startLine + 1 }, (_, i) => span.startLine + i);
  for (const item of items)
    for (const span of [item.source, ...Object.values(item.fieldLines ?? {})])
      for (const line of lines(span)) give(line, 'item');
  for (const section of walkSections(page.root.section))
    if (section.heading) for (const line of lines(section.heading)) give(line, 'heading');
  for (const section of walkSections(page.root.section))
    for (const block of walkBlocks(section.blocks))
      if (block.type === 'table') for (const line of lines(block.header)) give(line, 'heading');
  for (const { line } of page.metadata) give(line, 'metadata');
  for (const { line } of page.boilerplate) give(line, 'boilerplate');
  for (const line of markup) give(line, 'markup');
  for (const [i, text] of raw.entries()) {
    if (/^\s*(?:```|~~~|\|?\s*:?-{2,}[\s|:-]*\|?\s*$|([-*_=])(?:\s*\1){2,}\s*$|:::|[-*+•>#|]+\s*$|---)/.test(text))
      give(i + 1, 'markup');
    give(i + 1, 'unclaimed');
  }
  const all = (name: string) => [...classOf].filter(([, given]) => given === name).map(([line]) => line);
  return {
    items: toRanges(all('item')),
    headings: toRanges(all('heading')),
    metadata: grouped(page.metadata.filter(({ line }) => classOf.get(line) === 'metadata')),
    boilerplate: grouped(page.boilerplate.filter(({ line }) => classOf.get(line) === 'boilerplate')),
    markup: toRanges(all('markup')),
    unclaimed: toRanges(all('unclaimed')),
  };
}
