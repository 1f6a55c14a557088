import { sha256 } from '../cache/hash.mjs';
import type { PrintResult } from '../model/job.ts';
import { StoredResult } from '../model/queue.ts';
import type { Store } from './store.ts';

/** What was printed, by the id of its job. Bytes stand under their own hash, and are checked before they are trusted. */
export interface Results {
  /** Undefined where there is none, or it was damaged. */
  get(id: string): Promise<PrintResult | undefined>;
  /** Keeps what would come out the same again; answers whether it is such. */
  put(id: string, result: PrintResult): Promise<boolean>;
}

/** The results in a store. */
export function resultsIn(store: Store): Results {
  const bytesOf = async (hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const bytes = await store.get(`bytes:${hash}`);
    return bytes && sha256(bytes) === hash ? new Uint8Array(bytes) : undefined;
  };
  const keep = async (bytes: Uint8Array): Promise<string> => {
    const hash = sha256(bytes);
    if (!(await bytesOf(hash))) await store.put(`bytes:${hash}`, bytes);
    return hash;
  };
  return {
    get: async (id) => {
      const stored = parse(await store.get(`results:${id}`));
      if (!stored) return undefined;
      if (stored.ok) {
        const bytes = await bytesOf(stored.bytes);
        return bytes && { ...stored, bytes };
      }
      const { draft: hash, ...failure } = stored;
      const draft = hash && (await bytesOf(hash));
      return draft ? { ...failure, draft } : failure;
    },
    put: async (id, result) => {
      // A failure only where it is the pages that are too many: a browser that was lost may be there the next time.
      if (!result.ok && result.pages === undefined) return false;
      const stored = await described(result, keep);
      await store.put(`results:${id}`, new TextEncoder().encode(JSON.stringify(stored)));
      return true;
    },
  };
}

async function described(result: PrintResult, keep: (bytes: Uint8Array) => Promise<string>): Promise<StoredResult> {
  if (result.ok) return { ...result, bytes: await keep(result.bytes) };
  const { draft, ...failure } = result;
  return draft ? { ...failure, draft: await keep(draft) } : failure;
}

function parse(bytes: Uint8Array | undefined): StoredResult | undefined {
  if (!bytes) return undefined;
  try {
    return StoredResult.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
