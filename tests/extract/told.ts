import type { Reading } from '../../pipeline/extract/reading.ts';
import type { Item, Span } from '../../pipeline/model/item.ts';

/** A reading as lines that a person compares with the source: items and their fields by line, then coverage and diagnostics. */
export function told({ source, items, diagnostics }: Reading): string[] {
  const lines = new Map(items.map(({ id, source }) => [id, range(source)]));
  return [
    ...items.flatMap((item) => toldItem(item, lines)),
    '',
    ...Object.entries(source.coverage).map(([name, all]) => `coverage.${name}: ${JSON.stringify(all)}`),
    '',
    ...diagnostics.map(({ line, rule, found }) => `${line ?? 0} ${rule}: ${found}`),
  ];
}

const range = ({ startLine, endLine }: Span): string =>
  startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;

function toldItem(item: Item, lines: Map<string, string>): string[] {
  const { id: _, kind, text, scope, source, fieldLines, ...fields } = item;
  const head = `${range(source)} ${kind}`;
  const limits = Object.entries(scope).filter(([, value]) => value && value.length > 0);
  return [
    `${head}: ${text}`,
    ...Object.entries(fields).flatMap(([name, value]) => {
      if (Array.isArray(value))
        return value.map(
          (part, i) => `${head}.${name} ${i + 1} ${part.name} ${range(part)}${part.text ? `: ${part.text}` : ''}`,
        );
      return `${head}.${name}: ${name === 'question' ? lines.get(String(value)) : value}`;
    }),
    ...Object.entries(fieldLines ?? {}).map(([name, span]) => `${head}.fieldLines.${name}: ${range(span)}`),
    ...(limits.length > 0 ? [`${head}.scope: ${limits.map(([name, value]) => `${name}=${value}`).join(' ')}`] : []),
    ...(source.section.length > 0 ? [`${head}.section: ${source.section.join(' > ')}`] : []),
  ];
}
