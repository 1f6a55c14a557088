import { dictionaries } from './objects.ts';

const FORBIDDEN =
  /\/(JavaScript|JS|Launch|SubmitForm|ImportData|EmbeddedFiles?|Filespec|GoToR|GoToE|RichMedia|XFA|AA|OpenAction)(?![A-Za-z])/g;
const ALLOWED_LINK = /^(https?|mailto):/i;
const STRING = /\((?:\\[\s\S]|[^\\()])*\)/g;
const URI = /\/URI\s*(\((?:\\[\s\S]|[^\\()])*\)|<[\dA-Fa-f\s]*>)/g;

/**
 * What is wrong with a PDF that is to be handed out, in words; an empty list where it is whole, has the number of pages that it must
 * have, holds no active content, and links only to http, https and mailto.
 */
export function inspect(pdf: string, pages: number): string[] {
  if (!pdf.startsWith('%PDF-')) return ['it does not begin as a PDF'];
  let objects: string[];
  try {
    objects = dictionaries(pdf);
  } catch (error) {
    return [(error as Error).message];
  }
  const links = objects.flatMap((object) => [...object.matchAll(URI)].map((match) => text(match[1] ?? '')));
  // Without their strings: a heading may speak of /JavaScript.
  const bare = objects.map((object) => object.replaceAll(STRING, '()'));
  const counted = bare.filter((object) => /\/Type\s*\/Page(?![A-Za-z])/.test(object)).length;
  const active = new Set(bare.flatMap((object) => object.match(FORBIDDEN) ?? []));
  return [
    ...(counted === pages ? [] : [`it has ${counted} pages where ${pages} were laid out`]),
    ...[...active].map((name) => `it holds ${name}`),
    ...links.filter((link) => !ALLOWED_LINK.test(link)).map((link) => `it links to ${link}`),
  ];
}

/** The text of a PDF string, written either way (ISO 32000-1, 7.3.4). */
function text(string: string): string {
  const inner = string.slice(1, -1);
  if (string.startsWith('<')) return Buffer.from(inner.replaceAll(/\s/g, ''), 'hex').toString('latin1');
  return inner.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : escaped,
  );
}
