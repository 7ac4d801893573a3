import type { Writable } from 'node:stream';
import { plural } from '../requests/wording.js';

/** How long something may take before anybody is told how far it has come. */
const PATIENCE_MS = 1_000;
/** How often a bar is drawn, and a line written where there is no terminal. */
const BAR_MS = 100;
const LINE_MS = 5_000;
const BAR_WIDTH = 30;

const PARTS = { files: 'read', words: 'indexed' } as const;

/** Where and when it is told how far something has come. */
interface BarNeeds {
  readonly output: Writable;
  readonly isTerminal: boolean;
  /** Milliseconds since some fixed moment. */
  readonly ticks: () => number;
}

/** Tells how far reading the archive has come, as `createBar` does. */
export function createProgressBar(
  needs: BarNeeds,
): (part: keyof typeof PARTS, done: number, total: number) => void {
  const tell = createBar(needs);
  return (part, done, total) => {
    tell(
      done,
      total,
      () => `${done.toLocaleString('en')} of ${plural(total, 'article')} ${PARTS[part]}`,
    );
  };
}

/**
 * Tells how far something has come: a bar that goes away in the end, or lines where nobody looks on. What is quick is
 * not told at all.
 */
export function createBar({
  output,
  isTerminal,
  ticks,
}: BarNeeds): (done: number, total: number, said: () => string) => void {
  const begun = ticks();
  let last = begun + PATIENCE_MS - (isTerminal ? BAR_MS : LINE_MS);
  let drawn = false;
  return (done, total, said) => {
    if (done === total && drawn) {
      output.write('\r\u001B[K');
      drawn = false;
    }
    if (done === total || ticks() - last < (isTerminal ? BAR_MS : LINE_MS)) return;
    if (ticks() - begun < PATIENCE_MS) return;
    last = ticks();
    if (!isTerminal) output.write(`${said()}\n`);
    else {
      const full = Math.floor((done / total) * BAR_WIDTH);
      output.write(`\r\u001B[K[${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}] ${said()}`);
      drawn = true;
    }
  };
}
