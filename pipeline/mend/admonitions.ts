import { promptStrength } from '../outline/prompt.ts';
import { isBlank, type Line, rewrite } from './line.ts';
import type { Repair } from './repair.ts';

const GITHUB = /^\s{0,3}>\s*\[!(\w+)\][+-]?(?:\s+(\S.*))?\s*$/;
const DOCUSAURUS = /^\s*:::+\s*(\w*)\s*(.*)$/;
const MKDOCS = /^(\s*)(?:!!!|\?\?\?\+?)\s+(\w+)(?:\s+["“]([^"“”]*)["”])?\s*$/;

/** What the type of a box says of it where its title is another. */
const SAYS: Record<string, Line['says']> = {
  warning: 'pitfall',
  danger: 'pitfall',
  caution: 'pitfall',
  example: 'worked-example',
};

interface Box {
  form: 'quoted' | 'indented' | 'fenced';
  /** How far the body of an indented box stands in. */
  indent: number;
}

/** `> [!TIP]`, `!!! note "Title"` and `:::tip` open a box titled by the title, or by the type where there is none; boxes nest. */
export const admonitions: Repair = {
  name: 'admonitions',
  mend(lines, notes) {
    const open: Box[] = [];
    const close = (line: Line): Line => {
      open.pop();
      return { ...line, text: '', box: 'close' };
    };
    const leaves = (text: string): boolean => {
      const box = open.at(-1);
      if (box?.form === 'quoted') return !text.startsWith('>');
      return box?.form === 'indented' && !isBlank(text) && text.search(/\S/) < box.indent;
    };
    const inner = (text: string): string => {
      const box = open.at(-1);
      if (box?.form === 'quoted') return text.replace(/^\s{0,3}>\s?/, '');
      return box?.form === 'indented' ? text.replace(new RegExp(`^\\s{1,${box.indent}}`), '') : text;
    };
    const mended = rewrite(lines, (line) => {
      const closed: Line[] = [];
      while (leaves(line.text)) closed.push(close(line));
      const github = GITHUB.exec(line.text);
      const mkdocs = MKDOCS.exec(line.text);
      const docusaurus = DOCUSAURUS.exec(line.text);
      if (github || mkdocs || docusaurus?.[1]) {
        const [type = '', title = ''] = (github ?? mkdocs?.slice(1) ?? docusaurus ?? []).slice(1);
        open.push(
          mkdocs
            ? { form: 'indented', indent: (mkdocs[1] ?? '').length + 2 }
            : { form: github ? 'quoted' : 'fenced', indent: 0 },
        );
        // A sentence in a title's place is what the box says.
        const isBody = /[.!]["”]?$/.test(title) && promptStrength(title) === 0;
        const says = title === '' || isBody ? undefined : SAYS[type.toLowerCase()];
        const text = title === '' || isBody ? type : title;
        const opened = { ...line, text, box: 'open' as const, ...(says ? { says } : {}) };
        return [...closed, opened, ...(isBody ? [{ ...line, text: title }] : [])];
      }
      if (docusaurus && open.at(-1)?.form === 'fenced') {
        notes.setAside('markup', line, 'admonition');
        return [...closed, close(line)];
      }
      const text = inner(line.text).trimEnd();
      return closed.length > 0 || text !== line.text ? [...closed, { ...line, text }] : undefined;
    });
    const last = mended.at(-1);
    while (open.length > 0 && last) mended.push(close(last));
    return mended;
  },
};
