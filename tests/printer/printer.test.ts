import { describe, expect, it } from 'vitest';
import { paperOfMedia } from '../../pipeline/printer/cups.ts';
import { paperOfLocale } from '../../pipeline/printer/paper.ts';
import { run } from '../../pipeline/printer/run.ts';
import { viewerCommand } from '../../pipeline/printer/viewer.ts';
import { windowsCommand } from '../../pipeline/printer/windows.ts';

describe('the usual paper', () => {
  it.each([
    ['iso_a4_210x297mm', 'a4'],
    ['A4', 'a4'],
    ['A4.Borderless', 'a4'],
    ['na_letter_8.5x11in', 'letter'],
    ['Letter', 'letter'],
    ['LetterExtra', undefined],
    ['A4Small', undefined],
    ['iso_a3_297x420mm', undefined],
    ['na_legal_8.5x14in', undefined],
    ['', undefined],
  ])('of a printer with %s is %s', (media, paper) => {
    expect(paperOfMedia(media)).toBe(paper);
  });

  it.each([
    [{ LANG: 'en_US.UTF-8' }, '', 'letter'],
    [{ LANG: 'de_DE.UTF-8' }, 'en-US', 'a4'],
    [{ LANG: 'en_US.UTF-8', LC_PAPER: 'fr_FR.UTF-8' }, '', 'a4'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'es_MX' }, '', 'letter'],
    [{ LANG: 'C.UTF-8' }, '', 'a4'],
    [{}, 'en-CA', 'letter'],
    [{}, 'en-GB', 'a4'],
    [{}, '', 'a4'],
  ])('of the locale %j and the settings "%s" is %s', (env, settings, paper) => {
    expect(paperOfLocale(env, settings)).toBe(paper);
  });
});

describe('commands of the system', () => {
  it('open a file only where somebody sits before a screen', () => {
    expect(viewerCommand('a.pdf', 'darwin', {})).toEqual(['open', ['a.pdf']]);
    expect(viewerCommand('a.pdf', 'win32', {})).toEqual(['explorer.exe', ['a.pdf']]);
    expect(viewerCommand('a.pdf', 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open', ['a.pdf']]);
    expect(viewerCommand('a.pdf', 'linux', { DISPLAY: '' })).toBeUndefined();
  });

  it('never read a value as code on Windows', () => {
    const order = { file: `C:\\a'; calc; '.pdf`, title: '', paper: 'a4' as const, copies: 2, twoSided: false };
    const [command, args, env] = windowsCommand({ ...order, printer: '$(calc)' });
    expect(command).toBe('powershell.exe');
    expect(args.join(' ')).not.toContain('calc');
    expect(env).toEqual({ PREPRESS_FILE: order.file, PREPRESS_PRINTER: '$(calc)', PREPRESS_COPIES: '2' });
  });

  it('are told apart by whether they are there and how they ended', async () => {
    expect((await run('no-such-command-here', [])).code).toBeUndefined();
    expect(await run(process.execPath, ['-e', 'console.log(1); process.exit(4)'])).toMatchObject({
      code: 4,
      stdout: '1\n',
    });
  });
});
