import type { Table } from '../../outline/block.ts';
import { companyByOwnWord, companyOf, slug } from '../../vocabulary/companies.ts';
import { columnIs } from '../../vocabulary/vocabulary.ts';
import { draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { add, addBlock, take } from '../take.ts';

/** What one company weighs: rows of a table of companies, entries and sections named by a company where a heading says so. */
export function companyFocus(page: Page): void {
  for (const place of page.places) {
    if (place.role === 'chrome') continue;
    for (const block of untaken(page, place)) if (block.type === 'table') fromTable(page, place, block);
    if (place.role !== 'company-focus') continue;
    const company = companyOf(place.heading);
    const paragraphs = [...untaken(page, place)];
    if (company && place.ownRole === undefined) fromSection(page, place, company);
    else
      for (const block of paragraphs) {
        if (block.type !== 'entry' && block.type !== 'paragraph') continue;
        const named = block.lead && block.lead.rest !== '' ? companyOf(block.lead.text) : undefined;
        if (named && block.lead)
          forCompany(
            addBlock(page, 'company-focus', place, block, { company: named, prepare: block.lead.rest }),
            named,
          );
      }
  }
}

const forCompany = (made: { scope: Place['scope'] }, company: string): void => {
  made.scope = { ...made.scope, companies: [company] };
};

function fromTable(page: Page, place: Place, table: Table): void {
  const { cells } = table.header;
  const company = cells.findIndex((cell) => columnIs('company', cell));
  if (company < 0 || cells.some((cell) => columnIs('question', cell) && !columnIs('prepare', cell))) return;
  const framework = cells.findIndex((cell, i) => i !== company && columnIs('framework', cell));
  const prepare = cells.findIndex((cell, i) => i !== company && i !== framework && columnIs('prepare', cell));
  const values = cells.map((_, i) => i).filter((i) => i !== company);
  const first = framework >= 0 ? framework : (values.find((i) => i !== prepare) ?? -1);
  const named = table.rows.filter((row) => companyOf(row.cells[company] ?? '')).length;
  if (named === 0 && framework < 0) return;
  take(page, table);
  for (const row of table.rows) {
    const name = row.cells[company] ?? '';
    const known =
      companyOf(name) ??
      companyByOwnWord(name === '' ? row.cells.join(' ') : name) ??
      (name === '' ? undefined : slug(name));
    if (!known) {
      page.taken.delete(row);
      continue;
    }
    const bring = values
      .filter((i) => i !== first)
      .map((i) => row.cells[i])
      .filter(Boolean)
      .join(' ');
    const frame = row.cells[first];
    const made = draft('company-focus', place, wordsOf(row), row, {
      company: known,
      ...(frame ? { framework: frame } : {}),
      ...(bring ? { prepare: bring } : {}),
    });
    forCompany(made, known);
    add(page, made);
  }
}

function fromSection(page: Page, place: Place, company: string): void {
  const blocks = [...untaken(page, place)].filter((block) => block.type === 'entry' || block.type === 'paragraph');
  if (blocks.length === 0 || !place.section.heading) return;
  const prepare = blocks.map(wordsOf).join(' ');
  take(page, place.section, ...blocks);
  const made = add(
    page,
    draft('company-focus', place, prepare, spanning([place.section.heading, ...blocks.map(wholeSpan)]), {
      company,
      prepare,
    }),
  );
  forCompany(made, company);
}
