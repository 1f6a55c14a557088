import type { Piscina } from 'piscina';
import type { Entries } from '../cache/entries.ts';
import type { KeptReading } from '../cache/kept-reading.ts';
import { openReaders, type Readers } from '../extract.ts';
import type { Press } from '../press.ts';

/** What a build works with and may leave to the next one. Whoever opens it closes it, with `await using`. */
export interface Workshop extends AsyncDisposable {
  /** The workers that read sources. */
  readers: Readers;
  /** Entries that are looked up in memory first. */
  warm(readings: Entries<KeptReading>): Entries<KeptReading>;
  /**
   * The readings to go on with: where a source has become unreadable, what it last held, so that its packs stay as they are. The
   * diagnostics are always those of now. A workshop of one build has nothing to hold on to.
   */
  hold(readings: KeptReading[]): { readings: KeptReading[]; isHeld: boolean };
  /** The open press, where it was opened for the same `setting`; else a new one. */
  press(setting: string, open: () => Promise<Press>): Promise<Press>;
  /** Begins to close what only another build would use, where there will be none. */
  release(): void;
}

/** Opens a workshop with nothing in it but what was started ahead, for one build or for many. */
export function openWorkshop(builds: 'one' | 'many' = 'many', pool?: Promise<Piscina>): Workshop {
  const readers = openReaders(pool);
  const memory = new Map<string, KeptReading>();
  const good = new Map<string, KeptReading>();
  let press: { setting: string; opened: Promise<Press> } | undefined;
  const close = async () => {
    const last = press;
    press = undefined;
    const opened = await last?.opened.catch(() => undefined);
    await opened?.[Symbol.asyncDispose]();
  };
  let closing: Promise<unknown> | undefined;
  const closeAll = async () => {
    closing ??= Promise.all([close(), readers[Symbol.asyncDispose]()]);
    await closing;
  };
  return {
    readers,
    warm: (readings) => ({
      ...readings,
      get: (key) => {
        const reading = memory.get(key) ?? readings.get(key);
        if (reading) memory.set(key, reading);
        return reading;
      },
      put: async (key, reading) => {
        memory.set(key, reading);
        await readings.put(key, reading);
      },
      keep: async (keys) => {
        for (const key of memory.keys()) if (!keys.has(key)) memory.delete(key);
        await readings.keep(keys);
      },
    }),
    hold: (readings) => {
      let isHeld = false;
      const held = readings.map((reading) => {
        const { source, diagnostics } = reading;
        if (!diagnostics.some(({ severity }) => severity === 'error')) good.set(source.file, reading);
        const last = good.get(source.file) ?? reading;
        isHeld ||= last !== reading;
        return last === reading ? reading : last.saying(reading);
      });
      const files = new Set(readings.map(({ source }) => source.file));
      for (const file of good.keys()) if (!files.has(file)) good.delete(file);
      return { readings: held, isHeld };
    },
    press: (setting, open) => {
      if (press?.setting === setting) return press.opened;
      const opened = close().then(open);
      press = { setting, opened };
      // One that does not open is tried again by the next build.
      opened.catch(() => {
        if (press?.opened === opened) press = undefined;
      });
      return opened;
    },
    release: () => {
      if (builds === 'one') closeAll().catch(() => undefined);
    },
    [Symbol.asyncDispose]: closeAll,
  };
}
