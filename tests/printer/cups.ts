import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const PROGRAMS = ['/usr/sbin/cupsd', '/usr/sbin/lpadmin', '/usr/bin/lp', '/usr/bin/lpoptions', '/usr/bin/ipptool'];

/** Why there can be no spooler here; empty where there can. */
export function whyNoCups(): string {
  if (process.platform !== 'linux') return 'the spooler of these tests runs on Linux only';
  if (process.getuid?.() !== 0) return 'only root may start cupsd';
  const missing = PROGRAMS.filter((program) => {
    try {
      execFileSync('test', ['-x', program]);
      return false;
    } catch {
      return true;
    }
  });
  return missing.length > 0
    ? `${missing.join(', ')} missing: apt-get install cups-daemon cups-client cups-ipp-utils`
    : '';
}

/** A job as the spooler holds it. */
export interface Job {
  /** The bytes that it took in. */
  document: Buffer;
  /** What they are to become: copies, sides, media, job-name. */
  attributes: Record<string, string>;
}

/** A spooler of its own on the loopback address. Disposing of it ends it. */
export interface Cups extends AsyncDisposable {
  /** What leads programs to this spooler, and to no other. */
  env: Record<string, string>;
  /** Adds a printer; `media` is the paper that it takes by default. */
  add(printer: string, media?: string): Promise<void>;
  makeDefault(printer: string): Promise<void>;
  /** The nth job, from 1. */
  job(number: number): Promise<Job>;
}

/** Starts cupsd with all its files in a folder of its own. */
export async function openCups(): Promise<Cups> {
  const folder = await mkdtemp(join(tmpdir(), 'cups-'));
  const port = await freePort();
  const path = (name: string) => join(folder, name);
  for (const name of ['state', 'cache', 'spool', 'tmp']) await mkdir(path(name));
  await writeFile(
    path('cups-files.conf'),
    [
      `ServerRoot ${folder}`,
      `StateDir ${path('state')}`,
      `CacheDir ${path('cache')}`,
      `RequestRoot ${path('spool')}`,
      `TempDir ${path('tmp')}`,
      ...['Access', 'Error', 'Page'].map((log) => `${log}Log ${path(log)}`),
      'FileDevice Yes',
      'SystemGroup root',
    ].join('\n'),
  );
  await writeFile(
    path('cupsd.conf'),
    `Listen 127.0.0.1:${port}
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`,
  );
  const daemon = spawn('/usr/sbin/cupsd', ['-f', '-c', path('cupsd.conf'), '-s', path('cups-files.conf')], {
    stdio: 'ignore',
  });
  const env = { CUPS_SERVER: `127.0.0.1:${port}`, CUPS_SERVERROOT: folder, HOME: folder };
  const run = (program: string, args: string[]) =>
    promisify(execFile)(program, args, { env: { ...process.env, LC_ALL: 'C', ...env } });
  await ready(() => run('/usr/bin/lpstat', ['-r']).then(({ stdout }) => stdout.includes('is running')));
  return {
    env,
    add: async (printer, media) => {
      const paper = media ? ['-o', `media-default=${media}`] : [];
      await run('/usr/sbin/lpadmin', ['-p', printer, '-E', '-v', 'file:///dev/null', '-m', 'raw', ...paper]);
    },
    makeDefault: async (printer) => {
      await run('/usr/sbin/lpadmin', ['-d', printer]);
    },
    job: async (number) => {
      const address = `ipp://127.0.0.1:${port}/jobs/${number}`;
      const { stdout } = await run('/usr/bin/ipptool', ['-tv', address, 'get-job-attributes.test']);
      const found = stdout.matchAll(/^\s+([a-z-]+) \([^)]*\) = (.*)$/gm);
      return {
        document: await readFile(path(`spool/d${String(number).padStart(5, '0')}-001`)),
        attributes: Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value])),
      };
    },
    [Symbol.asyncDispose]: async () => {
      const ended = once(daemon, 'exit');
      daemon.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(isReady: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await isReady().catch(() => false)) return;
    await pause(100);
  }
  throw new Error('cupsd does not answer');
}
