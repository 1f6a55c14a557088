import { promptStrength } from '../outline/prompt.ts';
import { fenced, isBlank, type Line, rewrite } from './line.ts';
import type { Notes, Repair } from './repair.ts';
import { endsInTag, replaceTags, withoutTags } from './tags.ts';

const HIDDEN = 'script style nav noscript template svg iframe object head footer button select'.split(' ');
const OPENS = new RegExp(`<!--|<(${HIDDEN.join('|')})(?=[\\s/>])[^<>]*>`, 'i');
const CLOSES: Record<string, RegExp> = Object.fromEntries([
  ['comment', /-->/],
  ...HIDDEN.map((name): [string, RegExp] => [name, new RegExp(`</${name}\\s*>`, 'i')]),
]);

/** Comments, scripts, styles and navigation go with all they hold: they are not what the page says. What never ends hides nothing. */
export const hiddenMarkup: Repair = {
  name: 'hidden-markup',
  mend(lines, notes) {
    const kept: Line[] = [];
    const inside = fenced(lines);
    const ends = lastEnds(lines);
    let hiding: string | undefined;
    for (const [i, line] of lines.entries()) {
      if (inside[i] && hiding === undefined) {
        kept.push(line);
        continue;
      }
      const before = hiding;
      let seen = '';
      let rest = askingButtons(line.text);
      let rule = hiding;
      while (rest !== '') {
        if (hiding) {
          const end = CLOSES[hiding]?.exec(rest);
          rest = end ? rest.slice(end.index + end[0].length) : '';
          if (end) hiding = undefined;
          continue;
        }
        const start = OPENS.exec(rest);
        if (!start) {
          seen += rest;
          break;
        }
        const name = start[1]?.toLowerCase() ?? 'comment';
        const behind = rest.slice(start.index + start[0].length);
        const ending = CLOSES[name]?.test(behind) || (ends.get(name) ?? -1) > i;
        seen += rest.slice(0, start.index) + (ending || name !== 'comment' ? '' : start[0]);
        rest = behind;
        rule = name;
        if (ending && !start[0].endsWith('/>')) hiding = name;
      }
      if (rule === undefined) kept.push({ ...line, text: seen });
      else if (!isBlank(seen)) kept.push({ ...line, text: seen });
      else if (!isBlank(line.text)) notes.setAside('boilerplate', line, before ?? rule);
    }
    return kept;
  },
};

/** The button of an accordion that asks something heads what it opens. */
const askingButtons = (text: string): string =>
  text.replace(/<button\b[^<>]*>([^<>]{8,300})<\/button\s*>/gi, (whole, inner: string) =>
    promptStrength(inner) >= 2 ? `<h4>${inner}</h4>` : whole,
  );

/** The last line on which each hidden element, or a comment, ends. */
const lastEnds = (lines: readonly Line[]): Map<string, number> =>
  new Map(Object.entries(CLOSES).map(([name, end]) => [name, lines.findLastIndex(({ text }) => end.test(text))]));

/** The most lines that one tag, summary, heading or table row stands on. */
const LONGEST = 24;

/** A tag, a summary, a heading or a table row that is set over several lines is put on one. */
export const tornTags: Repair = {
  name: 'torn-tags',
  mend(lines) {
    const inside = fenced(lines);
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      const more = inside[i] ? 0 : linesBelow(lines.slice(i, i + LONGEST).map(({ text }) => text));
      const torn = lines.slice(i, i + more + 1);
      const text = torn.map((part) => part.text.trim()).join(' ');
      mended.push(more === 0 ? line : { text, from: line.from, to: torn.at(-1)?.to ?? line.to });
      i += more;
    }
    return mended;
  },
};

/** How many of the lines below the first belong to the tag or the summary that it opens. */
function linesBelow([first = '', ...below]: string[]): number {
  if (endsInTag(first)) {
    const end = below.findIndex((text) => /[<>]/.test(text));
    return /^[^<>]*>/.test(below[end] ?? '') ? end + 1 : 0;
  }
  const name = /<(summary|tr|h[1-6])(?:\s[^<>]*)?>(?!.*<\/\1)/i.exec(first)?.[1];
  return name ? below.findIndex((text) => new RegExp(`</${name}\\s*>`, 'i').test(text)) + 1 : 0;
}

/** Known HTML tags become the Markdown they mean, or go; what only looks like a tag stays as text. */
export const htmlTags: Repair = {
  name: 'html-tags',
  mend: (lines, notes) =>
    rewrite(lines, (line) => {
      if (!line.text.includes('<')) return undefined;
      const box = boxed(line, notes);
      if (box) return box;
      const [term, ...told] = line.text.split(/(?<=<\/dt\s*>)\s*(?=<dd\b)/i);
      if (term !== undefined && told.length > 0)
        return [
          { ...line, text: toMarkdown(term).trim() },
          ...told.flatMap((part) => [
            { ...line, text: '', to: line.from },
            { ...line, text: `  ${toMarkdown(part).trim()}` },
          ]),
        ];
      const text = toMarkdown(line.text);
      if (text === line.text) return undefined;
      const isTagged = /^\s*</.test(line.text);
      if (!isBlank(text))
        return [{ ...line, text: (isTagged ? text.replace(/^\s*(?=#{1,6} |- )/, '') : text).trimEnd() }];
      notes.setAside('markup', line, 'html');
      return PARTS.test(line.text) ? [] : [{ ...line, text: '' }];
    }),
};

/** The parts of a table on a line of their own: its rows go on. */
const PARTS = /^\s*(?:<\/?(?:thead|tbody|tfoot|colgroup|col)\b[^<>]*>\s*)+$/i;

function toMarkdown(html: string): string {
  const line = html.replace(/(?<=<(h[1-6])\b[^<>]*>)[^<>]*<.*?(?=<\/\1)/gi, numbered);
  const isRow = /<tr\b/i.test(line) && /<t[dh]\b/i.test(line);
  return replaceTags(line, (tag, name) => {
    const closing = tag.startsWith('</');
    if (isRow && (name === 'td' || name === 'th')) return closing ? '' : '| ';
    if (isRow && name === 'tr') return closing ? ' |' : '';
    if (name === 'strong' || name === 'b') return '**';
    if (name === 'em' || name === 'i') return '*';
    if (/^h[1-6]$/.test(name)) return closing ? '' : `${'#'.repeat(Number(name[1]))} `;
    if (name === 'li' || name === 'dt') return closing ? '' : '- ';
    if (name === 'blockquote') return closing ? '' : '> ';
    return /^(?:br|hr|p|div|td|th)$/.test(name) ? ' ' : '';
  });
}

const SUMMARY = /^(.*?)(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>(.*?)(?:<\/summary\s*>(.*))?$/i;
const END = /^(.*?)<\/details\s*>(.*)$/i;

/** A number in an element of its own counts what stands behind it: `<span>5</span> Walk me through …`. */
const numbered = (html: string): string =>
  html.replace(/^\s*<(\w+)(?:\s[^<>]*)?>\s*#?(\d{1,3})\s*[.):]?\s*<\/\1\s*>\s*(?=[^\s<])/, '$2. ');

/** A summary opens a box that it titles, the end of its details closes it; what else stands on their line keeps its place. */
function boxed(line: Line, notes: Notes): Line[] | undefined {
  const [, before, title, behind = ''] = SUMMARY.exec(line.text) ?? [];
  const text = (html: string): Line[] =>
    isBlank(withoutTags(html)) ? [] : [{ ...line, text: toMarkdown(html).trimEnd() }];
  if (before !== undefined && title !== undefined)
    return [
      ...text(before),
      { ...line, text: withoutTags(numbered(title)).trim(), box: 'open' },
      ...(boxed({ ...line, text: behind }, notes) ?? text(behind.trim())),
    ];
  const [, inner, after] = END.exec(line.text) ?? [];
  if (inner === undefined || after === undefined) return undefined;
  const [first, second] = [text(inner.trim()), text(after.trim())];
  if (first.length + second.length === 0) notes.setAside('markup', line, 'html');
  return [...first, { ...line, text: '', box: 'close' }, ...second];
}
