import { isBlank, type Line, rewrite } from './line.ts';
import type { Repair } from './repair.ts';

const GITHUB = /^\s{0,3}>\s*\[!(\w+)\]\s*$/;
const DOCUSAURUS = /^\s*:::+\s*(\w*)\s*(.*)$/;
const MKDOCS = /^(?:!!!|\?\?\?\+?)\s+(\w+)(?:\s+"([^"]*)")?\s*$/;

/** `> [!TIP]`, `!!! note "Title"` and `:::tip` open a box titled by the title, or by the type where there is none. */
export const admonitions: Repair = {
  name: 'admonitions',
  mend(lines, notes) {
    let open: 'quoted' | 'indented' | 'fenced' | undefined;
    const close = (line: Line): Line[] => {
      open = undefined;
      return [{ ...line, text: '', box: 'close' }];
    };
    const mended = rewrite(lines, (line) => {
      const leaves = (open === 'quoted' && !line.text.startsWith('>')) || (open === 'indented' && !isBlank(line.text) && !/^\s{2}/.test(line.text));
      const before = leaves ? close(line) : [];
      const github = GITHUB.exec(line.text);
      const mkdocs = MKDOCS.exec(line.text);
      const docusaurus = DOCUSAURUS.exec(line.text);
      if (github || mkdocs || docusaurus?.[1]) {
        open = github ? 'quoted' : mkdocs ? 'indented' : 'fenced';
        const [, type = '', title = ''] = github ?? mkdocs ?? docusaurus ?? [];
        return [...before, { ...line, text: title === '' ? type : title, box: 'open' as const }];
      }
      if (docusaurus && open === 'fenced') {
        notes.setAside('markup', line, 'admonition');
        return close(line);
      }
      if (open === 'quoted') return [{ ...line, text: line.text.replace(/^\s{0,3}>\s?/, '') }];
      if (open === 'indented') return [{ ...line, text: line.text.replace(/^\s{2,4}/, '') }];
      return before.length > 0 ? [...before, line] : undefined;
    });
    const last = mended.at(-1);
    return open && last ? [...mended, ...close(last)] : mended;
  },
};
