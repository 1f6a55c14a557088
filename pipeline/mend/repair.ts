import type { RuleId } from '../rules.ts';
import type { Line } from './line.ts';

/** What a repair may say beside its result. */
export interface Notes {
  /** Whether English has this word; evidence for where glued words divide. */
  isWord(word: string): boolean;
  /** Leaves a diagnostic at a raw line. */
  note(rule: RuleId, found: string, line: number): void;
  /** Takes a raw line out of the text and says why: it counts as boilerplate, as metadata or as bare markup. */
  setAside(kind: 'boilerplate' | 'markup', line: Line, rule: string): void;
}

/** One named repair: lines in, lines out, every word kept or set aside with a note, raw line numbers kept. */
export interface Repair {
  name: string;
  mend(lines: Line[], notes: Notes): Line[];
}
