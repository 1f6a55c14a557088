import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract, gather } from '../../pipeline/extract.ts';
import { load } from '../../pipeline/load.ts';
import { PAPERS } from '../../pipeline/model/manifest.ts';
import { PAPER_SIZES } from '../../pipeline/press/document.ts';
import { dictionaries } from '../../pipeline/press/objects.ts';
import { type PrintedPack, packPress, printPacks } from './printing.ts';
import { altsOf, type ReadPdf, type Run, readPdf, rolesOf } from './reading.ts';
import { bare, sentences } from './sentences.ts';
import { tool } from './tool.ts';

const SOURCES = fileURLToPath(new URL('../../sources', import.meta.url));
const run = promisify(execFile);
const qpdf = await tool('qpdf');
const pdftoppm = await tool('pdftoppm');

/** Every pack of the whole library on both papers in the long run; in the ordinary one, each pack on one of them. */
const PAPERS_OF = (index: number) => (process.env.PREPRESS_LONG ? [...PAPERS] : [PAPERS[index % 2] ?? 'a4']);
/** Marks are set below this size, in points, and nothing else that looks like one is. */
const MARK_SIZE = 6.6;
const POINTS_PER_MM = 72 / 25.4;

type Printed = PrintedPack & { bytes: Uint8Array; latin: string; read: ReadPdf; leftOut: string[] };
let all: Printed[] = [];
let folder = '';
let sourceWords = new Set<string>();

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const sources = await load(SOURCES);
  sourceWords = new Set(sources.flatMap(({ file, text }) => wordsOf(`${file} ${text ?? ''}`)));
  const library = gather(await extract(sources, { parseTimeout: 20_000 }));
  await using press = await packPress();
  const kept = await printPacks(library, press, PAPERS_OF);
  all = await Promise.all(
    kept.map(async (printed): Promise<Printed> => {
      const { result } = printed;
      if (!result.ok) throw new Error(`${printed.name}: ${result.reason}`);
      const { bytes, leftOut } = result;
      const latin = Buffer.from(bytes).toString('latin1');
      return { ...printed, bytes, leftOut, latin, read: await readPdf(bytes) };
    }),
  );
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is wrong with packs, by name; packs with nothing wrong are not in it. */
async function faults(find: (pack: Printed) => string[] | Promise<string[]>): Promise<Record<string, string[]>> {
  const found = await Promise.all(all.map(async (pack) => [pack.name, await find(pack)] as const));
  return Object.fromEntries(found.filter(([, wrong]) => wrong.length > 0));
}

const overlap = (a: Run, b: Run) => {
  // Type stands within its size: descenders of a line may reach into the line box of the next.
  const inner = (run: Run) => ({ top: run.y + run.height * 0.3, bottom: run.y + run.height * 0.95 });
  const [one, other] = [inner(a), inner(b)];
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1 && down > 1;
};

describe('the packs of the whole library', () => {
  it('are there for five companies at four bands, and for everybody', () => {
    const of = (company: string) =>
      new Set(all.filter(({ pack }) => pack.audience.company === company).map(({ pack }) => pack.audience.band));
    for (const company of ['amazon', 'apple', 'google', 'meta', 'microsoft']) {
      expect([...of(company)]).toEqual(expect.arrayContaining(['mid', 'senior', 'staff', 'principal']));
    }
    expect([...of('general')]).toEqual([null]);
  });

  it('keep to their pages, on their paper', () =>
    expect(
      faults(({ read, budget, paper, result }) => [
        ...(read.pages.length > budget ? [`${read.pages.length} pages`] : []),
        ...(result.ok && result.pages === read.pages.length ? [] : ['pages told and pages there differ']),
        ...read.pages.flatMap(({ width, height }) => {
          const size = PAPER_SIZES[paper];
          const off = Math.max(
            Math.abs(width - size.width * POINTS_PER_MM),
            Math.abs(height - size.height * POINTS_PER_MM),
          );
          return off > 1 ? [`${width} × ${height} points`] : [];
        }),
      ]),
    ).resolves.toEqual({}));

  it('print every sentence of every item whole, on one page', () =>
    expect(
      faults(({ pack, leftOut, read }) => {
        const pages = read.pages.map(({ text }) => bare(text));
        return sentences(pack, leftOut).filter((sentence) => !pages.some((page) => page.includes(sentence)));
      }),
    ).resolves.toEqual({}));

  it('print no word that stands neither in the sources nor among the templates’ own', async () => {
    const own = wordsOf(await readFile(new URL('../../templates/words.json', import.meta.url), 'utf8'));
    const known = new Set([...sourceWords, ...own]);
    const printed = (text: string) => text.replaceAll(/\b[A-Z]{1,2}\d+\b/g, ' ').replaceAll(/[0-9a-f]{8}/g, ' ');
    const found = await faults(({ read }) =>
      read.pages
        .flatMap(({ runs }) => wordsOf(printed(runs.map(({ text }) => text).join(' '))))
        .filter((word) => word.length > 2 && !known.has(word)),
    );
    expect(found).toEqual({});
  });

  it('keep all text inside the margins', () =>
    expect(
      faults(({ read }) => {
        const edge = 6.4 * POINTS_PER_MM;
        return read.pages.flatMap(({ runs, width, height }) =>
          runs
            .filter(
              (run) =>
                run.x < edge ||
                run.y < edge ||
                run.x + run.width > width - edge + 0.5 ||
                run.y + run.height > height - edge,
            )
            .map(({ text }) => text),
        );
      }),
    ).resolves.toEqual({}));

  it('print no text above other text', () =>
    expect(
      faults(({ read }) =>
        read.pages.flatMap(({ runs }) =>
          runs.flatMap((one, at) =>
            runs
              .slice(at + 1)
              .filter((other) => overlap(one, other))
              .map((other) => `${one.text} / ${other.text}`),
          ),
        ),
      ),
    ).resolves.toEqual({}));

  it('set body text at 8.5 points or more, and nothing below 6', () =>
    expect(
      faults(({ read }) => {
        const runs = read.pages.flatMap((page) => page.runs);
        const small = runs.filter(
          ({ height, text }) => height < 8.5 && !/^[A-Z]{1,2}\d+( [A-Z]{1,2}\d+)*$/.test(text.trim()),
        );
        const share =
          small.reduce((sum, { text }) => sum + text.length, 0) / runs.reduce((sum, { text }) => sum + text.length, 0);
        return [
          ...runs.filter(({ height }) => height < 6).map(({ text }) => text),
          ...(share > 0.25 ? [`${share} small`] : []),
        ];
      }),
    ).resolves.toEqual({}));

  it('are pure black', () =>
    expect(
      faults(({ read }) =>
        read.pages.flatMap(({ colours }) => colours.filter((colour) => !['#000000', '0,0,0'].includes(colour))),
      ),
    ).resolves.toEqual({}));

  it('embed every font, with a map to characters, none of type 3', () =>
    expect(
      faults(({ latin, read }) => {
        const objects = dictionaries(latin);
        const fonts = objects.filter((object) => /\/Type\s*\/Font\b/.test(object));
        const descriptors = objects.filter((object) => /\/Type\s*\/FontDescriptor\b/.test(object));
        return [
          ...fonts.filter((font) => /\/Subtype\s*\/Type3\b/.test(font)),
          ...fonts.filter((font) => /\/Subtype\s*\/Type0\b/.test(font) && !font.includes('/ToUnicode')),
          ...fonts.filter(
            (font) => /\/BaseFont/.test(font) && !/\/BaseFont\s*\/[A-Z]{6}\+(IBMPlexSans|Noto)/.test(font),
          ),
          ...descriptors.filter((descriptor) => !/\/FontFile[23]?\b/.test(descriptor)),
          ...read.pages.flatMap(({ text }) => text.match(/[\0\uFFFD\uE000-\uF8FF]/g) ?? []),
        ];
      }),
    ).resolves.toEqual({}));

  it('are tagged, titled, in a language, and read aloud in order', () =>
    expect(
      faults(({ read, pack }) => {
        const roles = read.pages.flatMap(({ tags }) => rolesOf(tags));
        const headings = roles.filter((role) => /^H\d$/.test(role));
        const jumps = headings.filter((role, at) => Number(role[1]) > Number(headings[at - 1]?.[1] ?? 0) + 1);
        const bar = pack.kind === 'cheat-sheet' && (pack.sections.frame?.length ?? 0) > 0;
        const alts = read.pages.flatMap(({ tags }) => altsOf(tags));
        return [
          ...(read.isTagged ? [] : ['not tagged']),
          ...(read.title?.startsWith(read.bookmarks[0]?.split(' ')[0] ?? '?') ? [] : [`title ${read.title}`]),
          ...(read.language === 'en' ? [] : [`language ${read.language}`]),
          ...(headings[0] === 'H1' && headings.filter((role) => role === 'H1').length === 1
            ? []
            : ['not one H1 first']),
          ...jumps,
          ...(read.bookmarks.length >= 2 ? [] : ['no bookmarks']),
          ...(bar && !alts.some((alt) => /\d/.test(alt)) ? ['a time bar without words'] : []),
        ];
      }),
    ).resolves.toEqual({}));

  it('say what they are, where they come from and how many pages they have', () =>
    expect(
      faults(({ pack, read, leftOut }) => {
        const text = read.pages.map((page) => page.text).join('');
        const gone = new Set(leftOut);
        const used = new Set(
          Object.values(pack.sections)
            .flat()
            .flatMap((entry) => [entry, ...entry.attached])
            .filter(({ item }) => !gone.has(item.id))
            .flatMap(({ item, twins }) => [item.source.file, ...twins.map(({ file }) => file)]),
        );
        const date = pack.sources
          .flatMap((source) => source.date ?? [])
          .sort()
          .at(-1);
        const count = pack.leftOut.length + leftOut.length;
        return [
          ...pack.sources
            .filter(({ file }) => used.has(file) !== bare(text).includes(bare(file)))
            .map(({ file }) => `key: ${file}`),
          // Each sheet of a worksheet is used alone.
          ...read.pages.flatMap((page, at) =>
            pack.kind !== 'story-worksheet' || page.text.includes('Key to the marks') ? [] : [`no key on ${at + 1}`],
          ),
          ...read.pages.flatMap((page, at) =>
            page.text.includes(`Page ${at + 1} of ${read.pages.length}`) ? [] : [`page ${at + 1}`],
          ),
          ...(date && !text.includes(date) ? [`date ${date}`] : []),
          ...(/Content [0-9a-f]{8}/.test(text) ? [] : ['no hash']),
          ...(text.includes('trademarks') ? [] : ['no trademarks']),
          ...(count > 0 === text.includes(`${count} left out`) ? [] : [`left out ${count}`]),
        ];
      }),
    ).resolves.toEqual({}));

  it('resolve every mark to a line of a source that is not blank', async () => {
    const lines = new Map((await load(SOURCES)).map(({ file, text }) => [file, (text ?? '').split(/\r\n?|\n/)]));
    const found = await faults(({ pack, read }) =>
      read.pages.flatMap(({ runs }) =>
        runs.flatMap(({ text, height }) =>
          [...text.matchAll(/\b([A-Z]{1,2})(\d+)\b/g)].flatMap(([mark, letters = '', line]) => {
            const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
            const file = pack.sources[at]?.file;
            if (height > MARK_SIZE) return [];
            return lines.get(file ?? '')?.[Number(line) - 1]?.trim() ? [] : [`${mark}: ${file}`];
          }),
        ),
      ),
    );
    expect(found).toEqual({});
  });

  it('hold links only to http, https and mailto', () =>
    expect(
      faults(({ read }) => read.pages.flatMap(({ links }) => links.filter((link) => !/^(https?|mailto):/.test(link)))),
    ).resolves.toEqual({}));

  it.skipIf(!qpdf)(`pass qpdf --check${qpdf ? '' : ' (skipped: qpdf is not installed)'}`, async () => {
    for (const { name, bytes } of all.filter((_, index) => index % 7 === 0)) {
      const file = join(folder, `${name.replaceAll('/', '-')}.pdf`);
      await writeFile(file, bytes);
      const { stdout, stderr } = await run('qpdf', ['--check', file]);
      expect(stdout + stderr).toContain('No syntax or stream encoding errors found');
    }
  });

  it.skipIf(!pdftoppm)(
    `take little ink, in grey${pdftoppm ? '' : ' (skipped: pdftoppm is not installed)'}`,
    async () => {
      for (const { name, bytes } of all.filter((_, index) => index % 7 === 0)) {
        const file = join(folder, `${name.replaceAll('/', '-')}.pdf`);
        await writeFile(file, bytes);
        const { stdout } = await run('pdftoppm', ['-r', '60', '-gray', file], { encoding: 'buffer', maxBuffer: 1e8 });
        const pixels = stdout.subarray(20);
        const ink = pixels.reduce((sum, grey) => sum + (255 - grey), 0) / (255 * pixels.length);
        expect(ink, name).toBeLessThan(0.15);
      }
    },
  );
});
