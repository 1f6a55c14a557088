import type { Diagnostic } from '../model/diagnostic.ts';
import { RULES, type RuleId } from '../rules.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Diagnostics as a SARIF 2.1.0 log (OASIS), for code hosts and editors. Files are relative to the sources folder. */
export function sarifReport(diagnostics: readonly Diagnostic[]): string {
  const ids = Object.keys(RULES) as RuleId[];
  const rules = ids.map((id) => {
    const { severity, expected, advice } = RULES[id];
    return {
      id,
      shortDescription: { text: `Expected: ${expected}` },
      help: { text: advice },
      defaultConfiguration: { level: LEVELS[severity] },
    };
  });
  const names: string[] = ids;
  const results = diagnostics.map(({ file, line, column, severity, rule, found, expected, advice }) => ({
    ruleId: rule,
    ruleIndex: names.indexOf(rule),
    level: LEVELS[severity],
    message: { text: `${found}; expected ${expected}. To do: ${advice}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SOURCES' },
          ...(line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
        },
      },
    ],
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Prepress', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return JSON.stringify(log, null, 2);
}
