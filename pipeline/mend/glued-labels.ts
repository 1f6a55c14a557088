import { metadataOf } from '../vocabulary/vocabulary.ts';
import { isPlain, type Line, rewrite } from './line.ts';
import type { Repair } from './repair.ts';

/** Where a value ends and the next label begins with no space between: a small letter, a digit or a bracket before a capital one. */
const SEAM = /(?<=[\p{Ll}\p{N})])(?=(\p{Lu}\p{Ll}+(?: \p{L}+)?):\s)/gu;

/** What opens a header. */
const OPENS = /^(\p{Lu}\p{L}+(?: \p{L}+)?):\s+\S/u;

/** A header is no longer than this, in characters. */
const LONGEST = 300;

/** "Company: AppleRole: Software EngineerDifficulty: medium": a header whose labels are glued to the values before them has one label a line. */
export const gluedLabels: Repair = {
  name: 'glued-labels',
  mend: (lines) =>
    rewrite(lines, (line) => {
      if (line.text.length > LONGEST || !isPlain(line.text)) return undefined;
      if (!metadataOf(OPENS.exec(line.text)?.[1] ?? '')) return undefined;
      const seams = [...line.text.matchAll(SEAM)]
        .filter(([, label = '']) => metadataOf(label))
        .map(({ index }) => index);
      return seams.length === 0
        ? undefined
        : [0, ...seams].map((from, i): Line => ({ ...line, text: line.text.slice(from, seams[i]).trim() }));
    }),
};
