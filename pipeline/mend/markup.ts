import { holdsChrome, isChromeLine, metadataOf } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, isListItem, isPlain, type Line, rewrite } from './line.ts';
import type { Notes, Repair } from './repair.ts';

const HIDDEN = [
  'script',
  'style',
  'nav',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'head',
  'form',
  'aside',
  'footer',
  'button',
  'select',
];
const opensHidden = new RegExp(`<(${HIDDEN.join('|')})\\b[^>]*>`, 'i');

/** Comments, front matter, scripts, styles and navigation go with all they hold: they are not what the page says. */
export const hiddenMarkup: Repair = {
  name: 'hidden-markup',
  mend(lines, notes) {
    const kept: Line[] = [];
    const inside = fenced(lines);
    let until: RegExp | undefined;
    let rule = '';
    for (const [i, line] of lines.entries()) {
      if (inside[i] && until === undefined) {
        kept.push(line);
        continue;
      }
      let rest = line.text;
      let seen = '';
      let hid = until !== undefined;
      for (;;) {
        if (until) {
          const end = until.exec(rest);
          if (!end) break;
          rest = rest.slice(end.index + end[0].length);
          until = undefined;
        }
        const comment = rest.indexOf('<!--');
        const tag = opensHidden.exec(rest);
        if (comment < 0 && !tag) {
          seen += rest;
          break;
        }
        hid = true;
        if (comment >= 0 && (!tag || comment < tag.index)) {
          seen += rest.slice(0, comment);
          rest = rest.slice(comment + 4);
          until = /-->/;
          rule = 'comment';
        } else if (tag) {
          seen += rest.slice(0, tag.index);
          rest = rest.slice(tag.index + tag[0].length);
          until = new RegExp(`</${tag[1]}\\s*>`, 'i');
          rule = (tag[1] as string).toLowerCase();
        }
      }
      if (!hid) kept.push(line);
      else if (isBlank(seen)) {
        if (!isBlank(line.text)) notes.setAside('boilerplate', line, rule);
      } else kept.push({ ...line, text: seen });
    }
    return kept;
  },
};

const TAG = /<\/?([a-z][a-z0-9]*)\b(?:\s[^<>]*)?\/?>/gi;
const KNOWN = new Set(
  'a abbr b blockquote body br center code dd del details div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 header hr html i img ins kbd li main mark meta link input label ol p picture pre q s section article small source span strong sub summary sup table tbody td tfoot th thead time tr u ul video audio wbr base'.split(
    ' ',
  ),
);

/** Known HTML tags become the Markdown they mean, or go; what only looks like a tag stays as text. */
export const htmlTags: Repair = {
  name: 'html-tags',
  mend: (lines, notes) =>
    rewrite(lines, (line) => {
      if (!line.text.includes('<')) return undefined;
      const row = /^\s*<tr\b/i.test(line.text) && /<t[dh]\b/i.test(line.text);
      const text = line.text.replace(TAG, (whole, name: string) => {
        const tag = name.toLowerCase();
        if (!KNOWN.has(tag)) return whole;
        const closing = whole.startsWith('</');
        if (row && (tag === 'td' || tag === 'th')) return closing ? '' : '| ';
        if (row && tag === 'tr') return closing ? ' |' : '';
        if (tag === 'strong' || tag === 'b') return '**';
        if (tag === 'em' || tag === 'i') return '*';
        if (tag === 'summary' || tag === 'details') return '';
        if (/^h[1-6]$/.test(tag)) return closing ? '' : `${'#'.repeat(Number(tag[1]))} `;
        if (tag === 'li' || tag === 'dt') return closing ? '' : '- ';
        if (tag === 'blockquote') return closing ? '' : '> ';
        return /^(br|hr|p|div|td|th)$/.test(tag) ? ' ' : '';
      });
      const box = /<summary\b/i.test(line.text) ? 'open' : /<\/details\s*>/i.test(line.text) ? 'close' : undefined;
      if (box === 'open') return openBox(line, text.trim());
      if (box === 'close') return closeBox(line, text, notes);
      if (text === line.text) return undefined;
      if (!isBlank(text)) return [{ ...line, text: text.replace(/^\s*(?=#{1,6} |- )/, '').trimEnd() }];
      notes.setAside('markup', line, 'html');
      return [{ ...line, text: '' }];
    }),
};

/** A summary titles what its details hold; text behind `</summary>` on the same line is the first of it. */
function openBox(line: Line, title: string): Line[] {
  const inner = /<summary\b[^>]*>([\s\S]*?)<\/summary\s*>([\s\S]*)$/i.exec(line.text);
  const clean = (html: string) => html.replace(TAG, ' ').trim();
  const opened: Line = { ...line, text: inner ? clean(inner[1] ?? '') : title, box: 'open' };
  const rest = inner ? clean(inner[2] ?? '') : '';
  const lines = rest === '' ? [opened] : [opened, { ...line, text: rest }];
  return /<\/details\s*>/i.test(line.text) ? [...lines, { ...line, text: '', box: 'close' }] : lines;
}

function closeBox(line: Line, text: string, notes: Notes): Line[] {
  const closing: Line = { ...line, text: '', box: 'close' };
  if (!isBlank(text)) return [{ ...line, text: text.trim() }, closing];
  notes.setAside('markup', line, 'html');
  return [closing];
}

/** The frame of a saved page, line by line: menus, cookie notices, buttons, counters, a list of links to other pages. */
export const pageChrome: Repair = {
  name: 'page-chrome',
  mend(lines, notes) {
    const countsPages = lines.filter(({ text }) => /^\s*\d{1,3}\s*$/.test(text)).length >= 3;
    return rewrite(lines, (line, i) => {
      const bare = line.text.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim();
      const rule = chromeRule(bare, line, lines, i, countsPages);
      if (!rule) return undefined;
      notes.setAside('boilerplate', line, rule);
      return [{ ...line, text: '' }];
    });
  },
};

function chromeRule(
  bare: string,
  line: Line,
  lines: readonly Line[],
  i: number,
  countsPages: boolean,
): string | undefined {
  if (bare === '') return undefined;
  if (/^!\[[^\]]*\]\([^)]*\)$|^(?:\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)\s*)+$/.test(bare)) return 'image';
  if (/^\[[^\]]+\]\(#[^)]*\)$/.test(bare)) return 'table-of-contents';
  if (/^(?:(?:\[[^\]]*\]\([^)]*\))\s*[|·•/>»,-]?\s*){2,}$/.test(bare) && !/^\s*[-*+]/.test(line.text))
    return 'navigation';
  if (isChromeLine(bare) && !hasContentBelow(lines, i)) return 'page-chrome';
  if (
    !/^\[[ xX]\]|^☐/.test(bare) &&
    holdsChrome(bare) &&
    (bare.split(' ').length <= 12 || (bare.length < 300 && /\bcookies?\b/i.test(bare)))
  )
    return 'page-chrome';
  if (isPlain(line.text) && isMenu(bare)) return 'navigation';
  if (
    /^(?:page )?\d+ ?(?:of|\/|-) ?\d+$/i.test(bare) ||
    /^\d+ (?:views|likes|comments|replies|upvotes|votes|claps|shares|stars|points)\b/i.test(bare)
  )
    return 'counter';
  if (/^slide \d+(?: of \d+)?$/i.test(bare) || (countsPages && /^\d{1,3}$/.test(bare))) return 'page-number';
  if (/^import \w+ from ['"]|^<\/?[A-Z]\w*(?:\s[^<>]*)?\/?>$/.test(bare)) return 'component';
  if (/^(?:©|\(c\) ?\d{4})/i.test(bare)) return 'copyright';
  return undefined;
}

/** "Questions", "Solution" and the like are chrome as a menu's entry, and headings when text follows that they head. */
const hasContentBelow = (lines: readonly Line[], i: number): boolean => {
  const next = lines[i + 1];
  const second = lines.slice(i + 1, i + 8).find(({ text }) => !isBlank(text));
  const below = next && !isBlank(next.text) ? next : second;
  return (
    below !== undefined &&
    (isListItem(below.text) ||
      /^\s*[-*•]\s*$/.test(below.text) ||
      below.text.length > 90 ||
      below.text.startsWith('|')) &&
    !isChromeLine(below.text)
  );
};

/** "Home | Courses | Pricing", "Home > Interview > Meta": three or more short words with the same divider, most of them a menu's. */
function isMenu(text: string): boolean {
  const parts = text.split(/\s*(?:[|·•›»>/]|\s{3,})\s*/).filter((part) => part !== '');
  if (parts.length < 3 || parts.some((part) => part.length > 30) || metadataOf(parts[0] ?? '')) return false;
  return parts.filter((part) => isChromeLine(part)).length * 3 >= parts.length;
}
