import { spawnSync } from 'node:child_process';

/** Programs of the system that tests use where they are there, and the Debian packages that hold them. */
const TOOLS: Record<string, string> = {
  qpdf: 'qpdf',
  pdftoppm: 'poppler-utils',
  'redis-server': 'redis-server',
  openssl: 'openssl',
  cupsd: 'cups-daemon',
  lp: 'cups-client',
  ipptool: 'cups-ipp-utils',
  script: 'bsdutils',
};

const isThere = (tool: string): boolean =>
  spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${tool}`]).status === 0;

/** Installs the Debian packages that are missing, where there is apt and a right to use it. Tests skip what is missing all the same. */
export async function provide(): Promise<void> {
  const missing = [...new Set(Object.entries(TOOLS).flatMap(([tool, name]) => (isThere(tool) ? [] : [name])))];
  if (missing.length === 0 || !isThere('apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return;
  console.log(`Installing ${missing.join(', ')}`);
  const run = (...args: string[]) => {
    const [command = '', ...rest] = [...sudo, ...args];
    return spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing);
}
