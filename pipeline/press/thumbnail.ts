import type { Thumbnail } from '../model/job.ts';

/** Units of a drawing in one millimetre. */
const UNITS_PER_MM = 3;
/** From this size of type on, in CSS pixels, a drawing holds the words themselves. */
const LEGIBLE = 15;

export interface DrawOptions {
  /** The paper, in millimetres. */
  width: number;
  height: number;
}

/** An expression that draws the first page of the document in which it is evaluated, laid out as it stands. */
export function drawing({ width, height }: DrawOptions): string {
  const scale = (UNITS_PER_MM * 25.4) / 96;
  const frame = { width: Math.round(width * UNITS_PER_MM), height: Math.round(height * UNITS_PER_MM), scale };
  return `(() => { const __name = (f) => f; return (${draw})(${JSON.stringify({ ...frame, legible: LEGIBLE })}); })()`;
}

/** In the page: goes over the text and the boxes of its first sheet. */
function draw({
  width,
  height,
  scale,
  legible,
}: {
  width: number;
  height: number;
  scale: number;
  legible: number;
}): Thumbnail {
  const sheet = document.querySelector('.page') ?? document.body;
  const { left, top } = sheet.getBoundingClientRect();
  const unit = (pixels: number) => Math.round(pixels * scale);
  const inside = ({ top: y, width: w, height: h }: DOMRect) => w > 0 && h > 0 && unit(y - top) < height;
  const lines: Record<'thin' | 'bold', string[]> = { thin: [], bold: [] };
  const titles: Thumbnail['titles'] = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  let parent: Element | null = null;
  let size = 0;
  let isBold = false;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.nodeValue?.trim() || !node.parentElement) continue;
    if (node.parentElement !== parent) {
      parent = node.parentElement;
      const style = getComputedStyle(parent);
      size = Number.parseFloat(style.fontSize);
      isBold = Number(style.fontWeight) >= 600;
    }
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(inside);
    const [only] = rects;
    if (size >= legible && only && rects.length === 1) {
      const text = node.nodeValue.trim().replaceAll(/\s+/g, ' ');
      titles.push({
        x: unit(only.left - left),
        y: unit(only.bottom - top - size * 0.25),
        width: unit(only.width),
        size: unit(size),
        text,
      });
      continue;
    }
    const into = isBold ? lines.bold : lines.thin;
    for (const rect of rects) {
      const long = unit(rect.width);
      if (long > 0) into.push(`M${unit(rect.left - left)} ${unit((rect.top + rect.bottom) / 2 - top)}h${long}`);
    }
  }
  const rules: string[] = [];
  for (const element of sheet.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const isShape = element instanceof SVGGeometryElement;
    const sides = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth].map(
      (width) => Number.parseFloat(width) > 0,
    );
    if (!isShape && !sides.includes(true)) continue;
    const rect = element.getBoundingClientRect();
    if (unit(rect.top - top) >= height) continue;
    const [x, y, w, h] = [unit(rect.left - left), unit(rect.top - top), unit(rect.width), unit(rect.height)];
    const [onTop, onRight, onBottom, onLeft] = sides;
    if (isShape || (onTop && onRight && onBottom && onLeft)) rules.push(`M${x} ${y}h${w}v${h}h${-w}z`);
    else {
      if (onTop) rules.push(`M${x} ${y}h${w}`);
      if (onBottom) rules.push(`M${x} ${y + h}h${w}`);
      if (onLeft) rules.push(`M${x} ${y}v${h}`);
      if (onRight) rules.push(`M${x + w} ${y}v${h}`);
    }
  }
  // Cells share their sides: each line once.
  const path = (parts: string[]) => [...new Set(parts)].join('');
  return { width, height, thin: path(lines.thin), bold: path(lines.bold), rules: path(rules), titles };
}
