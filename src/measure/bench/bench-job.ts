import { z } from 'zod';

/** What one process measures: one side, at one size. It goes there as JSON, and so does what was measured back. */
export const benchJob = z.object({
  side: z.enum(['clipdesk', 'minisearch']),
  /** The folder of articles that the passages are taken or made from. */
  articles: z.string(),
  /** Real text, which is repeated where it is not enough; else its sentences are put together anew. */
  real: z.boolean(),
  /** Judged questions that count as long; they are asked before any that are made. */
  judged: z.array(z.string()),
  /** How many passages are wanted; `null` for the articles as they are. */
  passages: z.number().nullable(),
  /** How many questions of each kind are asked. */
  short: z.number(),
  long: z.number(),
  /** After so many seconds no further question of a kind is asked. */
  seconds: z.number(),
});
export type BenchJob = z.infer<typeof benchJob>;

/**
 * Milliseconds: what half of the measured times stay within, and what 99 of 100 do (nearest rank). `asked` questions
 * were timed.
 */
const times = z.object({ asked: z.number(), p50: z.number(), p99: z.number() });
export type Times = z.infer<typeof times>;

export function summariseTimes(measured: readonly number[]): Times {
  const sorted = measured.toSorted((a, b) => a - b);
  const within = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { asked: sorted.length, p50: within(0.5), p99: within(0.99) };
}

export const sideResult = z.object({
  passages: z.number(),
  /** How many of the passages are the articles' own, unchanged. */
  own: z.number(),
  /** Milliseconds from the articles to an index that can be asked. */
  build: z.number(),
  /** Bytes of heap and buffers that the index adds to the articles, after collecting garbage. */
  index: z.number(),
  /** Bytes of heap and buffers of the whole process. */
  whole: z.number(),
  short: times,
  long: times,
});
export type SideResult = z.infer<typeof sideResult>;

/** A start to measure: the folder of articles, and the file that keeps their words. */
export const startJob = z.object({ folder: z.string(), cache: z.string() });
export type StartJob = z.infer<typeof startJob>;

export const startResult = z.object({
  articles: z.number(),
  passages: z.number(),
  /** Milliseconds until the archive could be asked. */
  ready: z.number(),
  /** Bytes of heap and buffers of the whole process, after collecting garbage. */
  whole: z.number(),
});
export type StartResult = z.infer<typeof startResult>;

/** The same archive, asked with requests of each kind for so many seconds at most. */
export const stallJob = startJob.extend({ seconds: z.number() });
export type StallJob = z.infer<typeof stallJob>;

export const stallResult = z.object({
  articles: z.number(),
  /** Milliseconds that nothing else got its turn, at most, and that the answer took. */
  kinds: z.array(z.object({ name: z.string(), longest: z.number(), whole: z.number() })),
});
export type StallResult = z.infer<typeof stallResult>;

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
