import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { options, SMALL, write } from '../build/small.ts';
import { PATIENT, run } from '../main/program.ts';
import { type Cups, openCups, whyNoCups } from './cups.ts';

const reason = whyNoCups();

describe.skipIf(reason)(`printing with CUPS${reason && ` (skipped: ${reason})`}`, () => {
  let cups: Cups;
  let folder: string;
  let out: string;
  const print = (...args: string[]) => {
    const { sources, config } = options(join(folder, 'sources'), out);
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    return run(['print', '--sources', sources, '--out', out, '--config', config, ...PATIENT, ...args], {
      env: { ...env, ...cups.env, DISPLAY: '', WAYLAND_DISPLAY: '', LC_ALL: '', LC_PAPER: '', LANG: 'en_US.UTF-8' },
    });
  };

  beforeAll(async () => {
    cups = await openCups();
    folder = await mkdtemp(join(tmpdir(), 'printer-'));
    out = join(folder, 'out');
    await write(folder, {
      ...Object.fromEntries(Object.entries(SMALL).map(([file, text]) => [`sources/${file}`, text])),
      'packs.config.json': JSON.stringify({ packs: ['cheat-sheet', 'flash-cards'] }),
    });
  });

  afterAll(async () => {
    await cups?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it('says that no printer is there, and where the file is', async () => {
    const { code, stdout, stderr } = await print('--company', 'meta', '--level', 'ic6', '--pack', 'cheat-sheet');
    expect(stderr).toContain('Not printed: CUPS knows no printer.');
    // No default printer: the locale says which paper.
    expect(stdout).toContain(`Open it and print it from there: ${join(out, 'meta/ic6/cheat-sheet.letter.pdf')}`);
    expect(code).toBe(3);
  });

  it('builds what is stale and sends it with its copies, sides and paper to the default printer', async () => {
    await cups.add('hall', 'iso_a4_210x297mm');
    await cups.add('desk', 'na_letter_8.5x11in');
    await cups.makeDefault('hall');
    await write(join(folder, 'sources'), {
      'meta/more.txt': SMALL['meta/ownership.txt']?.replace('wrong', 'right') ?? '',
    });
    const args = ['--company', 'meta', '--level', 'ic6', '--pack', 'cheat-sheet', '--copies', '2', '--two-sided'];
    const { code, stdout } = await print(...args);
    const file = join(out, 'meta/ic6/cheat-sheet.a4.pdf');
    expect(stdout).toMatch(new RegExp(`^Sent ${file} to hall \\(\\d pages?, A4, 2 copies\\)$`, 'm'));
    expect(code).toBe(0);
    const { document, attributes } = await cups.job(1);
    expect(document.equals(await readFile(file))).toBe(true);
    expect(attributes).toMatchObject({
      copies: '2',
      sides: 'two-sided-long-edge',
      media: 'A4',
      'job-name': 'meta/ic6/cheat-sheet.a4.pdf',
    });
    const library = await readFile(join(out, 'library.json'), 'utf8');
    expect(library).toContain('meta/more.txt');
  });

  it('sends to the printer that is named, on its paper', async () => {
    const { stdout } = await print('--company', 'google', '--pack', 'flash-cards', '--printer', 'desk');
    const file = join(out, 'google/l5/flash-cards.letter.pdf');
    expect(stdout).toContain(`Sent ${file} to desk`);
    const { document, attributes } = await cups.job(2);
    expect(document.equals(await readFile(file))).toBe(true);
    expect(attributes).toMatchObject({ copies: '1', sides: 'one-sided', media: 'Letter' });
  });

  it('sends the paper that is asked for', async () => {
    await print('--company', 'google', '--pack', 'cheat-sheet', '--paper', 'letter');
    const { attributes } = await cups.job(3);
    expect(attributes).toMatchObject({ media: 'Letter', 'job-name': 'google/l5/cheat-sheet.letter.pdf' });
  });

  it('refuses a printer that is not there, with the nearest', async () => {
    const { code, stderr } = await print('--company', 'google', '--pack', 'cheat-sheet', '--printer', 'dask');
    expect(stderr).toContain('There is no printer "dask". Did you mean desk? There are: desk, hall.');
    expect(code).toBe(2);
  });

  it('asks for what is missing, where it cannot ask somebody', async () => {
    const { code, stderr } = await print('--pack', 'cheat-sheet');
    expect(stderr).toMatch(/Say which company, with --company: .*google.*meta/);
    expect(code).toBe(2);
  });
});
