import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A process of this machine. */
export interface Running {
  pid: number;
  parent: number;
  /** In clock ticks since the machine was started: with the pid, it names one process for good. */
  started: string;
  /** Resident memory in MiB. */
  memory: number;
}

/** All processes of this machine that are not dead already (proc(5)). */
export async function processes(): Promise<Running[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(join('/proc', pid, 'stat'), 'utf8').catch(() => '')));
  return stats.flatMap((stat, index) => {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isThere = stat !== '' && fields[0] !== 'Z';
    return isThere
      ? [
          {
            pid: Number(pids[index]),
            parent: Number(fields[1]),
            started: fields[19] ?? '',
            memory: Number(fields[21]) / 256,
          },
        ]
      : [];
  });
}

/** The processes that this one started, and those that they started. */
export async function descendants(pid: number): Promise<Running[]> {
  const all = await processes();
  const under = (parent: number): Running[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...under(each.pid)]);
  return under(pid);
}
