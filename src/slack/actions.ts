import { z } from 'zod';
import type { CitationRef } from '../answer/answer.js';
import { LIMITS } from './limits.js';

/** The buttons the bot sends, by Slack's `action_id`. */
export const ACTIONS = {
  share: 'share_answer',
  more: 'more_passages',
  context: 'show_context',
  verify: 'verify_citation',
} as const;

/**
 * What a button carries: which answer, or which slice of which file, never the words themselves. They are looked
 * up again when it is pressed, so that nothing withdrawn or embargoed since is posted; and as the reference
 * stands in the message, it holds after a restart and on another replica.
 */
export interface AnswerRef {
  readonly question: string;
  /** How many of the best passages came before. */
  readonly skip: number;
  /** The questions before it in its thread, oldest first. */
  readonly thread: readonly string[];
}

const answerRef = z.object({
  question: z.string(),
  skip: z.int().min(0),
  thread: z.array(z.string()).default([]),
});
const asked = z.object({ question: z.string(), thread: z.array(z.string()) });
const citationRef = z.tuple([
  z.string(),
  z.int().min(0),
  z.int().min(0),
  z.string(),
  asked.nullish(),
]);

/** `null` for a question too long for Slack's limit on a button's value. */
export function encodeAnswerRef({ question, skip, thread }: AnswerRef): string | null {
  const value = JSON.stringify({ question, skip, ...(thread.length > 0 ? { thread } : {}) });
  return value.length <= LIMITS.buttonValue ? value : null;
}

/** Which slice, and for what question it was cited: left out where both would not fit. */
export interface CitedFor {
  readonly ref: CitationRef;
  readonly asked: Pick<AnswerRef, 'question' | 'thread'> | null;
}

export function encodeCitationRef({ ref, asked: cited }: CitedFor): string {
  const { file, start, end, fingerprint } = ref;
  const whole = JSON.stringify([file, start, end, fingerprint, cited]);
  return whole.length <= LIMITS.buttonValue
    ? whole
    : JSON.stringify([file, start, end, fingerprint, null]);
}

/** Thrown when a button's value is not one of ours, as after a change of their form. */
export class StaleButtonError extends Error {
  override readonly name = 'StaleButtonError';
  readonly code = 'stale-button';
}

export function decodeAnswerRef(value: string | undefined): AnswerRef {
  return decode(answerRef, value);
}

export function decodeCitationRef(value: string | undefined): CitedFor {
  const [file, start, end, fingerprint, cited] = decode(citationRef, value);
  return { ref: { file, start, end, fingerprint }, asked: cited ?? null };
}

function decode<T>(schema: z.ZodType<T>, value: string | undefined): T {
  try {
    return schema.parse(JSON.parse(value ?? ''));
  } catch (cause) {
    throw new StaleButtonError(
      'This button is from an older version of the bot; ask again to get a new one.',
      { cause },
    );
  }
}
