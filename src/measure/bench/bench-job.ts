import { z } from 'zod';

/** What one process measures: one side, at one size. It goes there as JSON, and so does what was measured back. */
export const benchJob = z.object({
  side: z.enum(['clipdesk', 'minisearch']),
  /** The folder of articles that the passages are taken or made from. */
  articles: z.string(),
  /** The file of judged questions; `null` where there is none. */
  questions: z.string().nullable(),
  /** How many passages are wanted; `null` for the articles as they are. */
  passages: z.number().nullable(),
  /** How many questions of each kind are asked. */
  short: z.number(),
  long: z.number(),
  /** After so many seconds no further question of a kind is asked. */
  seconds: z.number(),
});
export type BenchJob = z.infer<typeof benchJob>;

/** Times in milliseconds; `asked` questions were timed. */
const times = z.object({ asked: z.number(), p50: z.number(), p99: z.number() });
export type Times = z.infer<typeof times>;

export const sideResult = z.object({
  passages: z.number(),
  /** How many of the passages are the articles' own, unchanged. */
  own: z.number(),
  /** How many of the long questions come from the judged ones. */
  judged: z.number(),
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
