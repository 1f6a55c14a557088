import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { PACK_KINDS } from '../../templates/registry.ts';

const FOLDER = fileURLToPath(new URL('../../templates', import.meta.url));

describe('templates', () => {
  it('print nothing unescaped', async () => {
    const files = (await readdir(FOLDER, { recursive: true })).filter((file) => file.endsWith('.hbs'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = await readFile(join(FOLDER, file), 'utf8');
      expect(text, file).not.toMatch(/\{\{\{|\{\{&/);
    }
  });

  it('have one folder for each kind that is registered', async () => {
    const folders = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const kinds = folders.map(({ name }) => name).filter((name) => name !== 'partials' && name !== 'shared');
    expect(kinds.sort()).toEqual(Object.keys(PACK_KINDS).sort());
  });

  it('refuse a field that they are not given', async () => {
    const { pages } = await loadTemplates();
    for (const page of Object.values(pages)) expect(() => page({})).toThrow(/not defined|Cannot read/);
  });

  it('have words of their own in one place alone', async () => {
    const files = (await readdir(FOLDER, { recursive: true })).filter((file) => file.endsWith('.hbs'));
    for (const file of files) {
      const text = await readFile(join(FOLDER, file), 'utf8');
      const visible = text.replaceAll(/\{\{[^}]*\}\}/g, ' ').replaceAll(/<[^>]*>/g, ' ');
      expect(visible.match(/\p{L}{2,}/gu) ?? [], file).toEqual([]);
    }
  });
});
