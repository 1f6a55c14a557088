import type { Reading } from './extract/reading.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { Item } from './model/item.ts';
import { RULES } from './rules.ts';

/**
 * A reading as the schema has it. An item that does not fit is left out, with a diagnostic: it is a defect of the program, not of the
 * text. What is valid once stays so: a reading is kept under the hash of the program, schema and all.
 */
export function validate(reading: Reading): Reading {
  const misfits: Diagnostic[] = [];
  const items = reading.items.filter((item) => {
    const problem = Item.safeParse(item).error?.issues[0];
    if (problem) misfits.push(misfit(item, `${problem.path.join('.')}: ${problem.message}`));
    return !problem;
  });
  return misfits.length === 0 ? reading : { ...reading, items, diagnostics: [...reading.diagnostics, ...misfits] };
}

function misfit({ kind, source }: Item, problem: string): Diagnostic {
  const { severity, expected, advice } = RULES['invalid-item'];
  return {
    file: source.file,
    line: source.startLine,
    severity,
    rule: 'invalid-item',
    found: `a ${kind} that does not fit (${problem})`,
    expected,
    advice,
  };
}
