import type { Times } from './bench-job.js';

/** The time that half of the measured ones stay within, and the one that 99 of 100 do (nearest rank). */
export function summariseTimes(measured: readonly number[]): Times {
  const sorted = measured.toSorted((a, b) => a - b);
  const within = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { asked: sorted.length, p50: within(0.5), p99: within(0.99) };
}
