/** Before each entry of a list. */
const INDENT = '\n    ';

/** The entries of a list, each on a line of its own; nothing where there are none. */
export const entriesJson = (entries: readonly unknown[]): string =>
  entries.map((entry) => INDENT + JSON.stringify(entry)).join();

/** JSON in which every entry of a field that is a list stands on a line of its own: short, and easy to search and to compare. */
export function listedJson(value: object): string {
  const fields = Object.entries(value).map(([name, field]) => {
    return `${JSON.stringify(name)}: ${Array.isArray(field) ? listOf(entriesJson(field)) : JSON.stringify(field)}`;
  });
  return `{\n  ${fields.join(',\n  ')}\n}\n`;
}

const listOf = (entries: string): string => (entries === '' ? '[]' : `[${entries}\n  ]`);
