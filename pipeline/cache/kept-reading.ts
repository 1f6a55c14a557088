import { excerptsOf } from '../build/sources.ts';
import { type Digest, digestOf } from '../extract/digest.ts';
import type { Reading } from '../extract/reading.ts';
import { sourceData } from '../gallery/source-data.ts';
import { scriptJson } from '../gallery/template.ts';
import { entriesJson } from '../listed.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Item } from '../model/item.ts';
import type { Source } from '../model/library.ts';
import { type Form, sealed, unsealed } from './entries.ts';
import { sha256 } from './hash.mjs';

/** A reading as builds keep it: what they need of every source is at hand, its items are parsed when they are first asked for. */
export interface KeptReading extends Reading {
  readonly digest: Digest;
  /** One hash over what was read, its diagnostics aside. */
  readonly hash: string;
  /** What the gallery's script knows of the source, as JSON. */
  readonly sourceData: Uint8Array;
  /** The items as the library's file lists them. */
  readonly itemsJson: Uint8Array;
  /** The source lines that the diagnostics speak of, by `file:line`. */
  readonly excerpts: Record<string, string>;
  /** The same with the diagnostics of another. */
  saying(other: KeptReading): KeptReading;
}

/** What stands in the first line of a kept reading. */
interface Head {
  source: Source;
  diagnostics: Diagnostic[];
  excerpts: Record<string, string>;
  digest: Digest;
  hash: string;
}

/** Makes of a reading, and of the text that was read, what builds keep of it. */
export function keep(reading: Reading, text: string | undefined): KeptReading {
  const { source, items, diagnostics } = reading;
  const head: Head = {
    source,
    diagnostics,
    excerpts: excerptsOf([{ file: source.file, text }], diagnostics),
    digest: digestOf(reading),
    hash: sha256(JSON.stringify([source, items])),
  };
  const data = Buffer.from(scriptJson(sourceData(source.file, items)));
  return kept(head, data, Buffer.from(entriesJson(items)), items);
}

/** Kept readings as files: the head, what the gallery knows, and the items; none but the last has line ends. */
export const KEPT_FORM: Form<KeptReading> = {
  toBytes: ({ source, diagnostics, excerpts, digest, hash, sourceData: data, itemsJson: json }) => {
    const head = JSON.stringify({ source, diagnostics, excerpts, digest, hash } satisfies Head);
    return sealed(Buffer.concat([Buffer.from(`${head}\n`), data, Buffer.from('\n'), json]));
  },
  fromBytes: (bytes) => {
    const rest = unsealed(bytes);
    if (!rest) return undefined;
    const first = rest.indexOf('\n');
    const second = rest.indexOf('\n', first + 1);
    const head: Head = JSON.parse(rest.toString('utf8', 0, first));
    return kept(head, rest.subarray(first + 1, second), rest.subarray(second + 1));
  },
};

function kept(head: Head, data: Uint8Array, json: Uint8Array, known?: Item[]): KeptReading {
  let items = known;
  return {
    ...head,
    sourceData: data,
    itemsJson: json,
    get items() {
      items ??= JSON.parse(`[${new TextDecoder().decode(json)}]`) as Item[];
      return items;
    },
    saying: ({ diagnostics, excerpts }) => kept({ ...head, diagnostics, excerpts }, data, json, items),
  };
}
