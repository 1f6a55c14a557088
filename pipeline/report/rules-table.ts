import { RULES } from '../rules.ts';

/** The rules as a Markdown table, for the README. */
export function rulesTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const rows = Object.entries(RULES).map(
    ([id, { severity, expected, advice }]) => `| \`${id}\` | ${severity} | ${cell(expected)} | ${cell(advice)} |`,
  );
  return ['| rule | severity | expected | what to do |', '|---|---|---|---|', ...rows].join('\n');
}
