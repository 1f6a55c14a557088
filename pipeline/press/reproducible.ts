/** The date that every PDF gives for its making, in UTC: the same input gives the same bytes. */
export const PDF_DATE = '2000-01-01T00:00:00Z';

const DATES = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;
const TABLE_HEADER = /\(node(\d+)\)/g;

/**
 * A PDF of Chromium without what differs from print to print: its dates, and the ids of table headers, which count what the renderer
 * printed before. Nothing changes its length, so every offset in the file holds.
 */
export function reproducible(pdf: string): string {
  const date = `(D:${PDF_DATE.replaceAll(/\D/g, '')}+00'00')`;
  const ids = [...new Set(pdf.match(TABLE_HEADER))].sort();
  const numbers = new Map(ids.map((id, index) => [id, `(node${String(index + 1).padStart(id.length - 6, '0')})`]));
  return pdf
    .replaceAll(DATES, (_, name: string) => `/${name} ${date}`)
    .replaceAll(TABLE_HEADER, (id) => numbers.get(id) ?? id);
}
