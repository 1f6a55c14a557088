import { readFile } from 'node:fs/promises';
import type { CDPSession } from 'puppeteer';
import { FONT_ORIGIN, type Font } from './document.ts';

/**
 * What keeps a page's content from the network and the file system, besides that it is set as content and never opened from a file
 * address; each does much of it alone.
 */
export interface Layers {
  /** JavaScript is off. */
  scripts: boolean;
  /** The page is offline. */
  offline: boolean;
  /** A content policy allows styles and fonts only. */
  policy: boolean;
  /** Every request but for the fonts is refused. */
  interception: boolean;
  /** The whole browser resolves no host and no address. */
  resolver: boolean;
}

export const ALL_LAYERS: Layers = {
  scripts: true,
  offline: true,
  policy: true,
  interception: true,
  resolver: true,
};

/** The browser's flags for the layer that holds for all of it. */
export function isolationFlags({ resolver }: Layers): string[] {
  return resolver ? ['--host-resolver-rules=MAP * ~NOTFOUND', '--no-pings', '--dns-prefetch-disable'] : [];
}

/** Puts the layers around a page, before any content is in it. The fonts are served from memory by their number. */
export async function isolate(cdp: CDPSession, layers: Layers, fonts: readonly Font[]): Promise<void> {
  const serve = fontServer(fonts);
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    const font = layers.interception || request.url.startsWith(FONT_ORIGIN) ? serve(request.url) : 'pass';
    answer(cdp, requestId, font).catch(() => {
      // The page is gone, and the request with it.
    });
  });
  await Promise.all([
    layers.scripts && cdp.send('Emulation.setScriptExecutionDisabled', { value: true }),
    layers.offline &&
      cdp.send('Network.emulateNetworkConditions', {
        offline: true,
        latency: 0,
        downloadThroughput: 0,
        uploadThroughput: 0,
      }),
    cdp.send('Fetch.enable', { patterns: [{ urlPattern: layers.interception ? '*' : `${FONT_ORIGIN}/*` }] }),
  ]);
}

type Answer = Promise<string> | undefined | 'pass';

async function answer(cdp: CDPSession, requestId: string, font: Answer): Promise<void> {
  if (font === 'pass') return cdp.send('Fetch.continueRequest', { requestId });
  const body = await font?.catch(() => undefined);
  // 'Aborted' leaves the document where it is; any other reason would replace it by an error page.
  if (body === undefined) return cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  const responseHeaders = [{ name: 'Access-Control-Allow-Origin', value: '*' }];
  return cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
}

/** Answers a font's address with its bytes in base64, read once for all pages. */
function fontServer(fonts: readonly Font[]): (url: string) => Promise<string> | undefined {
  const read = new Map<string, Promise<string>>();
  return (url) => {
    const font = url.startsWith(`${FONT_ORIGIN}/`) ? fonts[Number(url.slice(FONT_ORIGIN.length + 1))] : undefined;
    if (!font) return undefined;
    const bytes = read.get(font.file) ?? readFile(font.file, 'base64');
    read.set(font.file, bytes);
    return bytes;
  };
}
