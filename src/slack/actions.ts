import { z } from 'zod';
import type { CitationRef } from '../answer/answer.js';
import type { Request } from '../requests/request.js';
import { LIMITS } from '../block-kit/limits.js';

/** The buttons the bot sends, by Slack's `action_id`. */
export const ACTIONS = {
  share: 'share_answer',
  more: 'more_passages',
  context: 'show_context',
  verify: 'verify_citation',
  moreDigest: 'more_digest',
  editDigest: 'edit_digest',
  previewDigest: 'preview_digest',
  sendDigest: 'send_digest',
  pauseDigest: 'pause_digest',
  resumeDigest: 'resume_digest',
  endDigest: 'end_digest',
  removeWatch: 'remove_watch',
  moreWatches: 'more_watches',
  homeSearch: 'home_search',
} as const;

/** The forms the bot opens, by Slack's `callback_id`. */
export const VIEWS = { digest: 'digest_setting' } as const;

/**
 * What a button carries: what was asked, or which slice of which file, never the words themselves. They are looked
 * up again when it is pressed, so that nothing withdrawn or embargoed since is posted; and as the reference
 * stands in the message, it holds after a restart and on another replica.
 */
export interface AskedRef {
  readonly request: Request;
  /** How many of the first entries came before. */
  readonly skip: number;
  /** The questions before it in its thread, oldest first. */
  readonly thread: readonly string[];
}

const requestForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passages'), question: z.string() }),
  z.object({
    kind: z.literal('quotes'),
    name: z.string(),
    about: z.string().nullable(),
    question: z.string().nullable(),
  }),
  z.object({ kind: z.literal('check'), sentence: z.string() }),
  z.object({ kind: z.literal('timeline'), topic: z.string() }),
  z.object({ kind: z.literal('figures'), topic: z.string() }),
  z.object({ kind: z.literal('sources') }),
]);
const askedRef = z.object({
  request: requestForm,
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

/** `null` for words too many for Slack's limit on a button's value. */
export function encodeAskedRef({ request, skip, thread }: AskedRef): string | null {
  const value = JSON.stringify({ request, skip, ...(thread.length > 0 ? { thread } : {}) });
  return value.length <= LIMITS.buttonValue ? value : null;
}

/** Which slice, and for what question it was cited: left out where both would not fit. */
export interface CitedFor {
  readonly ref: CitationRef;
  readonly asked: { readonly question: string; readonly thread: readonly string[] } | null;
}

export function encodeCitationRef({ ref, asked: cited }: CitedFor): string {
  const { file, start, end, fingerprint } = ref;
  const whole = JSON.stringify([file, start, end, fingerprint, cited]);
  return whole.length <= LIMITS.buttonValue
    ? whole
    : JSON.stringify([file, start, end, fingerprint, null]);
}

/** The entries of a digest from `skip` on; `key` is that of its delivery. */
export interface DigestRef {
  readonly key: string;
  readonly skip: number;
}

const digestRef = z.object({ key: z.string(), skip: z.int().min(0) });

export function encodeDigestRef({ key, skip }: DigestRef): string {
  return JSON.stringify({ key, skip });
}

/** Thrown when a button's value is not one of ours, as after a change of their form. */
export class StaleButtonError extends Error {
  override readonly name = 'StaleButtonError';
  readonly code = 'stale-button';
}

export function decodeAskedRef(value: string | undefined): AskedRef {
  return decode(askedRef, value);
}

export function decodeCitationRef(value: string | undefined): CitedFor {
  const [file, start, end, fingerprint, cited] = decode(citationRef, value);
  return { ref: { file, start, end, fingerprint }, asked: cited ?? null };
}

export function decodeDigestRef(value: string | undefined): DigestRef {
  return decode(digestRef, value);
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
