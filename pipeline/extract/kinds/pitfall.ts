import type { Table } from '../../outline/block.ts';
import { hasLabel, type Label } from '../../vocabulary/vocabulary.ts';
import { contrastIn, labelledSides } from '../contrast.ts';
import { type Draft, draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { questionAt } from '../question-at.ts';
import { add, addBlock, take } from '../take.ts';
import type { Text } from './listed.ts';
import { CROSS, isStrong, isWeak, nameAbove, sideOf, TICK, takeTurns } from './pitfall-sides.ts';
import { pitfallsOf } from './pitfall-table.ts';

const FORBIDS = /^(?:(?:and|but|also|so|please|just|oh)[, ]+)?(?:don[’']t|do not|never|avoid)\s/i;

/** Labels of lines that do not go on with a mistake. */
const OTHERS: readonly Label[] = ['question', 'answer', 'follow-up', 'hint'];

/** What puts a mistake right is none. */
const FIXES = /^(?:(?:the |how to )?fix|solution|remedy|how to (?:avoid|recover)|better|instead|cure)\b/i;

/** A mistake to avoid, with its weak and its strong side where the source sets them side by side. */
export function pitfalls(page: Page): void {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq') continue;
    const blocks = [...untaken(page, place)];
    for (const block of blocks) if (block.type === 'table') fromTable(page, place, block);
    const texts = blocks.filter((block): block is Text => block.type === 'entry' || block.type === 'paragraph');
    pairs(page, place, texts);
    // Among signs that are ticked, one with a cross is a mistake.
    const isMarked = texts.some(({ text }) => TICK.test(text));
    const repeated = place.role === 'pitfall' ? repeatedLabel(texts) : undefined;
    const isNamed = (name: string) => name === repeated || hasLabel('pitfall', name);
    const isListed =
      place.role === 'pitfall' ||
      texts.filter(({ lead }) => lead && lead.rest !== '' && isNamed(lead.text)).length >= 2;
    for (const [i, block] of texts.entries()) {
      if (page.taken.has(block)) continue;
      const label = block.lead && isNamed(block.lead.text) ? block.lead : undefined;
      if (label && label.rest !== '' && !(place.role === 'worked-example' && /^mistake/i.test(label.text)))
        named(page, place, block, isListed ? texts[i + 1] : undefined, isNamed);
      else if (CROSS.test(block.text) && (place.role !== 'criterion' || isMarked) && block.text.split(' ').length > 2)
        fromText(page, place, block);
      else if (
        FORBIDS.test(block.text) &&
        (place.role === undefined ||
          place.role === 'guidance' ||
          place.role === 'time-budget' ||
          place.role === 'overview') &&
        !place.solved
      )
        fromText(page, place, block);
    }
    if (place.role === 'pitfall') fromSection(page, place);
  }
}

/** The label that opens two or more lines of a section: there it names what the section is about. */
function repeatedLabel(texts: readonly Text[]): string | undefined {
  const names = texts.flatMap(({ lead }) =>
    lead && lead.rest !== '' && !isStrong(lead.text) && !FIXES.test(lead.text) ? lead.text : [],
  );
  return names.find((name, i) => names.indexOf(name) < i && !isWeak(name));
}

/** A text without the label that names it a mistake. */
const unlabelled = (text: string): string => {
  const [, label = '', rest = ''] = /^([\p{L} ]{3,24}):\s+(.+)$/su.exec(text) ?? [];
  return hasLabel('pitfall', label) ? rest : text;
};

function finish(page: Page, made: Draft<'pitfall'>): void {
  if (!made.fields.weak)
    Object.assign(made.fields, labelledSides(made.text, isWeak, isStrong) ?? contrastIn(unlabelled(made.text)));
  const question = questionAt(page, made.place, made.span.startLine);
  if (question) made.question = question;
}

const fromText = (page: Page, place: Place, block: Text): void => finish(page, addBlock(page, 'pitfall', place, block));

/** "Pitfall: …" and the paragraph below it, which says why or what to do. */
function named(
  page: Page,
  place: Place,
  block: Text,
  next: Text | undefined,
  isNamed: (name: string) => boolean,
): void {
  const goesOn =
    block.type === 'paragraph' &&
    next?.type === 'paragraph' &&
    !page.taken.has(next) &&
    !(next.lead && (isNamed(next.lead.text) || OTHERS.some((label) => hasLabel(label, next.lead?.text ?? '')))) &&
    (place.role === 'pitfall' || block.text.length < 120) &&
    next.startLine - block.endLine <= 2;
  if (!goesOn) {
    fromText(page, place, block);
    return;
  }
  take(page, block, next);
  const sides = labelledSides(next.text, isWeak, isStrong) ?? contrastIn(next.text);
  const made = add(page, draft('pitfall', place, `${block.text} ${next.text}`, spanning([block, next]), sides));
  finish(page, made);
}

/** Everything else below a heading of mistakes: entries, paragraphs, and subsections, each of which is one mistake. */
function fromSection(page: Page, place: Place): void {
  const blocks = [...untaken(page, place)].filter(
    (block): block is Text => block.type === 'entry' || block.type === 'paragraph',
  );
  const entries = blocks.filter((block) => block.type === 'entry');
  const isWhole = place.section.blocks.every(
    (block) => block.type === 'divider' || blocks.some((one) => one === block),
  );
  const isOne =
    (place.ownRole === undefined || place.section.says === 'pitfall') &&
    place.section.heading &&
    blocks.length > 0 &&
    entries.length === 0;
  if (isOne && isWhole && place.section.heading) {
    take(page, place.section, ...blocks);
    const made = add(
      page,
      draft(
        'pitfall',
        place,
        [place.heading, ...blocks.map(wordsOf)].join(' '),
        spanning([place.section.heading, ...blocks.map(wholeSpan)]),
      ),
    );
    Object.assign(made.fields, contrastIn(blocks.map(wordsOf).join(' ')));
    finish(page, made);
    return;
  }
  const praised = (block: Text) =>
    TICK.test(block.text) || (block.lead !== undefined && isStrong(block.lead.text) && !isWeak(block.lead.text));
  for (const block of entries.length > 0 ? entries : blocks)
    if (
      !praised(block) &&
      !FIXES.test(block.lead?.text ?? '') &&
      !/\?$/.test(block.text) &&
      block.text.split(' ').length > 2
    )
      fromText(page, place, block);
}

/** A weak line and the strong one behind it: "Don't say: …" over "Say: …", "Poor: …" over "Great: …", "❌ …" over "✅ …". */
function pairs(page: Page, place: Place, texts: Text[]): void {
  const byMark = takeTurns(texts);
  for (const [i, block] of texts.entries()) {
    if (page.taken.has(block)) continue;
    const above = texts[i - 1];
    const isNamed =
      above?.lead && hasLabel('pitfall', above.lead.text) && above.lead.rest !== '' && !isWeak(above.lead.text);
    const oneLine = isNamed ? undefined : labelledSides(block.text, isWeak, isStrong);
    if (oneLine) {
      finish(page, addBlock(page, 'pitfall', place, block, oneLine));
      continue;
    }
    const weak = sideOf(block, byMark);
    if (weak?.is !== 'weak') continue;
    const after = texts.slice(i + 1, i + 3).filter((one) => !page.taken.has(one));
    const strong = after.map((one) => sideOf(one, byMark)).find((side) => side?.is === 'strong');
    const graded =
      block.lead &&
      /^(?:poor|bad|weak)$/i.test(block.lead.text) &&
      !/["“]/.test(weak.says) &&
      after.some((one) => one.lead && hasLabel('middle', one.lead.text) && !isStrong(one.lead.text));
    if (strong && !graded && (strong.block === after[0] || /["“]/.test(weak.says))) {
      const name = nameAbove(above, weak, place);
      const whole = [...(name && !page.taken.has(name) ? [name] : []), block, strong.block];
      take(page, ...whole, ...after.slice(0, after.indexOf(strong.block)));
      const sides = { weak: weak.says, strong: strong.says };
      finish(page, add(page, draft('pitfall', place, whole.map(({ text }) => text).join(' '), spanning(whole), sides)));
    } else if (!isNamed && block.lead) addPoor(page, place, block, weak.says);
  }
}

function addPoor(page: Page, place: Place, block: Text, weak: string): void {
  finish(page, addBlock(page, 'pitfall', place, block, { weak }));
}

function fromTable(page: Page, place: Place, table: Table): void {
  const found = pitfallsOf(place, table);
  if (found) take(page, table);
  for (const one of found ?? []) finish(page, add(page, one));
}
