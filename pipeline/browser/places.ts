import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

export type Product = 'chrome-headless-shell' | 'chromium' | 'chrome' | 'edge';

/** A file that is a browser of this product where it exists. */
export interface Place {
  product: Product;
  path: string;
}

const LINUX: Record<Product, { names: string[]; files: string[] }> = {
  'chrome-headless-shell': {
    names: ['chrome-headless-shell', 'chromium-headless-shell', 'headless_shell'],
    files: ['/usr/lib/chromium/chromium-headless-shell', '/usr/lib64/chromium-browser/headless_shell'],
  },
  chromium: {
    names: ['chromium', 'chromium-browser'],
    files: [
      '/usr/lib/chromium/chromium',
      '/usr/lib/chromium-browser/chromium-browser',
      '/usr/lib64/chromium-browser/chromium-browser',
    ],
  },
  chrome: { names: ['google-chrome-stable', 'google-chrome'], files: ['/opt/google/chrome/chrome'] },
  edge: { names: ['microsoft-edge-stable', 'microsoft-edge'], files: ['/opt/microsoft/msedge/msedge'] },
};

const MAC: Partial<Record<Product, string>> = {
  chromium: 'Chromium.app/Contents/MacOS/Chromium',
  chrome: 'Google Chrome.app/Contents/MacOS/Google Chrome',
  edge: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
};

const WINDOWS: Partial<Record<Product, string>> = {
  chromium: 'Chromium\\Application\\chrome.exe',
  chrome: 'Google\\Chrome\\Application\\chrome.exe',
  edge: 'Microsoft\\Edge\\Application\\msedge.exe',
};

/** Where installed browsers stand on this kind of machine, the headless shell first: it prints three to five times faster. */
export function places(machine: Machine): Place[] {
  const products: Product[] = ['chrome-headless-shell', 'chromium', 'chrome', 'edge'];
  return products.flatMap((product) => paths(machine, product).map((path) => ({ product, path })));
}

function paths({ platform, env, home }: Machine, product: Product): string[] {
  if (platform === 'darwin') {
    const app = MAC[product];
    const onPath = product === 'chrome-headless-shell' ? onSearchPath(env.PATH, LINUX[product].names) : [];
    return app ? ['/Applications', `${home}/Applications`].map((folder) => posix.join(folder, app)) : onPath;
  }
  if (platform === 'win32') {
    const program = WINDOWS[product];
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return program ? folders.flatMap((folder) => (folder ? [win32.join(folder, program)] : [])) : [];
  }
  // The real binaries first: a wrapper in the search path may not `exec`, and killing it leaves the browser.
  return [...LINUX[product].files, ...onSearchPath(env.PATH, LINUX[product].names)];
}

function onSearchPath(path: string | undefined, names: string[]): string[] {
  const folders = (path ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}
