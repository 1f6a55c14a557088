import { describe, expect, it } from 'vitest';
import type { ManifestPack } from '../../pipeline/model/manifest.ts';
import { type Ask, choose, type Wish } from '../../pipeline/printer/choose.ts';

function pack(company: string, level: string | null, kind: string, more: Partial<ManifestPack> = {}): ManifestPack {
  const file = `${company}/${level ?? 'all-levels'}/${kind}.a4.pdf`.toLowerCase();
  const band = level === 'IC6' ? 'staff' : null;
  return {
    company,
    level,
    band,
    role: null,
    kind,
    paper: 'a4',
    file,
    pages: 1,
    sha256: '',
    items: [],
    leftOut: [],
    ...more,
  };
}

const PACKS = [
  pack('general', null, 'checklist'),
  pack('google', 'L5', 'checklist'),
  pack('meta', 'IC5', 'cheat-sheet'),
  pack('meta', 'IC5', 'checklist'),
  pack('meta', 'IC6', 'cheat-sheet'),
  pack('meta', 'IC6', 'checklist'),
  pack('meta', 'IC6', 'checklist', { paper: 'letter', file: 'meta/ic6/checklist.letter.pdf' }),
];
const ROLES = ['data-scientist', 'software-engineer'].map((role) =>
  pack('meta', 'IC6', 'checklist', { role, file: `meta/ic6/${role}/checklist.a4.pdf` }),
);

const NOTHING: Wish = { companies: undefined, levels: undefined, roles: undefined, kinds: undefined };
const files = async (packs: ManifestPack[], wish: Partial<Wish>, ask?: Ask) =>
  (await choose(packs, { ...NOTHING, ...wish }, ask)).map(({ file }) => file);

/** Answers one question after the other, and notes what was asked. */
function somebody(...answers: string[]): { ask: Ask; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: async (question, choices) => {
      asked.push(`${question} ${choices.map(({ value }) => value).join(' ')}`);
      return answers.shift() ?? '';
    },
  };
}

describe('choosing what to print', () => {
  it('takes the checklist, by the name of the level or its band, in any case', async () => {
    const both = ['meta/ic6/checklist.a4.pdf', 'meta/ic6/checklist.letter.pdf'];
    expect(await files(PACKS, { companies: ['META'], levels: ['ic6'] })).toEqual(both);
    expect(await files(PACKS, { companies: ['meta'], levels: ['staff'] })).toEqual(both);
  });

  it('takes the kinds that are named', async () => {
    const wish = { companies: ['meta'], levels: ['IC5'], kinds: ['cheat-sheet', 'checklist'] };
    expect(await files(PACKS, wish)).toEqual(['meta/ic5/cheat-sheet.a4.pdf', 'meta/ic5/checklist.a4.pdf']);
  });

  it('needs no level where there is but one', async () => {
    expect(await files(PACKS, { companies: ['google'] })).toEqual(['google/l5/checklist.a4.pdf']);
  });

  it('refuses what is not there, with what is', async () => {
    await expect(files(PACKS, { companies: ['mata'] })).rejects.toThrow(
      'There is no company "mata". Did you mean meta? There are: general, google, meta.',
    );
    await expect(files(PACKS, { companies: ['meta'], levels: ['IC9'] })).rejects.toThrow(/There are: IC5, IC6/);
    await expect(files(PACKS, { companies: ['google'], kinds: ['cheat-sheet'] })).rejects.toThrow(
      /There are: checklist/,
    );
  });

  it('refuses to guess where nobody can be asked', async () => {
    await expect(files(PACKS, {})).rejects.toThrow('Say which company, with --company: general, google, meta');
    await expect(files(PACKS, { companies: ['meta'] })).rejects.toThrow('Say which level, with --level: IC5, IC6');
    await expect(files(ROLES, { companies: ['meta'] })).rejects.toThrow(/--role: data-scientist, software-engineer/);
  });

  it('asks for company, level and pack, with what exists as the choices', async () => {
    const { ask, asked } = somebody('meta', 'IC6', 'cheat-sheet');
    expect(await files(PACKS, {}, ask)).toEqual(['meta/ic6/cheat-sheet.a4.pdf']);
    expect(asked).toEqual([
      'Which company? general google meta',
      'Which level? IC5 IC6',
      'Which pack? checklist cheat-sheet',
    ]);
  });

  it('asks only for what is open', async () => {
    const { ask, asked } = somebody('IC5');
    expect(await files(PACKS, { companies: ['meta'] }, ask)).toEqual(['meta/ic5/checklist.a4.pdf']);
    expect(asked).toEqual(['Which level? IC5 IC6']);
  });
});
