import { f1, goldRows, noTally, precision, ratio, recall, type Score, type Share, type Tally } from './score.ts';

const decimals = (value: number): string => value.toFixed(3);
const share = (name: string, one: Share): string => `${name} ${decimals(ratio(one))} (${one.part}/${one.whole})`;
const cells = (name: string, tally: Tally): string[] => [
  name,
  String(goldRows(tally)),
  String(tally.found),
  String(tally.spurious),
  decimals(precision(tally)),
  decimals(recall(tally)),
  decimals(f1(tally)),
];
const HEAD = ['gold', 'found', 'spurious', 'precision', 'recall', 'F1'];

/** Rows as aligned lines: the first column to the left, numbers to the right. */
function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** A score to read: by kind, by source, beside the baselines (by name, with their own scores), then the shares and the total. */
export function table(
  title: string,
  score: Score,
  baselines: Record<string, Score>,
  options: { misses: boolean },
): string {
  const ofQuestions = ({ kinds }: Score): Tally => kinds.get('question') ?? noTally();
  const byKind = [...score.kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  const contenders = Object.entries({ 'this library': score, ...baselines });
  const { total } = score;
  return [
    `# ${title}`,
    aligned([['kind', ...HEAD], ...byKind.map(([kind, tally]) => cells(kind, tally))]),
    aligned([['source', ...HEAD], ...score.documents.map(({ name, tally }) => cells(name, tally))]),
    aligned([['questions by', ...HEAD], ...contenders.map(([name, one]) => cells(name, ofQuestions(one)))]),
    ...(options.misses
      ? [
          score.remarks
            .map(({ what, place, kind, detail }) => `${what.padEnd(10)} ${place} ${kind}: ${detail.slice(0, 110)}`)
            .join('\n'),
        ]
      : []),
    [
      [
        share('faithful', score.faithful),
        share('complete', score.complete),
        share('attributes', score.attributes),
      ].join(' · '),
      `all kinds: precision ${decimals(precision(total))} recall ${decimals(recall(total))} F1 ${decimals(f1(total))} ` +
        `(${total.found}/${goldRows(total)} found, ${total.spurious} spurious)`,
    ].join('\n'),
  ].join('\n\n');
}
