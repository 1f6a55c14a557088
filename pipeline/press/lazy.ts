import type { Press } from '../press.ts';

/** A press that is opened when the first job comes, and closed with its scope where it was. */
export interface LazyPress extends AsyncDisposable {
  open(): Promise<Press>;
}

export function lazyPress(openPress: () => Promise<Press>): LazyPress {
  let press: Promise<Press> | undefined;
  return {
    open: () => {
      press ??= openPress();
      return press;
    },
    [Symbol.asyncDispose]: async () => {
      const opened = await press?.catch(() => undefined);
      await opened?.[Symbol.asyncDispose]();
    },
  };
}
