import type { Diagnostic } from './model/diagnostic.ts';
import { Item } from './model/item.ts';
import { Library } from './model/library.ts';
import { RULES } from './rules.ts';

/** The library as its schema has it. What does not fit is left out, each with a diagnostic: it is a defect of the program, not of the text. */
export function validate(library: Library): { library: Library; diagnostics: Diagnostic[] } {
  if (Library.safeParse(library).success) return { library, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const items = library.items.filter((item) => {
    const problem = Item.safeParse(item).error?.issues[0];
    if (problem) diagnostics.push(misfit(item, `${problem.path.join('.')}: ${problem.message}`));
    return !problem;
  });
  return { library: { ...library, items }, diagnostics };
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
