import { join } from 'node:path';
import { findBrowser } from './browser/find.ts';
import { decide } from './build/config.ts';
import { draft } from './build/drafted.ts';
import { FIXED } from './build/files.ts';
import { finish } from './build/finish.ts';
import type { BuildOptions, Monitor } from './build/options.ts';
import type { Outcome } from './build/outcome.ts';
import { refuseUnanswered } from './build/request.ts';
import { loadFolder, refuseOutAmongSources } from './build/sources.ts';
import type { Workshop } from './build/workshop.ts';
import { openCache } from './cache/cache.ts';
import { copyKey } from './cache/copy-key.ts';
import { hashOf } from './cache/hash.mjs';
import { inputsOf, printInputs } from './cache/inputs.ts';
import { HIDDEN } from './cache/last.ts';
import { read } from './cache/readings.ts';
import { select } from './cache/selections.ts';
import { catalogueOf } from './catalogue.ts';
import { readLadders } from './ladders.ts';
import type { SourceFile } from './load.ts';
import { type Copy, fileOf } from './manifest.ts';
import { openPress } from './press.ts';
import { printAll } from './print.ts';
import { asEnvironmentProblem } from './publish/problem.ts';
import { openOut } from './publish.ts';
import { WINDOW } from './queue/settings.ts';
import { packFonts } from './render/fonts.ts';
import { proof } from './render/proof.ts';
import { loadTemplates } from './render/templates.ts';
import { render } from './render.ts';
import { shardOf } from './shard.ts';
import { validate } from './validate.ts';
import { namedFiles } from './why/named.ts';

/**
 * A folder of raw text → printed packs in the out folder: load, extract, validate, select, render, print, publish. The workshop
 * may hold what an earlier build has left in it.
 * @throws {UsageProblem} where what was asked for is not there
 * @throws {EnvironmentProblem} where the machine cannot do it; the last build then stays
 */
export function buildIn(workshop: Workshop, options: BuildOptions, monitor: Monitor): Promise<Outcome> {
  return make(workshop, options, monitor).catch(asEnvironmentProblem(options.out));
}

async function make(workshop: Workshop, options: BuildOptions, monitor: Monitor): Promise<Outcome> {
  refuseOutAmongSources(options.sources, options.out);
  const { request, papers, branding } = await decide(options);
  await using out = await openOut(options.out, monitor);
  const browser = await findBrowser();
  const inputs = await inputsOf(browser);
  const cache = openCache(
    out.hidden(),
    options.merge.map((folder) => join(folder, HIDDEN)),
  );
  if (options.clean) await cache.forget();

  const [templates, fonts] = await Promise.all([loadTemplates(), packFonts()]);
  const { queue, jobs } = options;
  const versionsOf = (kind: string) => printInputs(inputs, kind);
  const open = async () =>
    queue
      ? (await import('./queue/press.ts')).openQueuePress({ ...queue, versionsOf, note: monitor.note })
      : openPress({ browser, styles: templates.styles, fonts, pages: jobs, proof: () => proof(templates) });
  const press = () => workshop.press(hashOf([inputs, jobs, queue]), open);

  const loaded = await loadFolder(options.sources);
  const extract = async (sources: SourceFile[]) => {
    // What is new to read will be new to print: the browser starts meanwhile.
    press();
    return (await workshop.readers.extract(sources, options)).map(validate);
  };
  const { readings, isHeld } = workshop.hold(
    await read(loaded.sources, inputs, workshop.warm(cache.readings), extract),
  );
  const catalogue = catalogueOf(readings.map(({ digest }) => digest));

  const ladders = await readLadders();
  refuseUnanswered(catalogue.addressees, request, ladders);
  const selection = await select({ readings, catalogue, ladders, request, inputs, known: cache.selections });
  const copies = selection.packs.flatMap((pack) => papers.map((paper): Copy => ({ pack, paper })));
  const wanted = shardOf(copies, options.shard);
  const asked = namedFiles(options.why, wanted.map(fileOf));
  await out.claim([...wanted.map(fileOf), ...FIXED]);

  const keyOf = (copy: Copy) => copyKey(copy, inputs, branding);
  const jobOf = ({ pack, paper }: Copy) =>
    render(selection.open(pack), paper, { templates, versions: versionsOf(pack.kind), branding });
  const printing = printAll(wanted, { cache, keyOf, jobOf, press, jobs: queue ? WINDOW : jobs, monitor });
  // What hangs on the readings alone is made while the browser prints.
  const [printed, drafted] = await Promise.all([printing, draft(readings, out.path)]);
  workshop.release();

  const said = readings.flatMap((reading) => reading.diagnostics);
  const diagnostics = [...loaded.diagnostics, ...said, ...drafted.contradictions];
  const made = {
    options,
    inputs,
    loaded,
    isHeld,
    readings,
    catalogue,
    selection,
    drafted,
    printed,
    asked,
    diagnostics,
  };
  return await finish(made, out, cache);
}
