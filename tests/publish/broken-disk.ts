import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CALLS = ['rename', 'link', 'writeFile', 'mkdir', 'rm', 'rmdir', 'copyFile'] as const;

/**
 * Makes calls that change the disk fail below `folder`: from the `nth` on, as for a process that was killed there, or the `nth` alone,
 * with the code of an error. Undone with its scope; `reached` says whether there were that many.
 */
export function breakDisk(folder: string, nth: number, code?: string): Disposable & { readonly reached: boolean } {
  const whole = { ...fs.promises };
  let count = 0;
  const fails = (path: unknown) => {
    if (!String(path).startsWith(folder)) return false;
    count++;
    return code ? count === nth : count >= nth;
  };
  const patched: Record<string, unknown> = fs.promises as never;
  for (const name of CALLS) {
    const call = whole[name] as (...args: unknown[]) => Promise<unknown>;
    patched[name] = async (...args: unknown[]) => {
      if (fails(args[0])) throw Object.assign(new Error(`${code ?? 'killed'}: ${name}`), code ? { code } : {});
      return call(...args);
    };
  }
  syncBuiltinESMExports();
  return {
    get reached() {
      return count >= nth;
    },
    [Symbol.dispose]: () => {
      Object.assign(fs.promises, whole);
      syncBuiltinESMExports();
    },
  };
}
