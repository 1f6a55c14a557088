/** How many characters of texts a function remembers before it forgets them all. */
const MOST = 2 ** 20;

const memories: (() => void)[] = [];

/**
 * The same function of a text, which answers once for the same text until the page is forgotten: a page's texts are asked about again and
 * again.
 */
export function rememberedInPage<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>();
  let characters = 0;
  const forget = () => {
    known.clear();
    characters = 0;
  };
  memories.push(forget);
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = of(text);
    if (characters > MOST) forget();
    characters += text.length;
    known.set(text, { value });
    return value;
  };
}

/** Forgets every text: another page is read. */
export function forgetPage(): void {
  for (const forget of memories) forget();
}
