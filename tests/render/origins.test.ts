import { describe, expect, it } from 'vitest';
import { sayOrigins } from '../../pipeline/render/origins.ts';

const lines = (...froms: (string | null)[]) => froms.map((from, index) => ({ ids: `i${index}`, from, sign: null }));
const say = (...froms: (string | null)[]) => {
  const { entries, from, notes } = sayOrigins(
    lines(...froms),
    froms.map(() => 'all levels'),
  );
  return { heading: from, notes, lines: entries.map((entry) => entry.sign ?? entry.from) };
};

describe('sayOrigins', () => {
  it('says nothing where all is for the audience', () => {
    expect(say(null, null)).toEqual({ heading: null, notes: [], lines: [null, null] });
  });

  it('says once where all comes from one place', () => {
    expect(say('from 62', 'from 62')).toEqual({ heading: 'from 62', notes: [], lines: [null, null] });
  });

  it('names only the exceptions where nearly all does', () => {
    expect(say('from 62', 'from 62', null, 'from 62', 'from 62', 'from 64')).toMatchObject({ heading: null });
    expect(say('from 62', 'from 62', null, 'from 62', 'from 62', 'from 62', 'from 64')).toEqual({
      heading: 'from 62',
      notes: [],
      lines: [null, null, 'all levels', null, null, null, 'from 64'],
    });
  });

  it('marks several with a sign that the heading explains, and names a few in words', () => {
    expect(say('from 62', null, 'from 62', null, 'from 62', 'from 64', null)).toEqual({
      heading: null,
      notes: [{ sign: '†', from: 'from 62', ids: 'i0 i2 i4' }],
      lines: ['†', null, '†', null, '†', 'from 64', null],
    });
  });
});
