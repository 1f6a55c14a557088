/** Before each entry of a list, and before its end. */
const [INDENT, OUTDENT] = ['\n    ', '\n  '];
/** Before each field, and before the end of all. */
const END = '\n}\n';
const COMMA = Buffer.from(',');

/** The entries of a list, each on a line of its own; nothing where there are none. */
export const entriesJson = (entries: readonly unknown[]): string =>
  entries.map((entry) => INDENT + JSON.stringify(entry)).join();

/** JSON in which every entry of a field that is a list stands on a line of its own: short, and easy to search and to compare. */
export function listedJson(value: object): string {
  const fields = Object.entries(value).map(([name, field]) => {
    return `${OUTDENT}${JSON.stringify(name)}: ${Array.isArray(field) ? listOf(entriesJson(field)) : JSON.stringify(field)}`;
  });
  return `{${fields.join()}${END}`;
}

const listOf = (entries: string): string => `[${entries}${endOf(entries)}`;
const endOf = ({ length }: { length: number }): string => (length === 0 ? ']' : `${OUTDENT}]`);

/** The same with one more field behind the others: a list, in parts that `entriesJson` has made. */
export function listedWith(value: object, name: string, parts: Uint8Array[]): Uint8Array {
  const before = `${listedJson(value).slice(0, -END.length)},${OUTDENT}${JSON.stringify(name)}: [`;
  const entries = joined(parts);
  return Buffer.concat([Buffer.from(before), ...entries, Buffer.from(endOf(entries) + END)]);
}

/** Parts of a list as JSON, one behind the other; those in which nothing stands are passed over. */
export function joined(parts: Uint8Array[]): Uint8Array[] {
  const filled = parts.filter(({ length }) => length > 0);
  return filled.flatMap((part, place) => (place === 0 ? [part] : [COMMA, part]));
}
