/**
 * The dictionaries of a PDF's objects, in file order, without their streams. Reads the plain cross-reference table that Chromium
 * writes (ISO 32000-1, 7.5.4).
 * @throws {Error} where the file has no such table
 */
export function dictionaries(pdf: string): string[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-64))?.[1] ?? Number.NaN);
  const table = Number.isNaN(start) ? undefined : /^xref\s+0 (\d+)\s/.exec(pdf.slice(start, start + 40));
  if (!table) throw new Error('the PDF has no cross-reference table');
  const first = start + table[0].length;
  const offsets = Array.from({ length: Number(table[1]) }, (_, index) =>
    pdf.slice(first + 20 * index, first + 20 * index + 18),
  )
    .filter((entry) => entry.endsWith('n'))
    .map((entry) => Number(entry.slice(0, 10)))
    .sort((a, b) => a - b);
  return offsets.map((offset, index) => {
    const object = pdf.slice(offset, offsets[index + 1] ?? start);
    const stream = object.search(/\bstream\r?\n/);
    return stream < 0 ? object : object.slice(0, stream);
  });
}
