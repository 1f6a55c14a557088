import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** A run of text where it stands, in points from the page's upper left corner; `height` is the size of its type. */
export type Run = { text: string; x: number; y: number; width: number; height: number };

/** A node of the tag tree. */
export type Tag = { role: string; alt?: string; children: Tag[] };

export type ReadPage = {
  width: number;
  height: number;
  runs: Run[];
  text: string;
  tags: Tag[];
  colours: string[];
  links: string[];
};

export type ReadPdf = {
  pages: ReadPage[];
  title: string | undefined;
  language: string | undefined;
  isTagged: boolean;
  bookmarks: string[];
};

type Node = { role?: string; alt?: string; children?: Node[] } | null;

const tagOf = (node: NonNullable<Node>): Tag => ({
  role: node.role ?? '',
  ...(node.alt ? { alt: node.alt } : {}),
  children: (node.children ?? []).flatMap((child) => (child?.role ? tagOf(child) : [])),
});

/** All roles of a tag tree, in reading order. */
export const rolesOf = (tags: Tag[]): string[] => tags.flatMap(({ role, children }) => [role, ...rolesOf(children)]);

/** All descriptions of drawings in a tag tree. */
export const altsOf = (tags: Tag[]): string[] =>
  tags.flatMap(({ alt, children }) => [...(alt ? [alt] : []), ...altsOf(children)]);

/** Reads a PDF back: its text with positions, its tags, its colours and what it says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const [content, tree, operators, notes] = await Promise.all([
      page.getTextContent(),
      page.getStructTree() as Promise<Node>,
      page.getOperatorList(),
      page.getAnnotations(),
    ]);
    const runs = content.items.flatMap((item): Run[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size = 0, x = 0, baseline = 0] = item.transform as number[];
      return [{ text: item.str, x, y: height - baseline - size, width: item.width, height: size }];
    });
    const colours = operators.fnArray.flatMap((operator, index) =>
      operator === OPS.setFillRGBColor || operator === OPS.setStrokeRGBColor
        ? [String(operators.argsArray[index])]
        : [],
    );
    const links = notes.flatMap(({ subtype, url, unsafeUrl }) => (subtype === 'Link' ? [url ?? unsafeUrl ?? ''] : []));
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push({ width, height, runs, text, tags: tree ? [tagOf(tree)] : [], colours: [...new Set(colours)], links });
  }
  const [{ info }, marks, outline] = await Promise.all([pdf.getMetadata(), pdf.getMarkInfo(), pdf.getOutline()]);
  const flat = (items: typeof outline): string[] =>
    (items ?? []).flatMap(({ title, items: inner }) => [title, ...flat(inner)]);
  const { Title, Language } = info as { Title?: string; Language?: string };
  return { pages, title: Title, language: Language, isTagged: marks?.Marked === true, bookmarks: flat(outline) };
}
