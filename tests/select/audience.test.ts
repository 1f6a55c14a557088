import { describe, expect, it } from 'vitest';
import { readLadders } from '../../pipeline/ladders.ts';
import type { Scope } from '../../pipeline/model/scope.ts';
import { addresseesOf } from '../../pipeline/select/addressee.ts';
import { audiencesOf, unanswered } from '../../pipeline/select/audience.ts';
import { libraryOf } from '../pages/library.ts';

const ladders = await readLadders();
const of = (...scopes: Partial<Scope>[]) => {
  const rows = scopes.map((scope, index) => ({ kind: 'question' as const, text: `Question ${index}?`, scope }));
  return audiencesOf(addresseesOf(libraryOf([{ file: 'a.txt', rows }]).items), ladders);
};
const folders = (...scopes: Partial<Scope>[]) => of(...scopes).map(({ folder }) => folder);

describe('audiencesOf', () => {
  it('takes levels and companies from scopes alone', () => {
    expect(folders({ companies: ['meta'], levels: ['IC6'] }, { companies: ['google'] })).toEqual([
      'google/all-levels',
      'meta/ic6',
      'general/all-levels',
    ]);
  });

  it('takes a company from a company-focus row', () => {
    const rows = [{ kind: 'company-focus' as const, text: 'Jane Street Curiosity', company: 'Jane Street' }];
    const audiences = audiencesOf(addresseesOf(libraryOf([{ file: 'a.txt', rows }]).items), ladders);
    expect(audiences.map(({ folder }) => folder)).toEqual(['jane-street/all-levels', 'general/all-levels']);
  });

  it('reads two names of one level as one, by the ladder’s name where both are used', () => {
    expect(folders({ companies: ['meta'], levels: ['E5'] }, { companies: ['meta'], levels: ['IC5'] })).toEqual([
      'meta/ic5',
      'general/all-levels',
    ]);
    expect(folders({ companies: ['meta'], levels: ['E5'] })).toContain('meta/e5');
  });

  it('gives a level of two companies to the one whose ladder knows it', () => {
    expect(folders({ companies: ['meta', 'google'], levels: ['IC6', 'L6'] })).toEqual([
      'google/l6',
      'meta/ic6',
      'general/all-levels',
    ]);
  });

  it('makes no level of a band where the company names its own level of it', () => {
    expect(folders({ companies: ['meta'], levels: ['Senior'] })).toContain('meta/senior');
    expect(folders({ companies: ['meta'], levels: ['Senior'] }, { companies: ['meta'], levels: ['IC5'] })).toEqual([
      'meta/ic5',
      'general/all-levels',
    ]);
  });

  it('keeps a level that no ladder knows, without a band', () => {
    expect(of({ companies: ['acme'], levels: ['P9'] })[0]).toEqual({
      company: 'acme',
      level: 'P9',
      band: null,
      role: null,
      folder: 'acme/p9',
    });
  });

  it('makes a folder for each role only where there are two', () => {
    const level = { companies: ['meta'], levels: ['IC6'] };
    expect(of({ ...level, roles: ['data-scientist'] }, level)[0]).toMatchObject({
      role: 'data-scientist',
      folder: 'meta/ic6',
    });
    expect(folders({ ...level, roles: ['data-scientist'] }, { ...level, roles: ['software-engineer'] })).toEqual([
      'meta/ic6/data-scientist',
      'meta/ic6/software-engineer',
      'general/all-levels',
    ]);
  });

  it('is nobody where there is nothing', () => {
    expect(of()).toEqual([]);
  });
});

describe('unanswered', () => {
  it('names what nothing matches, with what there is', () => {
    const audiences = of({ companies: ['meta'], levels: ['IC6'] });
    expect(unanswered(audiences, { companies: ['metta'], levels: ['staff', 'L9'] }, ladders)).toEqual([
      { by: 'companies', value: 'metta', known: ['general', 'meta'] },
      { by: 'levels', value: 'L9', known: ['IC6'] },
    ]);
  });
});
