import { anyScope } from '../../pipeline/model/any-scope.ts';
import { Item, type ItemOf, type Kind } from '../../pipeline/model/item.ts';

/** An item for a test, checked against its schema: by default on line 1 of `a.txt`, for everybody. */
export function sample<K extends Kind>(
  kind: K,
  fields: Partial<ItemOf<K>> & { line?: number; lastLine?: number; file?: string } = {},
): Item {
  const { line = 1, lastLine = line, file = 'a.txt', ...rest } = fields;
  return Item.parse({
    id: `${file}:${line}:${kind}`,
    kind,
    text: 'What went wrong?',
    scope: anyScope(),
    source: { file, startLine: line, endLine: lastLine, section: [] },
    ...rest,
  });
}
