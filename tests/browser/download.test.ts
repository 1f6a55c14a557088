import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import * as puppeteer from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUILD, downloadableBrowser } from '../../pipeline/browser/download.ts';
import { thisMachine } from '../../pipeline/browser/machine.ts';
import { versionOf } from '../../pipeline/browser/version.ts';
import { EnvironmentProblem } from '../../pipeline/environment.ts';

let folder: string;
let mirror: Server;
let answer: Buffer | undefined;
let asked: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepress-download-'));
  asked = [];
  mirror = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(answer ? 200 : 404, { 'Content-Length': answer?.length ?? 0 }).end(answer);
  });
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  mirror.close();
  await rm(folder, { recursive: true });
});

function browserOfMirror() {
  const url = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
  const env = { ...process.env, PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: url };
  return downloadableBrowser({ ...thisMachine(), env }, [folder]);
}

const linux = test.runIf(process.platform === 'linux' && process.arch === 'x64');

test('it is the build that the installed Puppeteer was made for', () => {
  expect(puppeteer).toHaveProperty(['PUPPETEER_REVISIONS', 'chrome-headless-shell'], BUILD);
});

linux('it is downloaded once, whole or not at all', async () => {
  const name = 'chrome-headless-shell-linux64/chrome-headless-shell';
  answer = zip(name, `#!/bin/sh\necho Google Chrome for Testing ${BUILD}\n`);
  const ready = await browserOfMirror()?.ready();
  expect(await versionOf(ready?.executablePath ?? '', process.platform)).toBe(BUILD);
  expect(await browserOfMirror()?.ready()).toEqual(ready);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(BUILD);
  expect(await readdir(folder)).toEqual([`downloaded-${BUILD}`]);
});

linux('where the mirror has none, the problem names the command to run', async () => {
  answer = undefined;
  const ready = browserOfMirror()?.ready();
  await expect(ready).rejects.toThrow(EnvironmentProblem);
  await expect(ready).rejects.toThrow(/404.*run ((sudo )?apt-get install|npx puppeteer browsers install) /s);
  expect(await readdir(folder)).toEqual([]);
});

/** A ZIP archive of one executable file, stored as it is (PKWARE APPNOTE, 4.3). */
function zip(name: string, content: string): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name + content)]);
  const attributes = Buffer.alloc(14);
  attributes.writeUInt32LE(0o100755 * 2 ** 16, 6);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, attributes, Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}
