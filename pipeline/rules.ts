import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Diagnostic } from './model/diagnostic.ts';

interface Rule {
  severity: Diagnostic['severity'];
  expected: string;
  advice: string;
}

const error = (expected: string, advice: string): Rule => ({ severity: 'error', expected, advice });
const warning = (expected: string, advice: string): Rule => ({ severity: 'warning', expected, advice });
const info = (expected: string, advice: string): Rule => ({ severity: 'info', expected, advice });

/** Every rule that a diagnostic can name. The table in the README is made from this one. */
export const RULES = {
  'file-unreadable': error(
    'a file that can be opened',
    'give this user the right to read it, or move it out of the folder',
  ),
  'file-changed': error('a file that stays as it is while it is read', 'run the command again when the file is whole'),
  'file-outside': error('a file inside the sources folder', 'replace the link by the file itself'),
  'file-not-text': error('text', 'save the page as text, or move the file out of the folder'),
  'file-too-large': error('at most 1 MiB', 'split the file'),
  'no-sources': error('at least one file with text', 'add a .txt or .md file to the folder'),
  'no-packs': error(
    'at least one item to print in what was asked for',
    'add a source for it, or ask for less with --company, --level, --role and --pack',
  ),
  'line-too-long': error('lines of at most 64 KiB', 'break the line'),
  'too-many-lines': error('at most 20,000 lines', 'split the file; the lines from here on were left out'),
  'nesting-too-deep': error('at most 24 nested quotes or lists in a line', 'remove the repeated marks'),
  'too-many-marks': error('at most 1000 emphasis or bracket marks in a line', 'remove the repeated marks'),
  'parse-timeout': error('a file that is read within its time limit', 'split the file, or raise --parse-timeout'),
  'parse-failed': error(
    'a file that can be read to its end',
    'remove the line that the message names, or report the file',
  ),
  'pack-over-budget': error('a pack within its page budget', 'shorten the items that must stay, or raise the budget'),
  'pack-failed': error('a printed pack', 'see the reason; run again with --debug for the details'),
  'invalid-item': error(
    'an item as the library promises it',
    'report this as a defect; the rest of the library is not touched by it',
  ),
  'file-empty': warning('a file with text', 'fill it or remove it'),
  'encoding-guessed': warning('UTF-8', 'save the file as UTF-8'),
  mojibake: warning('text decoded once', 'save the page again as UTF-8; the damaged characters are kept as they are'),
  'control-character': warning('printable characters', 'remove the character; it was left out'),
  'layout-not-recognised': warning(
    'headings, labels or questions of interview material',
    'add headings such as "Practice questions", or remove the file',
  ),
  unclaimed: warning(
    'a line that belongs to an item, a heading or known boilerplate',
    'give the line a heading or a label, or remove it',
  ),
  'glued-words': warning('words with a space between them', 'put the space back in the source'),
  'lost-formula': warning(
    'the formula that the sentence speaks of',
    'type the formula into the source; it is never filled in',
  ),
  'split-number': warning('a number on one line', 'join the two lines in the source'),
  'shifted-row': info('a row with as many cells as its header', 'check that the cells stand under the right headings'),
  'row-length': warning('a row with as many cells as its header', 'put the missing cell back'),
  placeholder: warning('a finished text', 'fill in the blank or remove it'),
  'count-mismatch': warning(
    'as many entries as the heading promises',
    'look for an entry that was lost when the page was saved',
  ),
  'weight-sum': warning('weights that add up to 100 %', 'correct the weights'),
  contradiction: warning('sources that agree', 'decide which source is right and correct the other'),
  repaired: info('text as it was on the page', 'nothing to do; the repair keeps every word'),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

export interface Place {
  line: number;
  column?: number;
}

/** Leaves a message on the file. `found` says what stands there; the rule says the rest. */
export function diagnose(file: VFile, rule: RuleId, found: string, place?: Place): VFileMessage {
  const { severity, expected, advice } = RULES[rule];
  const options = { ruleId: rule, source: 'prepress' };
  const message = file.message(
    found,
    place ? { ...options, place: { line: place.line, column: place.column ?? 1 } } : options,
  );
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : null;
  message.actual = found;
  message.expected = [expected];
  message.note = advice;
  return message;
}

/** The plain form of a file's messages, for the library's readers, other processes and reports. */
export function diagnosticsOf(file: VFile): Diagnostic[] {
  return file.messages.map((message) => ({
    file: file.path,
    ...(message.line ? { line: message.line, column: message.column ?? 1 } : {}),
    severity:
      message.fatal === true ? ('error' as const) : message.fatal === false ? ('warning' as const) : ('info' as const),
    rule: message.ruleId ?? 'unknown',
    found: message.actual ?? message.reason,
    expected: message.expected?.join(', ') ?? '',
    advice: message.note ?? '',
  }));
}
