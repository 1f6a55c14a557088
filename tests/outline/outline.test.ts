import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../pipeline/model/item.ts';
import type { Block, Lead, Section } from '../../pipeline/outline/block.ts';
import { deepen } from '../../pipeline/outline/deepen.ts';
import { outline } from '../../pipeline/outline/outline.ts';
import { expectGolden, fixturesIn, mustOf, sourceOf } from '../extract/golden.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url));

describe('outlines', () => {
  for (const name of fixturesIn(FIXTURES))
    test(name, async () => {
      const fixture = join(FIXTURES, name);
      const { text } = await sourceOf(fixture);
      const raw = text.split('\n').slice(0, -1);
      const lines = tree(deepen(outline(raw.map((line, i) => ({ text: line, from: i + 1, to: i + 1 })))));
      for (const must of await mustOf(fixture)) expect(lines).toContain(must);
      await expectGolden(fixture, 'expected.txt', `${lines.join('\n')}\n`);
    });
});

const at = ({ startLine, endLine }: Span): string =>
  startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;
const below = (lines: string[]): string[] => lines.map((line) => `  ${line}`);
const led = (lead: Lead | undefined): string => (lead ? ` [${lead.style} ${lead.text} | ${lead.rest}]` : '');

/** A section's blocks and sections as indented lines: where each stands, what it is, what it says. */
function tree({ heading, depth, label, box, blocks, sections }: Section): string[] {
  const own = [...blocks.flatMap(branch), ...sections.flatMap(tree)];
  if (!heading) return own;
  return [`${at(heading)} ${label ? 'label' : box ? 'box' : 'section'} ${depth}: ${heading.text}`, ...below(own)];
}

function branch(block: Block): string[] {
  const head = `${at(block)} ${block.type}`;
  switch (block.type) {
    case 'paragraph':
      return [`${head}: ${block.text}${led(block.lead)}`];
    case 'entry': {
      const mark = block.checked === undefined ? block.number : block.checked ? 'x' : 'o';
      const own = `${head}${mark === undefined ? '' : ` ${mark}`}: ${block.text}${led(block.lead)}`;
      return [own, ...below(block.blocks.flatMap(branch))];
    }
    case 'list':
      return [
        `${head}${block.ordered ? ' ordered' : ''}`.replace(/^\d+-?\d* /, `${block.startLine} `),
        ...below(block.entries.flatMap(branch)),
      ];
    case 'table':
      return [head, ...below([block.header, ...block.rows].flatMap(branch))];
    case 'row':
      return [`${head}: ${block.cells.join(' / ')}`];
    case 'fence':
      return [`${head} [${block.info}]: ${block.text}`, ...below(block.blocks.flatMap(branch))];
    case 'quote':
      return [head, ...below(block.blocks.flatMap(branch))];
    case 'divider':
      return [head];
  }
}
