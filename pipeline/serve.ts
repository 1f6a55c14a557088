import { once } from 'node:events';
import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HIDDEN } from './cache/last.ts';
import { EnvironmentProblem } from './environment.ts';
import { isOwnHost, LOOPBACK } from './serve/hosts.ts';
import { type News, openLive } from './serve/live.ts';

/** A server of an out folder. Disposing of it closes it with all its connections. */
export interface Preview extends AsyncDisposable {
  url: string;
  /** Tells every open page what the last build gave. */
  tell(news: News): void;
}

const TEMPLATES = fileURLToPath(new URL('../templates/gallery/', import.meta.url));
/** Addresses that no published file has: their folder would be hidden. */
const SCRIPT = '/.live/script.js';
const EVENTS = '/.live/events';

/** Nobody else's page may use, frame or guess at what is served. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
};

/**
 * Serves the published files of an out folder on the loopback address, and the gallery with a script that follows the builds. A port of 0
 * is any that is free.
 * @throws {EnvironmentProblem} where the port is taken
 */
export async function serve(out: string, port: number): Promise<Preview> {
  const { default: sirv } = await import('sirv');
  const files = sirv(out, { dev: true, dotfiles: false, setHeaders: (response) => setHeaders(response) });
  const live = openLive();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { port: own } = server.address() as AddressInfo;
    if (!isOwnHost(request.headers.host, own)) return refuse(response, 403, 'This address is not served here.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.');
    const path = pathOf(request.url);
    if (path === undefined) return refuse(response, 400, 'This is no address.');
    if (path === EVENTS) return live.open(response);
    if (path === SCRIPT) return send(response, 'text/javascript', await readFile(`${TEMPLATES}live.js`));
    if (path === '/' || path === '/index.html') return send(response, 'text/html', await followed(out));
    if (!(await isPublished(out, path))) return refuse(response, 404, 'There is no such file.');
    return files(request, response, () => refuse(response, 404, 'There is no such file.'));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, 'This file cannot be read.'));
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening').catch(({ code }: NodeJS.ErrnoException) => {
    throw new EnvironmentProblem(`Port ${port} cannot be had (${code}): name another one with --port`);
  });
  return {
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`,
    tell: live.tell,
    [Symbol.asyncDispose]: async () => {
      live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The path of an address, decoded; undefined where it cannot be one. */
function pathOf(url = '/'): string | undefined {
  try {
    return decodeURIComponent(new URL(`http://${LOOPBACK}${url}`).pathname);
  } catch {
    return undefined;
  }
}

/** Whether a path leads to something within the out folder, wherever links lead, and not into its hidden part. */
async function isPublished(out: string, path: string): Promise<boolean> {
  if (path.includes('\0') || path.split(/[\\/]/).some((part) => part === '..' || part === HIDDEN)) return false;
  const root = await realpath(out).catch(() => out);
  const target = await realpath(join(root, path)).catch(() => undefined);
  return target?.startsWith(root + sep) === true && !target.startsWith(join(root, HIDDEN) + sep);
}

/** The gallery as it stands, or a page that waits for it, with the script that follows the builds. */
async function followed(out: string): Promise<string> {
  const page = await readFile(join(out, 'index.html'), 'utf8').catch(() =>
    readFile(`${TEMPLATES}waiting.html`, 'utf8'),
  );
  return `${page}<script type="module" src="${SCRIPT}"></script>\n`;
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  setHeaders(response);
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  setHeaders(response);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}
