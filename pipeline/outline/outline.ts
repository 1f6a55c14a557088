import { countMarks } from '../mend/caps.ts';
import { fenced, isBlank, isRule, type Line } from '../mend/line.ts';
import type { Block, Section } from './block.ts';
import { createParser, type Parser, parseBlocks } from './parse.ts';

/** The most lines that are parsed in one piece: Markdown's cost grows faster than its length. */
const PIECE = 200;
/** The most marks that are parsed in one piece, but for those of its last line. */
const PIECE_MARKS = 2000;

/** The deepest section; what would stand deeper becomes its sister. */
const DEEPEST = 24;

const plainHeading = (text: string): string =>
  text
    .replace(/^\s{0,3}#{1,6}\s*/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/\{#[\w-]+\}\s*$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Markdown lines → nested sections. Headings and boxes are read line by line; what stands between them is parsed by remark. */
export function outline(lines: readonly Line[]): Section {
  const parser = createParser();
  const root: Section = { depth: 0, box: false, blocks: [], sections: [] };
  const inside = fenced(lines);
  let current = root;
  let body: Line[] = [];
  const flush = () => {
    current.blocks.push(...parsePieces(parser, body));
    body = [];
  };
  const open = (parent: Section, depth: number, line: Line, text: string, box: boolean) => {
    while (parent.parent && parent.depth >= DEEPEST) parent = parent.parent;
    const section: Section = {
      depth,
      box,
      ...(line.says ? { says: line.says } : {}),
      blocks: [],
      sections: [],
      parent,
      ...(text === '' ? {} : { heading: { text, startLine: line.from, endLine: line.to } }),
    };
    parent.sections.push(section);
    current = section;
  };
  for (const [i, line] of lines.entries()) {
    if (line.post) {
      flush();
      current = root;
    }
    const level = inside[i] ? undefined : /^\s{0,3}(#{1,6})(?:\s|$)/.exec(line.text)?.[1]?.length;
    if (line.box === 'open') {
      flush();
      open(current, current.depth + 1, line, plainHeading(line.text), true);
    } else if (line.box === 'close') {
      flush();
      current = innermostBox(current)?.parent ?? current;
    } else if (level) {
      flush();
      const box = innermostBox(current);
      let parent = current;
      while (parent.parent && parent !== box && parent.depth >= level + (box?.depth ?? 0)) parent = parent.parent;
      const text = plainHeading(line.text);
      if (text !== '') open(parent, level + (box?.depth ?? 0), line, text, false);
    } else body.push(line);
  }
  flush();
  return root;
}

const innermostBox = (section: Section): Section | undefined =>
  section.box ? section : section.parent && innermostBox(section.parent);

/** Parses piece by piece; a piece ends at a blank line outside a fence, or where it grows too long. */
function parsePieces(parser: Parser, lines: Line[]): Block[] {
  const blocks: Block[] = [];
  const inside = fenced(lines);
  let piece: Line[] = [];
  let marks = 0;
  for (const [i, line] of lines.entries()) {
    piece.push(line);
    marks += countMarks(line.text);
    const mayEnd = isBlank(line.text) && !/^\s/.test(lines[i + 1]?.text ?? '');
    if (
      !inside[i] &&
      ((piece.length >= PIECE && mayEnd) || piece.length >= PIECE * 3 || marks > PIECE_MARKS || isRule(line.text))
    ) {
      blocks.push(...parseBlocks(parser, piece));
      [piece, marks] = [[], 0];
    }
  }
  if (piece.some(({ text }) => !isBlank(text))) blocks.push(...parseBlocks(parser, piece));
  return blocks;
}
