/** The date that every PDF gives for its making, in UTC: the same input gives the same bytes. */
export const PDF_DATE = '2000-01-01T00:00:00Z';

const DATES = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;
const TABLE_HEADER = /\(node\d+\)/g;
/** The leaf of the tree in which headers are found by their ids, which must stand in order (ISO 32000-1, 7.9.6). */
const ID_TREE = /\/Limits \[\(node\d+\) \(node\d+\)\]\s+\/Names \[(?:\(node\d+\) \d+ 0 R ?)+\]/g;

/**
 * A PDF of Chromium without what differs from print to print: its dates, and the ids of table headers, which depend on what the
 * renderer did before. They are numbered as they come in the document. Nothing changes its length, so every offset in the file holds.
 */
export function reproducible(pdf: string): string {
  const date = `(D:${PDF_DATE.replaceAll(/\D/g, '')}+00'00')`;
  const ids = [...new Set(pdf.match(TABLE_HEADER))];
  const numbers = new Map(ids.map((id, index) => [id, `(node${String(index + 1).padStart(id.length - 6, '0')})`]));
  return pdf
    .replaceAll(DATES, (_, name: string) => `/${name} ${date}`)
    .replaceAll(TABLE_HEADER, (id) => numbers.get(id) ?? id)
    .replaceAll(ID_TREE, inOrder);
}

function inOrder(leaf: string): string {
  const start = leaf.indexOf('/Names');
  const entries = (leaf.slice(start).match(/\(node\d+\) \d+ 0 R/g) ?? []).sort();
  const id = (entry: string | undefined) => entry?.slice(0, entry.indexOf(')') + 1);
  const limits = `${id(entries[0])} ${id(entries.at(-1))}`;
  return `${leaf.slice(0, start).replace(/\(.*\)/, limits)}/Names [${entries.join(' ')}]`;
}
