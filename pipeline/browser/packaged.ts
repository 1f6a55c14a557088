import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { Headers } from 'tar-fs';
import { EnvironmentProblem } from '../environment.ts';
import type { FoundBrowser, ReadyBrowser } from './find.ts';
import type { Machine } from './machine.ts';

// The package's binary asks for this interpreter; where it is missing (musl, another layout), it cannot start.
const INTERPRETER = '/lib64/ld-linux-x86-64.so.2';

/** Root must not give the files to whoever packed them. */
function owned(header: Headers): Headers {
  return { ...header, uid: process.getuid?.() ?? header.uid, gid: process.getgid?.() ?? header.gid };
}

/** The headless shell that `@sparticuz/chromium` carries, compressed; undefined where it has none for this machine. */
export async function packagedBrowser(machine: Machine, folders?: string[]): Promise<FoundBrowser | undefined> {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return undefined;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
    const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const archive = join(root, 'bin');
    await Promise.all([access(join(archive, 'chromium.br')), access(INTERPRETER)]);
    const ready = async () => {
      const [{ madeOnce }, { cacheFolders }] = await Promise.all([import('./workshop.ts'), import('./cache.ts')]);
      const unpackOnce = (workshop: string, target: string) => unpack(archive, workshop, target);
      return unpackedIn(await madeOnce(folders ?? cacheFolders(), `chromium-${version}`, 'chromium', unpackOnce));
    };
    return { origin: 'package', product: 'chrome-headless-shell', version, ready };
  } catch {
    return undefined;
  }
}

function unpackedIn(folder: string): ReadyBrowser {
  return {
    executablePath: join(folder, 'chromium'),
    product: 'chrome-headless-shell',
    // Its own libraries, also where the system has them: the same renderer everywhere.
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

async function unpack(archive: string, workshop: string, target: string): Promise<void> {
  const { extract } = await import('tar-fs');
  const unpacked = unpackedIn(workshop);
  const stream = (file: string) => createReadStream(join(archive, file), { highWaterMark: 2 ** 20 });
  // Flushed to the disk before the rename: a power cut must not leave an empty file at the final name.
  const program = createWriteStream(unpacked.executablePath, { mode: 0o755, flush: true });
  await Promise.all([
    pipeline(stream('chromium.br'), createBrotliDecompress({ chunkSize: 2 ** 20 }), program),
    pipeline(stream('al2023.tar.br'), createBrotliDecompress(), extract(workshop, { map: owned })),
    pipeline(stream('fonts.tar.br'), createBrotliDecompress(), extract(join(workshop, 'fonts'), { map: owned })),
  ]);
  await writeFile(join(workshop, 'fonts', 'fonts.conf'), fontsConf(join(target, 'fonts')));
  await promisify(execFile)(unpacked.executablePath, ['--version'], {
    env: { ...process.env, ...unpacked.env },
    timeout: 20_000,
  }).catch(async (error: unknown) => {
    const { reason } = await import('./workshop.ts');
    throw new EnvironmentProblem(
      `The browser of the npm package does not run here (${reason(error)}): install one and name it in PUPPETEER_EXECUTABLE_PATH`,
    );
  });
}

// The package's own file takes fonts from fixed folders under /tmp, where anybody could put one.
function fontsConf(folder: string): string {
  const xml = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${xml(join(folder, 'fonts'))}</dir>
  <cachedir>${xml(join(folder, 'cache'))}</cachedir>
</fontconfig>
`;
}
