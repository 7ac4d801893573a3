/** What a measurement needs of the process it runs in. */
export interface Meter {
  /** Milliseconds since some fixed moment. */
  readonly ticks: () => number;
  /** Bytes in use: heap, and buffers outside it. */
  readonly memory: () => number;
  readonly collectGarbage: () => void;
  readonly now: () => Date;
}

/** Bytes in use when all garbage is collected. */
export function memoryAfterGarbage({ collectGarbage, memory }: Meter): number {
  // Buffers are let go one round after the objects that used them.
  collectGarbage();
  collectGarbage();
  return memory();
}
