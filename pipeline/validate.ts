import { contradictions } from './extract/contradict.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { Item } from './model/item.ts';
import { Library } from './model/library.ts';
import { RULES } from './rules.ts';

/**
 * The library as its schema has it, and what its sources say against each other. What does not fit the schema is left out, each
 * with a diagnostic: it is a defect of the program, not of the text.
 */
export function validate(library: Library): { library: Library; diagnostics: Diagnostic[] } {
  if (Library.safeParse(library).success) return { library, diagnostics: contradictions(library) };
  const diagnostics: Diagnostic[] = [];
  const items = library.items.filter((item) => {
    const problem = Item.safeParse(item).error?.issues[0];
    if (problem) diagnostics.push(misfit(item, `${problem.path.join('.')}: ${problem.message}`));
    return !problem;
  });
  const fitting = { ...library, items };
  return { library: fitting, diagnostics: [...diagnostics, ...contradictions(fitting)] };
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
