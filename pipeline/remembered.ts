/** How many characters of texts a function remembers before it forgets them all. */
const MOST = 2 ** 20;

const memories: (() => void)[] = [];

/** The same function of a text, which answers once for the same text until it is told to `forget`: a page's texts are asked about again and again. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>();
  let characters = 0;
  const forgetAll = () => {
    known.clear();
    characters = 0;
  };
  memories.push(forgetAll);
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = of(text);
    if (characters > MOST) forgetAll();
    characters += text.length;
    known.set(text, { value });
    return value;
  };
}

/** Forgets every text: another page is read. */
export function forget(): void {
  for (const forgetAll of memories) forgetAll();
}
