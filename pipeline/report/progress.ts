import { visible } from './visible.ts';

/** Where a bar is drawn: a terminal. */
export interface Screen {
  write(text: string): unknown;
  columns?: number;
}

const WIDTH = 24;

/** A bar that is drawn over itself; `clear` removes it. */
export function progressBar(screen: Screen): { draw(done: number, total: number, name: string): void; clear(): void } {
  const clear = () => screen.write('\r\x1b[K');
  return {
    draw: (done, total, name) => {
      const full = Math.round((WIDTH * done) / total);
      const text = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total} ${visible(name)}`;
      clear();
      screen.write(text.slice(0, (screen.columns ?? 80) - 1));
    },
    clear,
  };
}
