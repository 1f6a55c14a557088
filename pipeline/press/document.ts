import { PAPERS, type Paper } from '../model/manifest.ts';

/** One static file of a font, as its `@font-face` describes it. It is read only when a page uses it. */
export interface Font {
  family: string;
  weight: number;
  style?: 'normal' | 'italic';
  /** As in CSS: `U+4E00-4E0B, U+4E0D`. All characters where absent. */
  unicodeRange?: string;
  /** Absolute path of a woff2, woff, ttf or otf file. */
  file: string;
}

/** The style of one kind of pack. */
export interface Style {
  css: string;
}

/** Fonts are asked for under this name, which no resolver knows, and served from memory. */
export const FONT_ORIGIN = 'https://fonts.invalid';

/** Width and height in millimetres. */
export const PAPER_SIZES: Record<Paper, { width: number; height: number }> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};

/** What may be loaded: the fonts, and styles that carry the nonce. Style attributes are allowed; they can load nothing. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `font-src ${FONT_ORIGIN} data:`,
    `style-src-elem 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The document into which the bodies of all jobs are set: every kind's style, each switched off until a job of that kind comes. */
export function baseDocument(
  fonts: readonly Font[],
  styles: Readonly<Record<string, Style>>,
  policy: string | undefined,
  nonce: string,
): string {
  const style = (css: string, attributes = '') =>
    `<style nonce="${nonce}"${attributes}>${css.replaceAll('</', '<\\/')}</style>`;
  const papers = PAPERS.map((paper) =>
    style(
      `@page { size: ${PAPER_SIZES[paper].width}mm ${PAPER_SIZES[paper].height}mm }`,
      ` media="not all" data-paper="${paper}"`,
    ),
  );
  const kinds = Object.entries(styles).map(([kind, { css }]) =>
    style(css, ` media="not all" data-kind="${kind.replaceAll('"', '&quot;')}"`),
  );
  return `<!doctype html><html><head><meta charset="utf-8">
${policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : ''}
<title></title>${style(fonts.map(fontFace).join('\n'))}${papers.join('')}${kinds.join('')}</head><body></body></html>`;
}

function fontFace({ family, weight, style, unicodeRange }: Font, index: number): string {
  return `@font-face {
  font-family: ${JSON.stringify(family)}; font-weight: ${weight}; font-style: ${style ?? 'normal'};
  src: url(${FONT_ORIGIN}/${index}); font-display: block;${unicodeRange ? ` unicode-range: ${unicodeRange};` : ''}
}`;
}
