import { PACK_KINDS } from '../../templates/registry.ts';
import type { PrintJob } from '../model/job.ts';
import { render } from '../render.ts';
import { GENERAL } from '../select/nearness.ts';
import type { Templates } from './templates.ts';

/** A pack in which nothing stands, as a print job: it asks for what every print asks for. */
export function proof(templates: Templates): PrintJob {
  const [kind = ''] = Object.keys(PACK_KINDS);
  const audience = { company: GENERAL, level: null, band: null, role: null };
  const pack = { kind, audience, path: 'proof', sure: null, sections: {}, leftOut: [], sources: [] };
  return render(pack, 'a4', { templates, versions: {} });
}
