import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** The number that the system gives the running thread; undefined where it does not tell, as only Linux does. */
export function ownThread(): number | undefined {
  try {
    return Number(basename(readlinkSync('/proc/thread-self'))) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Processor time that a thread of this process has spent, in milliseconds; undefined where the system does not tell. It is the first figure
 * of `schedstat`, in nanoseconds (Linux, Documentation/scheduler/sched-stats).
 */
export function spentBy(thread: number): number | undefined {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'latin1').split(' ');
    return Number(nanoseconds) / 1e6 || undefined;
  } catch {
    return undefined;
  }
}
