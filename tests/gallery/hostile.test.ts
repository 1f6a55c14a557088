import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Shown } from '../../pipeline/gallery/shown.ts';
import { scriptJson } from '../../pipeline/gallery/template.ts';
import { gallery } from '../../pipeline/gallery.ts';
import type { Library } from '../../pipeline/model/library.ts';
import { openBrowser, shown, shownOf, visit } from './browsing.ts';

const HOSTILE = `</script></style><!-- --><script>globalThis.broken = 1</script><img src="http://127.0.0.1:9/" onerror="globalThis.broken = 1"><a href="javascript:globalThis.broken = 1">"'{{words}}</a>`;

/** A build that says the same hostile thing wherever a source, or a worker elsewhere, has a say. */
function build(): Shown {
  const source = { file: HOSTILE, startLine: 1, endLine: 1, section: [HOSTILE] };
  const scope = {
    companies: [HOSTILE],
    levels: [HOSTILE],
    roles: [HOSTILE],
    rounds: [HOSTILE],
    topics: [HOSTILE],
    difficulty: HOSTILE,
  };
  const audience = { company: HOSTILE, level: HOSTILE, band: null, role: HOSTILE, kind: HOSTILE, paper: 'a4' as const };
  const pack = { ...audience, items: ['one'], leftOut: [] };
  const coverage = { items: [1], headings: [], metadata: [], boilerplate: [], markup: [], unclaimed: [] };
  const found = { severity: 'error' as const, rule: HOSTILE, found: HOSTILE, expected: HOSTILE, advice: HOSTILE };
  const titles = [{ x: 1, y: 1, width: 9, size: 9, text: HOSTILE }];
  const library: Library = {
    schemaVersion: 1,
    sources: [{ file: HOSTILE, sha256: '0'.repeat(64), title: HOSTILE, lines: 1, coverage }],
    items: [{ id: 'one', kind: 'question', title: 'Another', text: HOSTILE, scope, source }],
  };
  return shownOf(library, {
    manifest: {
      schemaVersion: 1,
      packs: [{ ...pack, file: `${HOSTILE}.a4.pdf`, pages: 1, sha256: '0'.repeat(64) }],
      failed: [{ ...pack, reason: HOSTILE }],
      files: [],
      versions: {},
    },
    diagnostics: [{ file: HOSTILE, line: 1, ...found }],
    excerpts: { [`${HOSTILE}:1`]: HOSTILE },
    thumbnails: new Map([[`${HOSTILE}.a4.pdf`, { width: 9, height: 9, thin: '', bold: '', rules: '', titles }]]),
  });
}

it('a gallery shows hostile text as text', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const browser = await openBrowser();
  try {
    const file = join(folder, 'index.html');
    await writeFile(file, await gallery(build()));
    const changed = [{ pack: HOSTILE, what: 'new', added: {}, removed: {}, account: HOSTILE }];
    const changes = scriptJson({ packs: changed, sources: [{ file: HOSTILE, what: 'new' }] });
    await writeFile(join(folder, 'changes.js'), `globalThis.prepressChanges = ${changes};`);
    const { page, complaints, requests } = await visit(browser, file);
    await page.type('#item-filter [name=text]', 'broken');
    expect((await shown(page, '#item-list .text'))[0]).toBe(HOSTILE);
    expect((await shown(page, '.failed li'))[0]).toContain(HOSTILE);
    expect((await shown(page, '#change-list li'))[0]).toContain(HOSTILE);
    expect(await page.evaluate('globalThis.broken')).toBeUndefined();
    expect(await page.$$('img, [onerror], a[href^="javascript:"], script:not([id], [src], [type])')).toEqual([]);
    expect(requests).toEqual([file, join(folder, 'changes.js')].map((path) => pathToFileURL(path).href));
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});
