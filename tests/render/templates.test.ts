import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { PACK_KINDS } from '../../templates/registry.ts';

const FOLDER = fileURLToPath(new URL('../../templates', import.meta.url));
const files = await readdir(FOLDER, { recursive: true });
const folders = files.filter((file) => basename(file) === 'kind.ts' && file !== 'kind.ts').map(dirname);
const pages = files.filter((file) => file.endsWith('.hbs') && [...folders, 'partials'].includes(dirname(file)));

describe('templates', () => {
  it('print nothing unescaped', async () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const file of pages) {
      const text = await readFile(join(FOLDER, file), 'utf8');
      expect(text, file).not.toMatch(/\{\{\{|\{\{&/);
    }
  });

  it('have one folder for each kind that is registered', () => {
    expect(folders.sort()).toEqual(Object.keys(PACK_KINDS).sort());
  });

  it('refuse a field that they are not given', async () => {
    const templates = await loadTemplates();
    for (const page of Object.values(templates.pages)) expect(() => page({})).toThrow(/not defined|Cannot read/);
  });

  it('have words of their own in one place alone', async () => {
    for (const file of pages) {
      const text = await readFile(join(FOLDER, file), 'utf8');
      const visible = text.replaceAll(/\{\{[^}]*\}\}/g, ' ').replaceAll(/<[^>]*>/g, ' ');
      expect(visible.match(/\p{L}{2,}/gu) ?? [], file).toEqual([]);
    }
  });
});
