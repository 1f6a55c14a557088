import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Preview, serve } from '../../pipeline/serve.ts';
import { openBrowser, shown, visit } from '../gallery/browsing.ts';

let folder: string;
let out: string;
let preview: Preview;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  out = join(folder, 'out');
  await mkdir(join(out, 'meta/ic6'), { recursive: true });
  await mkdir(join(out, '.prepress'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(out, '.prepress/last.json'), 'secret');
  await writeFile(join(out, 'index.html'), '<!doctype html><title>Gallery</title><main>Gallery</main>');
  await writeFile(join(out, 'meta/ic6/checklist.a4.pdf'), '%PDF-1.4 and so on');
  await symlink(join(folder, 'secret.txt'), join(out, 'link.txt'));
  await symlink(folder, join(out, 'up'));
  await symlink(join(out, '.prepress'), join(out, 'inner'));
  preview = await serve(out, 0);
  port = Number(new URL(preview.url).port);
});

afterAll(async () => {
  await preview[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Asks for a path as it is written; `fetch` would mend it, and would not lie about the host. */
function ask(
  path: string,
  host = `127.0.0.1:${port}`,
  method = 'GET',
): Promise<{ status: number; body: string; type: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, type: response.headers['content-type'] ?? '' }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the preview', () => {
  it('serves the gallery with the script that follows the builds, and the packs as they are', async () => {
    expect((await ask('/')).body).toMatch(/Gallery.*<script type="module" src="\/\.live\/script\.js">/s);
    expect(await ask('/meta/ic6/checklist.a4.pdf')).toEqual({
      status: 200,
      body: '%PDF-1.4 and so on',
      type: 'application/pdf',
    });
    expect((await ask('/.live/script.js')).type).toContain('text/javascript');
  });

  it('listens on the loopback address alone', async () => {
    expect(preview.url).toBe(`http://127.0.0.1:${port}/`);
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      const isOpen = await new Promise((resolve) => {
        const socket = connect(port, address, () => resolve(true));
        socket.on('error', () => resolve(false));
      });
      expect(isOpen, address).toBe(false);
    }
  });

  it.each([
    'example.org',
    'example.org:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.example.org:PORT',
    '0.0.0.0:PORT',
  ])('refuses the host "%s"', async (host) => {
    const { status, body } = await ask('/', host.replace('PORT', String(port)));
    expect([400, 403]).toContain(status);
    expect(body).not.toContain('Gallery');
  });

  it('answers to the name localhost', async () => {
    expect((await ask('/', `localhost:${port}`)).status).toBe(200);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%5csecret.txt',
    '/meta/../../secret.txt',
    '//secret.txt',
    '/link.txt',
    '/up/secret.txt',
    '/.prepress/last.json',
    '/%2eprepress/last.json',
    '/inner/last.json',
    '/meta/ic6/',
    '/%00',
    '/%ff',
  ])('does not serve %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
  });

  it('takes nothing in', async () => {
    expect((await ask('/', undefined, 'POST')).status).toBe(405);
    expect((await ask('/index.html', undefined, 'PUT')).status).toBe(405);
  });

  it('says that a port is taken', async () => {
    await expect(serve(out, port)).rejects.toThrow(/Port \d+ .*--port/);
  });

  it('loads the page again after a build, and shows what is wrong until it is mended', async () => {
    const browser = await openBrowser();
    try {
      preview.tell({ edition: 1, problem: '' });
      const { page } = await visit(browser, preview.url);
      await page.evaluate('globalThis.isOld = true');
      preview.tell({ edition: 1, problem: 'meta.txt:3:1: error: <b>something</b>' });
      await page.waitForSelector('.problem');
      expect(await shown(page, '[role=alert]')).toEqual([
        expect.stringContaining('meta.txt:3:1: error: <b>something</b>'),
      ]);
      preview.tell({ edition: 1, problem: '' });
      await page.waitForFunction('!document.querySelector(".problem")');
      expect(await page.evaluate('globalThis.isOld')).toBe(true);
      preview.tell({ edition: 2, problem: '' });
      await page.waitForFunction('globalThis.isOld === undefined');
    } finally {
      await browser.close();
    }
  });

  it('waits for the first build', async () => {
    await using empty = await serve(join(folder, 'nothing'), 0);
    const answer = await fetch(empty.url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('/.live/script.js');
  });
});
