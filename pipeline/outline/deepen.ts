import { beatOf, isOtherBeat, isOutlineLabel, labelOf, roleOfHeading } from '../vocabulary/vocabulary.ts';
import type { Block, Entry, List, Paragraph, Section } from './block.ts';
import { introduces, saidOfList, saysWhoAsks } from './introduces.ts';
import { endsAsking, isPrompt } from './prompt.ts';

/**
 * Makes sections of what stands for a heading without being one: a bold line, a label over a list, a list entry that asks a question and
 * holds more below it. From here on one mechanism reads them all. The order of blocks and sections is that of their lines.
 */
export function deepen(section: Section): Section {
  const blocks = section.blocks;
  const isNamed =
    section.heading !== undefined &&
    (roleOfHeading(section.heading.text) !== undefined || saysWhoAsks(section.heading.text));
  const around = { isNamed, inItalics: blocks.filter(isItalic).length >= 2 };
  section.blocks = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const beat = listedBeat(blocks, i);
    if (beat) {
      section.blocks.push(beat);
      i++;
      continue;
    }
    const heads = block.type === 'paragraph' && headsMore(block, blocks[i + 1], around);
    if (heads) {
      const end = extent(blocks, i, block, around);
      adopt(section, block, saidOfList(block.text), blocks.slice(i + 1, end));
      i = end - 1;
    } else if (block.type === 'list')
      section.blocks.push({
        ...block,
        ...(asksMostly(block) ? { asks: true } : {}),
        entries: block.entries.filter((entry) => !adoptEntry(section, entry)),
      });
    else section.blocks.push(block);
  }
  for (const child of section.sections) if (!child.label) deepen(child);
  return section;
}

/** "**Actions:**" over a list, beside a beat that is told behind its name: one beat, told by the list. */
function listedBeat(blocks: readonly Block[], i: number): Entry | undefined {
  const [name, list] = [blocks[i], blocks[i + 1]];
  if (name?.type !== 'paragraph' || list?.type !== 'list' || name.lead?.rest !== '' || !beatOf(name.lead.text))
    return undefined;
  return [blocks[i - 1], blocks[i + 2]].some(tellsBeat) ? { ...name, type: 'entry', blocks: [list] } : undefined;
}

const tellsBeat = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' &&
  block.lead !== undefined &&
  block.lead.rest !== '' &&
  beatOf(block.lead.text) !== undefined;

const asksMostly = ({ entries }: List): boolean =>
  entries.length >= 2 && entries.filter(({ text }) => isPrompt(text, 2)).length * 2 >= entries.length;

function adopt(parent: Section, at: Paragraph | Entry, text: string, blocks: Block[]): void {
  const isAnswered = at.type === 'entry' && holdsAnswer(at);
  const child: Section = {
    heading: { text, startLine: at.startLine, endLine: at.endLine },
    depth: parent.depth + 1,
    box: false,
    label: true,
    ...(at.type === 'entry' && (isAnswered || isPrompt(at.text, 1)) ? { entry: true } : {}),
    ...(isAnswered ? { answered: true } : {}),
    ...('number' in at && at.number !== undefined ? { number: at.number } : {}),
    blocks,
    sections: [],
    parent,
  };
  parent.sections.push(deepen(child));
}

/** An entry becomes a section where it asks a question, or labels the list below it. */
function adoptEntry(parent: Section, entry: Entry): boolean {
  if (entry.blocks.length === 0) return false;
  const nested = entry.blocks.flatMap((block) => (block.type === 'list' ? block.entries : []));
  const asking = nested.filter(({ text }) => isPrompt(text, 2) || endsAsking(text)).length;
  const asks = nested.length > 0 && asking >= nested.length * 0.6;
  if (asks && isShortLabel(entry.text) && !/[.?!]$/.test(entry.text) && !isPrompt(entry.text, 1)) {
    adopt(parent, entry, entry.text.replace(/:$/, ''), entry.blocks);
    return true;
  }
  if (isShortLabel(entry.text) && !/[.?!]$/.test(entry.text) && tellsBeats(entry)) {
    adopt(parent, entry, entry.text, entry.blocks);
    return true;
  }
  if (isShortLabel(entry.text) && !isPrompt(entry.text, 1) && holdsDialogue(nested)) {
    adopt(parent, entry, entry.text.replace(/:$/, ''), entry.blocks);
    return true;
  }
  if (holdsAnswer(entry) && !(asks && nested.length >= 2)) {
    adopt(parent, entry, entry.text, entry.blocks);
    return true;
  }
  if (entry.number !== undefined && !isPrompt(entry.text, 2)) return false;
  const isLabel =
    isShortLabel(entry.text) &&
    (entry.lead?.rest === '' || /:$/.test(entry.text)) &&
    roleOfLabel(entry.text) !== undefined;
  if (!isLabel && !isPrompt(entry.text, asks ? 1 : 2)) return false;
  adopt(parent, entry, entry.text.replace(/:$/, ''), entry.blocks);
  return true;
}

/** Entries that open with a question's label, one at least, below a topic. */
const holdsDialogue = (entries: readonly Entry[]): boolean =>
  entries.some(({ lead }) => lead !== undefined && lead.rest !== '' && /^(?:q|question)\b[^:]{0,40}$/i.test(lead.text));

/** Whether a line below an entry is labelled as its answer, or as a nudge to it: "Sample answer: …", "Hint: …". */
const holdsAnswer = ({ blocks, lead }: Entry): boolean =>
  !lead?.rest &&
  blocks
    .flatMap((block): Block[] => (block.type === 'list' ? block.entries : [block]))
    .some(
      (block) =>
        (block.type === 'entry' || block.type === 'paragraph') &&
        block.lead !== undefined &&
        block.lead.rest !== '' &&
        /^(?:sample|model|example|suggested|possible|strong)? ?(?:answer|response|hint)s? ?\d*$/i.test(block.lead.text),
    );

/** A toggle that holds a told answer: two or more paragraphs below it open with a beat's name. */
const tellsBeats = ({ blocks }: Entry): boolean =>
  blocks.filter((block) => block.type === 'paragraph' && block.lead && beatOf(block.lead.text)).length >= 2;

const roleOfLabel = (text: string): string | undefined => {
  const bare = text.replace(/[:!]$/, '').replace(/\s*\([^)]*\)$/, '');
  return labelOf(bare) ?? beatOf(bare) ?? roleOfHeading(bare)?.role ?? (isOutlineLabel(bare) ? 'outline' : undefined);
};

/** A paragraph heads what follows where it is all bold or all in italics, or a known label with nothing behind its colon. */
function headsMore(paragraph: Paragraph, next: Block | undefined, { isNamed, inItalics }: Around): boolean {
  const { text } = paragraph;
  if (!next || next.type === 'divider' || text.length > 300) return false;
  if (next.type === 'list' && introduces(text, next, isNamed)) return true;
  if (text.length > 160) return false;
  if (/!$/.test(text) && isShortLabel(text) && next.type === 'list' && roleOfLabel(text) !== undefined) return true;
  if (paragraph.bold) return !/[.!]$/.test(text) || isPrompt(text, 2);
  if (isItalic(paragraph) && (next.type === 'list' || inItalics))
    return next.type === 'list' ? isShortLabel(text) : text.split(' ').length <= 12;
  return (
    /:$/.test(text) &&
    isShortLabel(text) &&
    (next.type !== 'paragraph' || roleOfLabel(text) !== undefined || isOtherBeat(text))
  );
}

/** What is known of the section that a paragraph stands in. */
interface Around {
  /** Its heading says what it holds. */
  isNamed: boolean;
  /** Lines in italics head its parts. */
  inItalics: boolean;
}

const isLabelLine = (block: Block | undefined): boolean => block?.type === 'paragraph' && /:$/.test(block.text);

const isItalic = (block: Block): boolean =>
  block.type === 'paragraph' && block.lead?.style === 'emphasis' && block.lead.rest === '' && !/[.!]$/.test(block.text);

const isShortLabel = (text: string): boolean => text !== '' && text.replace(/\([^)]*\)/g, '').split(' ').length <= 7;

/** How far the text below such a line reaches: over what a label lists, or for a bold line to the next one of its kind. */
function extent(blocks: readonly Block[], at: number, head: Paragraph, around: Around): number {
  const isLabel = /:$/.test(head.text);
  let end = at + 1;
  for (; end < blocks.length; end++) {
    const block = blocks[end] as Block;
    if (block.type === 'divider') break;
    if (block.type === 'paragraph') {
      const isNested = head.bold && !isLabel && !block.bold && isLabelLine(blocks[at + 1]) && isLabelLine(block);
      if (!isNested && headsMore(block, blocks[end + 1], around)) break;
      if (isLabel && end > at + 1 && !(block.lead && beatOf(block.lead.text))) break;
      if (isLabel && blocks[at + 1]?.type !== 'paragraph') break;
      if (
        head.bold &&
        !isLabel &&
        block.lead?.style === 'strong' &&
        block.lead.rest !== '' &&
        end > at + 1 &&
        !labelOf(block.lead.text) &&
        !beatOf(block.lead.text)
      )
        break;
    }
  }
  return end;
}
