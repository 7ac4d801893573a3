import { z } from 'zod';
import type { Outcome } from '../store/deliveries.js';
import type { NewPost } from '../store/posts.js';

/** An entry of a digest as its record keeps it: which content of which file. */
const entry = z.object({
  file: z.string(),
  sha256: z.string(),
  change: z.enum(['new', 'changed']),
});
export type EntryRecord = z.infer<typeof entry>;

const citation = z.object({
  file: z.string(),
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  fingerprint: z.string(),
  words: z.string(),
});

/** What is written down before a message is posted, so that whoever finds it posted can finish what was begun. */
const prepared = z.object({
  /** The message's citations, to be remembered; the timestamp comes with the message. */
  citations: z.array(citation),
  outcome: z.object({
    digest: z
      .object({ day: z.string().nullable(), at: z.coerce.date(), seenUpTo: z.int() })
      .optional(),
    watch: z.object({ id: z.string(), seenUpTo: z.int(), told: z.array(z.string()) }).optional(),
    correction: z
      .object({
        post: z.string(),
        corrections: z.int(),
        told: z.array(z.string().nullable()),
        at: z.coerce.date(),
      })
      .optional(),
  }),
  entries: z.array(entry).optional(),
});

export interface Prepared {
  readonly citations: NewPost['citations'];
  readonly outcome: Omit<Outcome, 'post'>;
  readonly entries?: readonly EntryRecord[] | undefined;
}

export function encodePrepared(value: Prepared): string {
  return JSON.stringify(value);
}

export function decodePrepared(stored: string): Prepared {
  const { citations, outcome, entries } = prepared.parse(JSON.parse(stored));
  const { digest, watch, correction } = outcome;
  return {
    citations,
    outcome: {
      ...(digest && { digest }),
      ...(watch && { watch }),
      ...(correction && { correction }),
    },
    ...(entries && { entries }),
  };
}
