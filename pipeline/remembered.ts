/** How many characters of texts are remembered before all are forgotten. */
const MOST = 2 ** 20;

/** The same function of a text, which answers for the same text but once in a while. A page's texts are asked about again and again. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>();
  let characters = 0;
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = of(text);
    characters += text.length;
    if (characters > MOST) {
      known.clear();
      characters = text.length;
    }
    known.set(text, { value });
    return value;
  };
}
