/** Lets `places` callers in at once, the others in the order in which they came. Disposing of a turn lets the next one in. */
export function turns(places: number): () => Promise<Disposable> {
  const waiting: (() => void)[] = [];
  let free = places;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return { [Symbol.dispose]: leave };
  };
}
