import { createHash } from 'node:crypto';
import type { PrintJob, PrintResult } from '../../pipeline/model/job.ts';
import type { Press } from '../../pipeline/press.ts';
import { job } from './setting.ts';

const table = (rows: number) =>
  `<table><tr><th scope="col">Level</th><th scope="col">Scope</th></tr>${'<tr><th scope="row">IC5</th><td>a team</td></tr>'.repeat(rows)}</table>`;
const prose = '<p>A long answer, with a <a href="https://example.org/a?b=c">link</a> and <b>weight</b>. </p>';

/** Jobs that differ in what PDFs of the same page have been seen to differ in: tables, links, length, kind, paper, script. */
export const SAMPLES: PrintJob[] = [
  job(`<h1>Tables</h1>${table(3)}<h2>More</h2>${table(2)}`, { name: 'tables' }),
  job(`<h1>Prose</h1>${prose.repeat(90)}`, { name: 'prose', paper: 'letter' }),
  job(`<h1>Boxes</h1>${prose.repeat(5)}${table(1)}`, { name: 'boxes', kind: 'boxed', title: 'Kästen → 店面' }),
  job(
    '<h1>List</h1><ul><li>one<li>two<ol><li>a</ol></ul><svg width="40" height="9"><rect width="9" height="9"/></svg>',
    {
      name: 'list',
      language: 'de',
    },
  ),
  job('<h1>店面 → ≤ ≈ Δ</h1><p>No font of the press has all of these.</p>', { name: 'signs', language: 'zh' }),
];

export function sha256(result: PrintResult): string {
  if (!result.ok) throw new Error(result.reason);
  return createHash('sha256').update(result.bytes).digest('hex');
}

/** Each sample's name with the hash of its PDF. They are printed all at once, in the order given. */
export async function hashes(press: Press, jobs: PrintJob[] = SAMPLES): Promise<Record<string, string>> {
  const printed = await Promise.all(jobs.map(async (each) => [each.name, sha256(await press.print(each))] as const));
  return Object.fromEntries(printed.toSorted(([a], [b]) => a.localeCompare(b)));
}
