import { z } from 'zod';
import type { DeliveryEffects, NewPost } from '../../store/records.js';

/** An entry of a digest as its record keeps it: which content of which file. */
const entry = z.object({
  file: z.string(),
  sha256: z.string(),
  change: z.enum(['new', 'changed']),
});

const citation = z.object({
  file: z.string(),
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  fingerprint: z.string(),
  words: z.string(),
});

/** As it is stored. Its names are those of the first release: what a killed program has left can be read. */
const stored = z.object({
  citations: z.array(citation),
  outcome: z.object({
    digest: z
      .object({ day: z.string().nullable(), at: z.coerce.date(), seenUpTo: z.int() })
      .optional(),
    watch: z
      .object({ id: z.string(), seenUpTo: z.int(), told: z.array(z.string()) })
      .transform(({ told, ...watch }) => ({ ...watch, notified: told }))
      .optional(),
    correction: z
      .object({
        post: z.string(),
        corrections: z.int(),
        told: z.array(z.string().nullable()),
        at: z.coerce.date(),
      })
      .transform(({ told, ...correction }) => ({ ...correction, notified: told }))
      .optional(),
  }),
  entries: z.array(entry).optional(),
});

/** What is written down before a message is posted, so that whoever finds it posted can finish what was begun. */
export interface Prepared {
  /** The message's citations, to be remembered; the timestamp comes with the message. */
  readonly citations: NewPost['citations'];
  readonly effects: Omit<DeliveryEffects, 'post'>;
  /** Of a digest: what was in it. */
  readonly entries?: readonly z.infer<typeof entry>[] | undefined;
}

export function encodePrepared({ citations, effects, entries }: Prepared): string {
  const { digest, watch, correction } = effects;
  const outcome = {
    digest,
    watch: watch && withTold(watch),
    correction: correction && withTold(correction),
  };
  return JSON.stringify({ citations, outcome, entries });
}

function withTold({ notified, ...rest }: { readonly notified: unknown }): object {
  return { ...rest, told: notified };
}

export function decodePrepared(text: string): Prepared {
  const { outcome, ...rest } = stored.parse(JSON.parse(text));
  return { ...rest, effects: outcome };
}
