import { spawnSync } from 'node:child_process';
import { provide } from './tools.ts';

/** Every check of the project, in the order of their cost: what is missing is installed, then types, style, tests. */
const CHECKS: [string, string[]][] = [
  ['tsc', []],
  ['biome', ['check']],
  ['vitest', ['run', ...process.argv.slice(2)]],
];

await provide();
for (const [command, args] of CHECKS) {
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
