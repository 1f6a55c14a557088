import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rulesTable } from '../../pipeline/report/rules-table.ts';

const top = new URL('../../', import.meta.url);
const readme = () => readFile(new URL('README.md', top), 'utf8');

test('the table of rules is the one that the program has', async () => {
  const [, table] = /<!-- rules -->\n([\s\S]*?)\n?<!-- \/rules -->/.exec(await readme()) ?? [];
  expect(table).toBe(rulesTable());
});

test('the two commands stand first, and CI calls the second word for word', async () => {
  const [build, check] = [...(await readme()).matchAll(/```sh\n([\s\S]*?)\n```/g)].map(([, command]) => command ?? '');
  expect(build).toBe('npm ci && npm run build');
  expect((await readFile(new URL('.ci/run', top), 'utf8')).split('\n')).toContain(check);
});

test('every script that the table of commands names is there', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', top), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...(await readme()).matchAll(/^\| `npm run ([a-z:]+)/gm)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});
