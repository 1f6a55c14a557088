import { companyOf } from './companies.ts';
import { difficultyOf, isRoleName, roundOf } from './vocabulary.ts';

/** What stands between a question and for whom it is, and between the parts of that: "Launch a product · Meta · Onsite". */
export const DIVIDER = ' · ';

/** Whether a text is the name of a company, a round, a difficulty or a role, and nothing else. */
export const namesScope = (text: string): boolean =>
  Boolean(companyOf(text) || roundOf(text) || difficultyOf(text) || isRoleName(text));
