import { fenced, isBlank, type Line } from './line.ts';
import type { Repair } from './repair.ts';
import { belowEmptyHeader, tableRow } from './tables.ts';

/** What a page of flash cards says above its cards, and how many there are. */
const HEAD = /^\s*(?:terms in this set|karteikarten in diesem set|termes de l[’']ensemble)\s*\((\d{1,4})\)\s*$/i;

/** Cards as a page of them is copied, front and back on a line each, become a table with an empty header; nothing tells the two apart but their turn. */
export const cardPairs: Repair = {
  name: 'card-pairs',
  mend(lines, notes) {
    const inside = fenced(lines);
    const at = lines.findIndex(({ text }, i) => !inside[i] && HEAD.test(text));
    const count = Number(HEAD.exec(lines[at]?.text ?? '')?.[1] ?? 0);
    if (at < 0 || count < 2) return lines;
    const rows: Line[] = [];
    let end = at + 1;
    for (let front: Line | undefined; end < lines.length && rows.length < count; end++) {
      const line = lines[end] as Line;
      if (isBlank(line.text)) continue;
      if (front) rows.push(tableRow({ from: front.from, to: line.to }, [front.text.trim(), line.text.trim()]));
      front = front ? undefined : line;
    }
    const last = rows.at(-1);
    if (!last) return lines;
    const head = lines[at] as Line;
    notes.setAside('boilerplate', head, 'card-count');
    return [
      ...lines.slice(0, at),
      { ...head, text: '' },
      ...belowEmptyHeader(rows),
      { text: '', from: last.to, to: last.to },
      ...lines.slice(end),
    ];
  },
};
