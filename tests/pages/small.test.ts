import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fit as layOut } from '../../pipeline/fit.ts';
import { readLadders } from '../../pipeline/ladders.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import { dictionaries } from '../../pipeline/press/objects.ts';
import { render } from '../../pipeline/render.ts';
import { selectPacks } from '../../pipeline/select.ts';
import { libraryOf, type Row, SMALL } from './library.ts';
import { type PrintedPack, packPress, printPacks } from './printing.ts';
import { readPdf, rolesOf } from './reading.ts';
import { bare } from './sentences.ts';

let press: Awaited<ReturnType<typeof packPress>>;
/** What a test looks up in the page that has just been fitted. */
let look: (page: Page) => Promise<unknown> = async () => undefined;
let seen: unknown;

beforeAll(async () => {
  const fitAndLook = async (page: Page, job: PrintJob) => {
    const fitted = await layOut(page, job);
    seen = await look(page);
    return fitted;
  };
  press = await packPress({ fit: fitAndLook, pages: 1 });
});
afterAll(() => press[Symbol.asyncDispose]());

async function print(rows: Row[], kind: string): Promise<PrintedPack> {
  const library = libraryOf([{ file: 'a.txt', rows }]);
  const [printed] = await printPacks(library, press, () => ['a4'], { kinds: [kind] });
  if (!printed) throw new Error('no pack');
  return printed;
}

async function bytesOf(rows: Row[], kind: string): Promise<Uint8Array> {
  const { result } = await print(rows, kind);
  if (!result.ok) throw new Error(result.reason);
  return result.bytes;
}

describe('a pack', () => {
  it('is made of one item', async () => {
    const { pages } = await readPdf(
      await bytesOf([{ kind: 'guidance', text: 'Stop when the lesson is told.' }], 'cheat-sheet'),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain('Stop when the lesson is told.');
  });

  it.each([
    [
      'arrows and signs',
      '→ ← ↔ ⇒ ≤ ≥ ≈ Δ − – — “ ” ’ • ✓ ☐ ☑ × ± ∞ ∈',
      ['IBMPlexSans', 'NotoSansMath', 'NotoSansSymbols2'],
    ],
    ['Chinese', '店面 面试 你最自豪的项目是什么', ['NotoSansSC']],
    ['an emoji', '🙂 🚀 ✅', ['NotoEmoji']],
    ['other alphabets', 'Ωμέγα Привет Żółć', ['IBMPlexSans']],
  ])('prints %s from its own fonts', async (_name, text, families) => {
    const bytes = await bytesOf([{ kind: 'question', text: `Tell me about ${text}` }], 'cheat-sheet');
    const { pages } = await readPdf(bytes);
    expect(bare(pages[0]?.text ?? '')).toContain(bare(text));
    const fonts = dictionaries(Buffer.from(bytes).toString('latin1')).filter((object) =>
      object.includes('/FontDescriptor'),
    );
    for (const family of families)
      expect(fonts.filter((font) => font.includes(`+${family}`)).length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !/\+(IBMPlexSans|Noto)/.test(font) && font.includes('/FontName'))).toEqual([]);
  });

  it('prints markup, braces and tags of a source as the words they are', async () => {
    const hostile =
      '{{heading.company}} {{{words}}} <h1>Big</h1> <script>1</script> &amp; <a href="http://x.test">link</a> <table>';
    const rows: Row[] = [
      { kind: 'question', text: hostile, evaluates: hostile },
      { kind: 'checklist-item', text: hostile, pause: 'week-before' },
    ];
    for (const kind of ['cheat-sheet', 'checklist', 'story-worksheet', 'flash-cards']) {
      const read = await readPdf(await bytesOf(rows, kind));
      const text = read.pages.map((page) => page.text).join('');
      expect(bare(text)).toContain(bare(hostile));
      expect(read.pages.flatMap(({ links }) => links)).toEqual([]);
      expect(read.pages.flatMap(({ tags }) => rolesOf(tags)).filter((role) => role === 'H1')).toHaveLength(1);
    }
  });

  it('breaks a word that is wider than its column', async () => {
    const { pages } = await readPdf(
      await bytesOf([{ kind: 'question', text: `Why ${'x'.repeat(400)}?` }], 'cheat-sheet'),
    );
    for (const { x, width } of pages[0]?.runs ?? []) expect(x + width).toBeLessThan((pages[0]?.width ?? 0) - 18);
  });

  it('fails where its must-haves are too long, with the pages needed and allowed, and keeps the draft', async () => {
    const { result } = await print([{ kind: 'question', text: 'Why? '.repeat(9000) }], 'cheat-sheet');
    expect(result).toMatchObject({ ok: false, pages: expect.any(Number), draft: expect.any(Uint8Array) });
    expect(result.ok ? '' : result.reason).toMatch(/needs \d+ pages where 2 are allowed/);
  });

  it('leaves out what is too long and may leave, and says how many', async () => {
    const rows: Row[] = [
      { kind: 'question', text: 'Why this team?' },
      { kind: 'worked-example', text: 'Long. '.repeat(4000), beats: [] },
    ];
    const { result } = await print(rows, 'cheat-sheet');
    expect(result).toMatchObject({ ok: true, leftOut: ['a-txt-5'] });
    const { pages } = await readPdf(result.ok ? result.bytes : new Uint8Array());
    expect(pages.map(({ text }) => text).join('')).toContain('1 left out');
  });

  it('has boxes to tick of 3.5 mm or more', async () => {
    look = (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.box, .tick')]
          .map((box) => {
            const { width, height } = box.getBoundingClientRect();
            return (Math.min(width, height) / 96) * 25.4;
          })
          .filter((size) => size > 0),
      );
    const rows: Row[] = [
      { kind: 'checklist-item', text: 'Water.', pause: 'hour-before' },
      { kind: 'question', text: 'Why?' },
    ];
    for (const kind of ['checklist', 'story-worksheet']) {
      await bytesOf(rows, kind);
      expect((seen as number[]).length).toBeGreaterThan(0);
      expect(Math.min(...(seen as number[]))).toBeGreaterThanOrEqual(3.5);
    }
  });

  it('keeps its type large where smaller type would save nothing', async () => {
    look = (page) => page.evaluate(() => document.documentElement.style.getPropertyValue('--type'));
    const beats = Array.from({ length: 40 }, () => ({ name: 'action', text: 'High.', startLine: 5, endLine: 5 }));
    const rows: Row[] = [
      { kind: 'question', id: 'q', text: 'Why?', evaluates: 'candour' },
      { kind: 'worked-example', text: 'High. '.repeat(40).trim(), beats, question: 'q' },
    ];
    const { result } = await print(rows, 'flash-cards');
    expect(result).toMatchObject({ ok: true, leftOut: ['a-txt-5'] });
    expect(seen).toBe('9.5pt');
  });

  it('numbers its questions down one column and then down the next', async () => {
    look = (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.question')].map((question) => {
          const { left, top } = question.getBoundingClientRect();
          return { number: Number(question.querySelector('.number')?.textContent), left, top };
        }),
      );
    const rows = [...'abcdefg'].map(
      (letter, index): Row => ({
        kind: 'question',
        text: `Why ${letter.repeat(9)}? ${'More. '.repeat(40 * (index % 3))}`,
      }),
    );
    await bytesOf(rows, 'cheat-sheet');
    const placed = seen as { number: number; left: number; top: number }[];
    const read = [...placed].sort((a, b) => a.left - b.left || a.top - b.top);
    expect(new Set(read.map(({ left }) => left)).size).toBe(2);
    expect(read.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('leaves out a pause point without lines', async () => {
    const { pages } = await readPdf(
      await bytesOf([{ kind: 'checklist-item', text: 'Water.', pause: 'hour-before' }], 'checklist'),
    );
    expect(pages[0]?.text).toContain('The hour before');
    expect(pages[0]?.text).not.toContain('The week before');
  });

  it('prints backs of cards behind their fronts when the sheet is turned on its long edge', async () => {
    const rows = ['one', 'two', 'three'].map(
      (word): Row => ({ kind: 'question', text: `Tell me about ${word}.`, evaluates: `evaluates ${word}` }),
    );
    const { pages } = await readPdf(await bytesOf(rows, 'flash-cards'));
    const [front, back] = pages;
    for (const word of ['one', 'two', 'three']) {
      const question = front?.runs.find(({ text }) => text.includes(`about ${word}`));
      const answer = back?.runs.find(({ text }) => text.includes(`evaluates ${word}`));
      const half = (front?.width ?? 0) / 2;
      expect((question?.x ?? 0) < half).toBe((answer?.x ?? 0) > half);
      expect(Math.abs((question?.y ?? 0) - (answer?.y ?? 0))).toBeLessThan(40);
    }
  });

  it('carries the user’s own line at the foot where there is one', async () => {
    const [pack] = selectPacks(libraryOf(SMALL), await readLadders(), { kinds: ['checklist'] });
    if (!pack) throw new Error('no pack');
    const result = await press.print(
      render(pack, 'letter', { templates: press.templates, versions: {}, branding: 'Ann’s coaching' }),
    );
    const { pages } = await readPdf(result.ok ? result.bytes : new Uint8Array());
    expect(pages[0]?.text).toContain('Ann’s coaching');
  });
});
