import type { ServerResponse } from 'node:http';

/** What the open pages are to know of the last build. */
export interface News {
  /** Counts the builds that changed something: a page of another one is to be loaded again. */
  edition: number;
  /** What is wrong, as text for people; empty where nothing is. */
  problem: string;
}

/** Tells every open page what the last build gave (server-sent events). */
export interface Live {
  /** Tells a page what is known, and keeps it for what comes. */
  open(response: ServerResponse): void;
  tell(news: News): void;
  close(): void;
}

export function openLive(): Live {
  const pages = new Set<ServerResponse>();
  let last: News = { edition: 0, problem: '' };
  const send = (page: ServerResponse) => page.write(`data: ${JSON.stringify(last)}\n\n`);
  return {
    open: (page) => {
      page.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      pages.add(page);
      page.on('close', () => pages.delete(page));
      send(page);
    },
    tell: (news) => {
      last = news;
      for (const page of pages) send(page);
    },
    close: () => {
      for (const page of pages) page.end();
    },
  };
}
