import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

// Runs the benches that are named, or all that need nothing but this machine: `npm run bench -- builds --rounds 3`.
const BENCHES = ['press', 'builds', 'scale', 'memory'];
const [name, ...rest] = process.argv.slice(2);
for (const bench of name ? [name] : BENCHES) {
  const script = fileURLToPath(new URL(`./${bench}.ts`, import.meta.url));
  const args = ['--expose-gc', '--import', 'tsx', script, ...rest];
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'close');
  if (code !== 0) process.exitCode = 1;
}
