import { expect, test } from 'vitest';
import type { Machine } from '../../pipeline/browser/machine.ts';
import { places } from '../../pipeline/browser/places.ts';

const linux: Machine = {
  platform: 'linux',
  arch: 'arm64',
  env: { PATH: '/opt/tools/bin:relative:/usr/bin' },
  home: '/home/ada',
};

test('the headless shell comes first, then Chromium, Chrome and Edge', () => {
  const products = places(linux).map(({ product }) => product);
  expect([...new Set(products)]).toEqual(['chrome-headless-shell', 'chromium', 'chrome', 'edge']);
  expect(products).toEqual(products.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
});

const ORDER = ['chrome-headless-shell', 'chromium', 'chrome', 'edge'];

test('on Linux the real binary comes before the wrapper in the search path', () => {
  const paths = places(linux).map(({ path }) => path);
  for (const [binary, wrapper] of [
    ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium-headless-shell'],
    ['/usr/lib/chromium/chromium', '/usr/bin/chromium'],
    ['/opt/google/chrome/chrome', '/usr/bin/google-chrome'],
    ['/opt/microsoft/msedge/msedge', '/usr/bin/microsoft-edge'],
  ] as const) {
    expect(paths).toContain(wrapper);
    expect(paths.indexOf(binary)).toBeLessThan(paths.indexOf(wrapper));
    expect(paths).toContain(binary);
  }
  expect(paths).toContain('/opt/tools/bin/chrome-headless-shell');
  expect(paths.filter((path) => !path.startsWith('/'))).toEqual([]);
});

test('on macOS the applications of the machine and of the user', () => {
  expect(places({ platform: 'darwin', arch: 'arm64', env: {}, home: '/Users/ada' })).toEqual([
    { product: 'chromium', path: '/Applications/Chromium.app/Contents/MacOS/Chromium' },
    { product: 'chromium', path: '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium' },
    { product: 'chrome', path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
    { product: 'chrome', path: '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
    { product: 'edge', path: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
    { product: 'edge', path: '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
  ]);
});

test('on Windows the program folders of the machine and of the user', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' };
  const paths = places({ platform: 'win32', arch: 'x64', env, home: 'C:\\Users\\ada' }).map(({ path }) => path);
  expect(paths).toEqual([
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Users\\ada\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});
