import type { Placed, Room, Section } from './arrangement.ts';
import type { Target } from './leaving.ts';

/** Page and room in CSS pixels, as the page is told them. */
export type Frame = { page: { width: number; height: number }; margin: number; room: Room };

/**
 * In the page: lays every section out at its width and tells how high it and its blocks are. `widths` are those of one
 * column, of two, and so on.
 */
export function measure({ room, widths, type }: { room: Room; widths: number[]; type: number }): {
  sections: Section[];
  footer: number;
} {
  document.documentElement.style.setProperty('--type', `${type}pt`);
  const height = (element: Element) => element.getBoundingClientRect().height;
  const items = (element: HTMLElement) => (element.dataset.item ?? '').split(' ').filter(Boolean);
  const elements = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const spanOf = ({ dataset: { span } }: HTMLElement) => (span === 'full' ? span : Number(span ?? 1));
  const widthOf = (span: Section['span']) => (span === 'full' ? room.width : widths[span - 1]);
  for (const element of elements) element.style.width = `${widthOf(spanOf(element))}px`;
  const continued = ` (${document.querySelector<HTMLElement>('main')?.dataset.continued}) `;
  const headings = elements.flatMap((element) => element.querySelector('h2') ?? []);
  const added = headings.map((heading) => {
    const note = document.createTextNode(continued);
    heading.firstChild?.after(note);
    return note;
  });
  const heightsAgain = elements.map(height);
  for (const note of added) note.remove();
  const footer = document.querySelector<HTMLElement>('[data-footer]');
  if (footer) footer.style.width = `${room.width}px`;
  const sections = elements.map((element, index): Section => {
    const blocks = [...element.querySelectorAll<HTMLElement>('[data-priority]')]
      .filter((block) => !block.parentElement?.closest('[data-priority]'))
      .map((block, at) => ({
        index: at,
        items: items(block),
        priority: Number(block.dataset.priority),
        height: height(block),
        parts: [...block.querySelectorAll<HTMLElement>('[data-priority]')].map((part, inBlock) => ({
          index: inBlock,
          items: items(part),
          priority: Number(part.dataset.priority),
          height: height(part),
        })),
      }));
    const inBlocks = blocks.reduce((sum, block) => sum + block.height, 0);
    return {
      index,
      span: spanOf(element),
      opens: element.dataset.opens !== undefined,
      flow: Number(element.dataset.flow ?? 1),
      chrome: height(element) - inBlocks,
      chromeAgain: (heightsAgain[index] ?? 0) - inBlocks,
      blocks,
      keep: element.dataset.keep !== undefined,
      loose: element.dataset.loose !== undefined,
      numbered: element.dataset.numbered !== undefined,
      stretch: (Number(element.dataset.stretch ?? 0) * 96) / 25.4,
    };
  });
  return { sections, footer: footer ? height(footer) : 0 };
}

/** What `build` puts into the page. */
export type Sheets = {
  /** The size of body type, in points. */
  type: number;
  frame: Frame;
  pages: Placed[][];
  /** Parts that have left, by section and block. */
  parts: Target[];
  leftOut: number;
};

/** In the page: makes the pages as planned, each section where it stands; answers what is higher than planned, in pixels. */
export function build({ type, frame, pages, parts, leftOut }: Sheets): number {
  document.documentElement.style.setProperty('--type', `${type}pt`);
  const root = document.querySelector('main');
  if (!root) return 0;
  const blocksOf = (element: Element) =>
    [...element.querySelectorAll<HTMLElement>('[data-priority]')].filter(
      (block) => !block.parentElement?.closest('[data-priority]'),
    );
  const masters = [...root.querySelectorAll<HTMLElement>('[data-section]')];
  const footer = root.querySelector<HTMLElement>('[data-footer]');
  const gone = parts.map(
    ({ section, block, part }) =>
      blocksOf(masters[section] as Element)[block]?.querySelectorAll('[data-priority]')[part ?? -1],
  );
  for (const element of gone) element?.remove();
  const placedAll: { element: HTMLElement; planned: number }[] = [];
  const sheets = pages.map((placedHere, number) => {
    const sheet = document.createElement('div');
    sheet.className = 'page';
    sheet.style.cssText = `width:${frame.page.width}px;height:${frame.page.height}px`;
    for (const { section, columns, continued, x, y, width, height } of placedHere) {
      const element = masters[section]?.cloneNode(true) as HTMLElement;
      const blocks = blocksOf(element);
      blocks.forEach((block, index) => {
        if (!columns.flat().includes(index)) block.remove();
      });
      const list = columns.length > 1 ? blocks[columns.flat()[0] ?? 0]?.parentElement : null;
      if (list) {
        const beside = document.createElement('div');
        beside.className = 'columns';
        list.before(beside);
        for (const column of columns) {
          const own = list.cloneNode(false) as HTMLElement;
          own.append(...column.map((index) => blocks[index] as HTMLElement));
          beside.append(own);
        }
        list.remove();
      }
      const heading = continued ? element.querySelector('h2') : null;
      if (heading) {
        const again = document.createElement('p');
        again.className = 'heading';
        again.append(...heading.childNodes);
        again.firstChild?.after(` (${root.dataset.continued}) `);
        heading.replaceWith(again);
      }
      element.style.cssText = `left:${frame.margin + x}px;top:${frame.margin + y}px;width:${width}px`;
      sheet.append(element);
      placedAll.push({ element, planned: height });
    }
    if (footer) {
      const foot = footer.cloneNode(true) as HTMLElement;
      foot.style.cssText = `left:${frame.margin}px;bottom:${frame.margin}px;width:${frame.room.width}px`;
      const at = foot.querySelector('[data-page-number]');
      const of = foot.querySelector('[data-page-count]');
      if (at) at.textContent = String(number + 1);
      if (of) of.textContent = String(pages.length);
      sheet.append(foot);
    }
    return sheet;
  });
  root.replaceChildren(...sheets);
  const printed = new Set(
    [...root.querySelectorAll<HTMLElement>('[data-item]')].flatMap(({ dataset }) => (dataset.item ?? '').split(' ')),
  );
  for (const element of root.querySelectorAll<HTMLElement>('[data-with]')) {
    if (!(element.dataset.with ?? '').split(' ').some((id) => printed.has(id))) element.remove();
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-left-out]')) {
    const count = Number(element.dataset.leftOut) + leftOut;
    const figure = element.querySelector('b');
    if (count === 0) element.remove();
    else if (figure) figure.textContent = String(count);
  }
  const over = placedAll.map(({ element, planned }) => element.getBoundingClientRect().height - planned);
  for (const { element, planned } of placedAll) element.style.height = `${planned}px`;
  return Math.max(0, ...over);
}
