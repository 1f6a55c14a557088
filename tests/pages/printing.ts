import { findBrowser } from '../../pipeline/browser/find.ts';
import { readLadders } from '../../pipeline/ladders.ts';
import type { PrintResult } from '../../pipeline/model/job.ts';
import type { Library } from '../../pipeline/model/library.ts';
import type { Paper } from '../../pipeline/model/manifest.ts';
import type { Pack, PackRequest } from '../../pipeline/model/pack.ts';
import { openPress, type Press, type PressOptions } from '../../pipeline/press.ts';
import { packFonts } from '../../pipeline/render/fonts.ts';
import { loadTemplates, type Templates } from '../../pipeline/render/templates.ts';
import { render } from '../../pipeline/render.ts';
import { selectPacks } from '../../pipeline/select.ts';

/** A press with the package's own templates and fonts. */
export async function packPress(options: Partial<PressOptions> = {}): Promise<Press & { templates: Templates }> {
  const templates = await loadTemplates();
  const press = await openPress({
    browser: await findBrowser(),
    styles: templates.styles,
    fonts: await packFonts(),
    ...options,
  });
  return Object.assign(press, { templates });
}

/** A pack with what the press made of it. */
export type PrintedPack = { pack: Pack; paper: Paper; name: string; budget: number; result: PrintResult };

/** Prints the packs of a library that a request asks for, each on the papers that `papersOf` gives for its number. */
export async function printPacks(
  library: Library,
  press: Press & { templates: Templates },
  papersOf: (index: number) => Paper[],
  request: PackRequest = {},
): Promise<PrintedPack[]> {
  const packs = selectPacks(library, await readLadders(), request);
  return Promise.all(
    packs.flatMap((pack, index) =>
      papersOf(index).map(async (paper) => {
        const job = render(pack, paper, { templates: press.templates, versions: {} });
        return { pack, paper, name: job.name, budget: job.budget, result: await press.print(job) };
      }),
    ),
  );
}
