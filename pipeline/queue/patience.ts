import { EnvironmentProblem } from '../environment.ts';

/** How long a build waits for workers of which it hears nothing. */
export interface Patience {
  readonly isOver: boolean;
  /** Rejects when it is over. */
  readonly ended: Promise<never>;
  /** Something came back. */
  renew(): void;
  /** Remembers what may be the reason that nothing comes back; ends at once where it is no matter of waiting. */
  blame(error: unknown): void;
  end(): void;
}

/** When to say that nothing comes back, in milliseconds. */
const WONDERING = 10_000;

/** Waits up to `limit` milliseconds at a time for what comes from `place`, while `isWaiting`. */
export function openPatience(
  limit: number,
  place: string,
  isWaiting: () => boolean,
  note: (line: string) => void,
): Patience {
  let trouble = 'no worker has answered';
  let sign = Date.now();
  let isNoted = false;
  let isOver = false;
  let reject: (reason: Error) => void = () => {};
  const ended = new Promise<never>((_, no) => {
    reject = no;
  });
  // Where nobody waits for it any more, it is no fault of the program's.
  ended.catch(() => undefined);
  const end = (reason: Error) => {
    isOver = true;
    clearInterval(timer);
    reject(reason);
  };
  const check = () => {
    if (!isWaiting()) sign = Date.now();
    const silence = Date.now() - sign;
    if (silence > WONDERING && !isNoted) {
      isNoted = true;
      note(`Waiting for workers at ${place} (${trouble}): npm run worker -- --queue ${place}`);
    }
    if (silence > limit) {
      const since = Math.round(limit / 1000);
      end(
        new EnvironmentProblem(`Nothing has come back from ${place} for ${since} s (${trouble}): start workers there`),
      );
    }
  };
  const timer = setInterval(check, Math.min(1_000, limit));
  return {
    get isOver() {
      return isOver;
    },
    ended,
    renew: () => {
      sign = Date.now();
    },
    blame: (error) => {
      if (error instanceof EnvironmentProblem) end(error);
      else trouble = error instanceof Error ? (error as NodeJS.ErrnoException).code || error.message : String(error);
    },
    end: () => end(new EnvironmentProblem('The queue is closed')),
  };
}
