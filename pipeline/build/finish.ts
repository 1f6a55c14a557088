import { findBrowser } from '../browser/find.ts';
import type { Cache } from '../cache/cache.ts';
import { hashOf } from '../cache/hash.mjs';
import { type Inputs, inputsOf, versionsOf } from '../cache/inputs.ts';
import type { KeptReading } from '../cache/kept-reading.ts';
import { readingKey } from '../cache/readings.ts';
import type { Selection } from '../cache/selections.ts';
import type { Catalogue } from '../catalogue.ts';
import { accountLines } from '../changes/account.ts';
import { fileOf, type PrintedCopy } from '../manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutFolder } from '../publish.ts';
import { byPlace } from '../report/order.ts';
import { RULES } from '../rules.ts';
import { reasonFor } from '../why.ts';
import type { Drafted } from './drafted.ts';
import { printFailures } from './failed.ts';
import { filesOf } from './files.ts';
import { type BuildOptions, buildHash } from './options.ts';
import type { Outcome } from './outcome.ts';
import { recordOf } from './record.ts';
import { excerptsOf, type Loaded } from './sources.ts';

/** A build of which everything is made and nothing is published. */
export interface Made {
  options: BuildOptions;
  inputs: Inputs;
  loaded: Loaded;
  /** Whether something of an earlier build stands in for a source that cannot be read now. */
  isHeld: boolean;
  readings: KeptReading[];
  catalogue: Catalogue;
  selection: Selection;
  drafted: Drafted;
  printed: PrintedCopy[];
  /** Files of which to say why they were printed or not. */
  asked: string[];
  /** What was found on the way. */
  diagnostics: Diagnostic[];
}

/** Publishes what was made, unless no pack at all would remain; the last build then stays. */
export async function finish(made: Made, out: OutFolder, cache: Cache): Promise<Outcome> {
  const { options, inputs, loaded, readings, catalogue, drafted, printed, asked } = made;
  const isEmpty = printed.length === 0 && loaded.diagnostics.length === 0 && !options.shard;
  const diagnostics = [...made.diagnostics, ...(isEmpty ? [noPacks] : []), ...printFailures(printed)].sort(byPlace);
  const known = readings.flatMap((reading) => Object.entries(reading.excerpts));
  const excerpts = excerptsOf(loaded.sources, diagnostics, new Map(known));
  const packs = printed.flatMap(({ copy, print, isNew }) =>
    print.ok ? [{ file: fileOf(copy), pages: print.pages, isNew }] : [],
  );
  const failed = printed.filter(({ print }) => !print.ok).map(({ copy }) => fileOf(copy));
  const outcome: Outcome = {
    diagnostics,
    excerpts,
    packs,
    failed,
    isPublished: false,
    changed: [],
    account: [],
    why: [],
  };
  if (packs.length === 0 && !options.shard) return { ...outcome, packs: [] };

  const contents = { readings, catalogue, printed, diagnostics, excerpts, versions: versionsOf(inputs) };
  const { files, changes, told } = await filesOf(contents, drafted, out.path);
  const read = loaded.sources.map((source) => readingKey(source, inputs));
  const used = [...read, ...made.selection.keys, ...printed.map(({ key }) => key)];
  const last = out.last?.record;
  const hashed = loaded.sources.map(({ file, sha256 }) => [file, sha256] as const);
  const isSteady = !made.isHeld && hashOf(await inputsOf(await findBrowser())) === hashOf(inputs);
  const hash = isSteady ? buildHash(hashed, inputs, options) : null;
  const record = recordOf({ hash, sources: hashed, inputs, diagnostics, excerpts, printed, used, last });
  const changed = await out.publish(files, { record, told });
  // What was printed while a template changed may be of either: it is not kept under the name of one.
  const keys = new Set(hash === null && !made.isHeld ? [] : record.used.flat());
  // It is published; what cannot be removed from the cache only takes room.
  await cache.keep(keys).catch(() => undefined);
  const why = printed
    .filter(({ copy }) => asked.includes(fileOf(copy)))
    .map((copy) => reasonFor(copy, record.packs, last?.packs ?? {}, changes));
  return { ...outcome, isPublished: true, changed, account: accountLines(changes), why };
}

const noPacks: Diagnostic = {
  file: '.',
  rule: 'no-packs',
  found: 'nothing that a pack could hold',
  ...RULES['no-packs'],
};
