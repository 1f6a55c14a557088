import { excerptsOf } from '../build/sources.ts';
import { type Digest, digestOf } from '../extract/digest.ts';
import type { Reading } from '../extract/reading.ts';
import { sourceData } from '../gallery/source-data.ts';
import { scriptJson } from '../gallery/template.ts';
import { entriesJson } from '../listed.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Item } from '../model/item.ts';
import type { Source } from '../model/library.ts';
import type { Form } from './entries.ts';
import { sha256 } from './hash.ts';

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
  const [data, json] = [scriptJson(sourceData(source.file, items)), entriesJson(items)].map((text) =>
    Buffer.from(text),
  );
  if (!data || !json) throw new Error('A reading has two parts');
  const hash = sha256(JSON.stringify([source, items]));
  const excerpts = excerptsOf([{ file: source.file, text }], diagnostics);
  return new Kept({ source, diagnostics, excerpts, digest: digestOf(reading), hash }, data, json, items);
}

/** Kept readings as files: a hash over the rest, the head, what the gallery knows, and the items; none but the last has line ends. */
export const KEPT_FORM: Form<KeptReading> = {
  toBytes: ({ source, diagnostics, excerpts, digest, hash, sourceData: data, itemsJson: json }) => {
    const head = JSON.stringify({ source, diagnostics, excerpts, digest, hash } satisfies Head);
    const rest = Buffer.concat([Buffer.from(`${head}\n`), data, Buffer.from('\n'), json]);
    return Buffer.concat([Buffer.from(`${sha256(rest)}\n`), rest]);
  },
  fromBytes: (bytes) => {
    const rest = bytes.subarray(65);
    if (bytes.toString('latin1', 0, 64) !== sha256(rest)) return undefined;
    const [first, second] = [rest.indexOf('\n'), rest.indexOf('\n', rest.indexOf('\n') + 1)];
    const head: Head = JSON.parse(rest.toString('utf8', 0, first));
    return new Kept(head, rest.subarray(first + 1, second), rest.subarray(second + 1));
  },
};

class Kept implements KeptReading {
  readonly sourceData: Uint8Array;
  readonly itemsJson: Uint8Array;
  readonly #head: Head;
  #items: Item[] | undefined;

  constructor(head: Head, data: Uint8Array, json: Uint8Array, items?: Item[]) {
    this.#head = head;
    this.sourceData = data;
    this.itemsJson = json;
    this.#items = items;
  }

  get source() {
    return this.#head.source;
  }

  get diagnostics() {
    return this.#head.diagnostics;
  }

  get digest() {
    return this.#head.digest;
  }

  get hash() {
    return this.#head.hash;
  }

  get items(): Item[] {
    this.#items ??= JSON.parse(`[${new TextDecoder().decode(this.itemsJson)}]`) as Item[];
    return this.#items;
  }

  get excerpts() {
    return this.#head.excerpts;
  }

  saying({ diagnostics, excerpts }: KeptReading): KeptReading {
    return new Kept({ ...this.#head, diagnostics, excerpts }, this.sourceData, this.itemsJson, this.#items);
  }
}
