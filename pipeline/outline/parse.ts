import type {
  ListItem,
  List as MdList,
  Paragraph as MdParagraph,
  Table as MdTable,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { toString as mdastToString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { endsSentence, isPlain, type Line } from '../mend/line.ts';
import { withoutTags } from '../mend/tags.ts';
import type { Span } from '../model/item.ts';
import { labelOf } from '../vocabulary/vocabulary.ts';
import type { Block, Entry, Lead, Paragraph } from './block.ts';
import { unmark } from './marks.ts';

/** Indented text is no code on a saved page, and a tag that no repair knew is text. */
function withoutCodeAndHtml(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['codeIndented', 'htmlFlow', 'htmlText', 'definition', 'setextUnderline'] },
  });
}

const createParser = () => unified().use(remarkParse).use(remarkGfm).use(withoutCodeAndHtml);
export type Parser = ReturnType<typeof createParser>;
export { createParser };

/** Markdown lines → blocks, each with the raw lines it stands on. */
export function parseBlocks(parser: Parser, lines: readonly Line[]): Block[] {
  const root = parser.parse(lines.map(({ text }) => text).join('\n'));
  const spanOf = (node: Nodes): Span => {
    const first = lines[(node.position?.start.line ?? 1) - 1];
    const last = lines[lastLine(node) - 1];
    return { startLine: first?.from ?? 1, endLine: Math.max(first?.to ?? 1, last?.to ?? 1) };
  };
  const fromFence = (node: Nodes): Block[] => {
    const start = (node.position?.start.line ?? 1) - 1;
    const end = lastLine(node) - 1;
    const closed = /^\s*(`{3,}|~{3,})\s*$/.test(lines[end]?.text ?? '');
    const inner = lines.slice(start + 1, closed ? end : end + 1);
    if (inner.length === lines.length) return [];
    return parseBlocks(parser, inner.flatMap(apart));
  };
  const block = (node: RootContent): Block[] => {
    const span = spanOf(node);
    switch (node.type) {
      case 'paragraph':
        return paragraph(node, span);
      case 'heading': {
        const text = textOf(node);
        return text === '' ? [] : [{ type: 'paragraph', ...span, text, bold: true }];
      }
      case 'list':
        return [{ type: 'list', ...span, ordered: node.ordered === true, entries: entries(node) }];
      case 'table':
        return table(node);
      case 'blockquote':
        return [{ type: 'quote', ...span, blocks: node.children.flatMap(block) }];
      case 'code':
        return [
          {
            type: 'fence',
            ...span,
            info: [node.lang, node.meta].filter(Boolean).join(' '),
            text: unmark(withoutTags(node.value)),
            blocks: fromFence(node),
          },
        ];
      case 'thematicBreak':
        return [{ type: 'divider', ...span }];
      case 'footnoteDefinition':
        return node.children.flatMap(block);
      default:
        return [];
    }
  };
  /** The number as the source writes it; Markdown counts on from the first, whatever stands there. */
  const writtenAt = (item: ListItem): number | undefined => {
    const { line = 1, column = 1 } = item.position?.start ?? {};
    const digits = /^\d+/.exec((lines[line - 1]?.text ?? '').slice(column - 1))?.[0];
    return digits === undefined ? undefined : Number(digits);
  };
  const entries = (list: MdList): Entry[] => {
    const written = list.children.map((item) => (list.ordered ? writtenAt(item) : undefined));
    const counts = written.every((number, i) => number !== undefined && number > (written[i - 1] ?? -1));
    return list.children.map((item, i): Entry => {
      const [first, ...rest] = item.children;
      const own = first?.type === 'paragraph' ? first : undefined;
      const text = own ? textOf(own) : '';
      const lead = own && leadOf(own, text);
      const nested = (own ? rest : item.children).flatMap((child) => block(child as RootContent));
      return {
        type: 'entry',
        ...ownSpan(item, own, spanOf),
        text,
        bold: own ? isBold(own) : false,
        ...(lead ? { lead } : {}),
        ...(list.ordered ? { number: (counts ? written[i] : undefined) ?? (list.start ?? 1) + i } : {}),
        ...(written[i] === undefined ? {} : { written: written[i] }),
        ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
        blocks: nested,
      };
    });
  };
  const table = (node: MdTable): Block[] => {
    const rows = node.children.map((row) => ({
      type: 'row' as const,
      ...spanOf(row),
      cells: row.children.map((cell) => textOf(cell)),
    }));
    const [header, ...body] = rows;
    return header ? [{ type: 'table', ...spanOf(node), header, rows: body }] : [];
  };
  return root.children.flatMap(block);
}

/** Lines of a fence are read one by one: each that does not continue the one above is a paragraph. */
function apart(line: Line, i: number, lines: readonly Line[]): Line[] {
  const above = lines[i - 1]?.text ?? '';
  const text = withoutTags(line.text);
  const parts = isPlain(above) && isPlain(text) && endsSentence(above) && /^\s*["“(\p{Lu}\d]/u.test(text);
  return parts
    ? [
        { text: '', from: line.from, to: line.from },
        { ...line, text },
      ]
    : [{ ...line, text }];
}

/** The last line that a node stands on: one that ends before the first column ends on the line above. */
const lastLine = ({ position }: Nodes): number => {
  const { line = 1, column = 1 } = position?.end ?? {};
  return column === 1 && line > (position?.start.line ?? 1) ? line - 1 : line;
};

/** A paragraph; hard line breaks between labelled lines divide it. */
function paragraph(node: MdParagraph, span: Span): Paragraph[] {
  const text = textOf(node);
  if (text === '') return [];
  const lead = leadOf(node, text);
  return [{ type: 'paragraph', ...span, text, bold: isBold(node), ...(lead ? { lead } : {}) }];
}

/** An entry spans its own text; what is nested below has spans of its own. */
const ownSpan = (item: ListItem, own: MdParagraph | undefined, spanOf: (node: Nodes) => Span): Span => {
  const whole = spanOf(item);
  return own
    ? { startLine: whole.startLine, endLine: spanOf(own).endLine }
    : { startLine: whole.startLine, endLine: whole.startLine };
};

/** The words of a node with single spaces; line breaks and images leave a space and nothing. */
function textOf(node: Nodes): string {
  const parts =
    'children' in node ? (node.children as PhrasingContent[]).map((child) => phrase(child)) : [mdastToString(node)];
  return unmark(parts.join(''));
}

function phrase(node: PhrasingContent): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'footnoteReference') return '';
  if ('children' in node) return node.children.map((child) => phrase(child)).join('');
  return mdastToString(node, { includeImageAlt: false, includeHtml: false });
}

const isBold = (node: MdParagraph): boolean => {
  const solid = node.children.filter((child) => !(child.type === 'text' && /^[\s.:!?–—-]*$/.test(child.value)));
  return solid.length > 0 && solid.every((child) => child.type === 'strong');
};

/** "Model answer. “I have a list …”": a label as it is said aloud, before what it quotes. */
const SPOKEN = /^(\p{Lu}\p{L}+(?: \p{L}+){0,2})\.\s+(["“].*)$/su;

/** `**Label:** rest`, `*Label:* rest`, `Label: rest`; a mark of polarity or a number may stand before it. */
function leadOf(node: MdParagraph, text: string): Lead | undefined {
  const [first, second] = node.children.filter(
    (child) => !(child.type === 'text' && /^(?:[\s\p{Extended_Pictographic}✓✗☐"“]|\uFE0F)*$/u.test(child.value)),
  );
  if (first?.type === 'strong' || first?.type === 'emphasis') {
    const label = textOf(first);
    const after = second ? text.slice(text.indexOf(label) + label.length) : '';
    const marked =
      /[:.?!–—]$/.test(label) || /^["”’)]?\s*[:–—-]/.test(after) || after === '' || first.type === 'strong';
    const bare = label.replace(/\s*[:.–—-]+$/, '').trim();
    if (marked && bare !== '')
      return { text: bare, rest: after.replace(/^["”’)]?\s*[:.–—-]*\s*/, ''), style: first.type };
  }
  const plain =
    /^(?:[\p{Extended_Pictographic}✓✗]\uFE0F?\s*)?(["“]?[\p{L}\p{N}][^:.!?“”"]{0,70}?["”]?(?:\s*\([^)]{1,50}\))?)\s?:(?=\s|$)\s*(.*)$/su.exec(
      text,
    );
  const [, spoken = '', said = ''] = SPOKEN.exec(text) ?? [];
  if (!plain && labelOf(spoken)) return { text: spoken, rest: said, style: 'plain' };
  return plain?.[1] ? { text: plain[1].trim(), rest: plain[2] ?? '', style: 'plain' } : undefined;
}
