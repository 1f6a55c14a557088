import { anyScope } from '../../model/any-scope.ts';
import { type Entry, type Paragraph, walkBlocks } from '../../outline/block.ts';
import { bareQuestion } from '../../outline/prompt.ts';
import { companyOf } from '../../vocabulary/companies.ts';
import { levelsIn } from '../../vocabulary/levels.ts';
import { difficultyOf } from '../../vocabulary/vocabulary.ts';
import { type Draft, draft } from '../draft.ts';
import type { Page, Place } from '../page.ts';
import { dividedScope } from '../scope.ts';
import { add, take } from '../take.ts';

/** One question of one line; what stands behind its dividers, or in brackets at its end, is its scope. None where only that stands there. */
export function ask(page: Page, place: Place, block: Paragraph | Entry, words: string): Draft<'question'> | undefined {
  const [first = '', ...parts] = words.split(' · ');
  const outer = RELATED.test(place.heading) ? anyScope() : place.scope;
  const scope = (parts.length > 0 && dividedScope(outer, parts)) || undefined;
  const trailing = trailingScope(place, bareQuestion(scope ? first : words));
  if (trailing.text === '') return undefined;
  take(page, block);
  for (const inner of walkBlocks(block.type === 'entry' ? block.blocks : [])) page.taken.delete(inner);
  const asked = add(page, { ...draft('question', place, trailing.text, block), scope: scope ?? trailing.scope });
  const number =
    (block.type === 'entry' ? block.number : undefined) ??
    /^(?:q|question|prompt)\s*#?(\d{1,2})\b/i.exec(block.text)?.[1];
  if (number !== undefined) page.numbers.set(asked, Number(number));
  return asked;
}

/** A heading over questions of other pages: for whom this one is says nothing of them. */
const RELATED = /\b(?:related|similar)\b.{0,30}\bquestions\b/i;

/** "… (Amazon, L6)", "… - Uber (hard)", "… hard" behind the end of a sentence: what stands at the end and says nothing but for whom it is. */
export function trailingScope(place: Place, text: string) {
  const dashed = /^(.{8,}?)\s+[-–—|]\s+([^-–—|()]{2,30}?)(?:\s*\(([^()]{2,40})\))?$/.exec(text);
  const behind = dashed ? [dashed[2] ?? '', ...(dashed[3]?.split(/\s*,\s*/) ?? [])] : [];
  if (dashed?.[1] && companyOf(behind[0] ?? '')) {
    const scope = dividedScope(place.scope, behind);
    if (scope) return { text: dashed[1], scope };
  }
  const [, asked, word = ''] = /^(.{8,}[.?!]["”]?)\s+(\p{L}{4,10})$/u.exec(text) ?? [];
  const difficulty = difficultyOf(word);
  if (asked && difficulty) return { text: asked, scope: { ...place.scope, difficulty } };
  const found = /^(.{8,}?)\s*[([]([^()[\]]{2,60})[)\]]\s*$/.exec(text);
  const parts = found?.[2]?.split(/\s*[,·|/]\s*/) ?? [];
  const known =
    parts.length > 0 &&
    parts.every(
      (part) => companyOf(part) || levelsIn(part).length > 0 || dividedScope(place.scope, [part]) !== undefined,
    );
  const scope = known ? dividedScope(place.scope, parts) : undefined;
  return scope && found?.[1] ? { text: found[1], scope } : { text, scope: place.scope };
}
