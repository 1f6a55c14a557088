import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Who holds a lock. */
export interface Holder {
  pid: number;
  host: string;
  /** When the process began, as its system counts; tells it from a later one with the same number. Null where that is not known. */
  born: string | null;
  token: string;
}

const POLL = 100;
const ABANDONED = 5_000;

/**
 * Takes the lock of a folder, waiting while a living process holds it; `onWait` hears once who does. A lock whose process is dead is
 * taken over. Disposing of the lock releases it.
 * @throws what `signal` aborts with, or where the folder cannot be written
 */
export async function takeLock(
  folder: string,
  onWait: (holder: Holder) => void,
  signal?: AbortSignal,
): Promise<AsyncDisposable> {
  const path = join(folder, 'lock');
  const me: Holder = { pid: process.pid, host: hostname(), born: bornOf(process.pid), token: randomUUID() };
  const mine = `${path}.${me.token}`;
  await mkdir(mine);
  await writeFile(join(mine, 'holder.json'), JSON.stringify(me));
  let heard = '';
  try {
    // A folder with something in it is never renamed over: whoever comes second fails.
    while (!(await rename(mine, path).then(yes, (error: unknown) => taken(error)))) {
      signal?.throwIfAborted();
      const holder = await holderOf(path);
      if (!holder) await pause(POLL);
      else if (isDead(holder)) await clear(folder, path, holder);
      else {
        if (heard !== holder.token) onWait(holder);
        heard = holder.token;
        await pause(POLL, undefined, signal ? { signal } : {});
      }
    }
  } catch (error) {
    await rm(mine, { recursive: true, force: true });
    throw error;
  }
  return {
    async [Symbol.asyncDispose]() {
      // One that cannot be removed is taken over when this process has ended.
      await rename(path, mine)
        .then(() => rm(mine, { recursive: true }))
        .catch(() => undefined);
    },
  };
}

const yes = () => true;

function taken(error: unknown): false {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOTEMPTY' || code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return false;
  throw error;
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(join(path, 'holder.json'), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isDead({ pid, host, born }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  return born !== bornOf(pid);
}

/** The 22nd field of `/proc/PID/stat` (proc(5)), counted after the name, which may hold anything. */
function bornOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Removes a dead process's lock. Only one of those who wait may: else the second would remove the lock that the first has just taken. */
async function clear(folder: string, path: string, dead: Holder): Promise<void> {
  const guard = join(folder, `takeover-${dead.token}`);
  try {
    await mkdir(guard);
  } catch {
    const age = await stat(guard).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > ABANDONED) await rmdir(guard).catch(() => undefined);
    await pause(POLL);
    return;
  }
  try {
    if ((await holderOf(path))?.token === dead.token) {
      const away = `${path}.dead-${dead.token}`;
      await rename(path, away);
      await rm(away, { recursive: true, force: true });
    }
  } finally {
    await rmdir(guard);
  }
}
