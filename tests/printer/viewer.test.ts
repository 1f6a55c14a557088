import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SMALL, write } from '../build/small.ts';
import { PATIENT, run } from '../main/program.ts';

it.skipIf(process.platform !== 'linux')('where nothing prints, the file is opened, and that is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'viewer-'));
  try {
    const [sources, out, programs] = ['sources', 'out', 'programs'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await write(sources, SMALL);
    // The only program that can be found: no lp, and a viewer that notes what it is to show.
    await write(programs, { 'xdg-open': `#!/bin/sh\nprintf %s "$1" > "${join(folder, 'shown')}"\n` });
    await chmod(join(programs, 'xdg-open'), 0o755);
    const config = join(folder, 'packs.config.json');
    await writeFile(config, '{ "packs": ["cheat-sheet"], "papers": ["a4"] }');
    const args = ['--sources', sources, '--out', out, '--config', config, ...PATIENT];
    const { code, stdout, stderr } = await run(['print', ...args, '--company', 'meta', '--pack', 'cheat-sheet'], {
      env: { PATH: programs, DISPLAY: ':0' },
    });
    const file = join(out, 'meta/ic6/cheat-sheet.a4.pdf');
    expect(stderr).toContain('Not printed: CUPS, which prints, is not installed.');
    expect(stdout).toContain(`Opened ${file} instead`);
    expect(await readFile(join(folder, 'shown'), 'utf8')).toBe(file);
    expect(code).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
