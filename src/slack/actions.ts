import { z } from 'zod';
import { escapedLength, LIMITS } from '../block-kit/limits.js';
import { type Request, requestSchema } from '../requests/request.js';
import type { Asked, Proof } from '../requests/listing.js';

/** The buttons the bot sends, by Slack's `action_id`. */
export const ACTIONS = {
  share: 'share_answer',
  more: 'more_passages',
  respell: 'ask_respelled',
  open: 'open_citation',
  reveal: 'show_withdrawn',
  article: 'read_article',
  previousPage: 'previous_page',
  nextPage: 'next_page',
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
  openChannel: 'open_channel',
  remove: 'remove_message',
  report: 'wrong_passage',
  newWatch: 'new_watch',
  newDigest: 'new_digest',
} as const;

/** The forms the bot opens, by Slack's `callback_id`. */
export const VIEWS = {
  digest: 'digest_setting',
  report: 'report_passage',
  watch: 'new_watch',
} as const;

/** The message shortcuts of the manifest, by Slack's `callback_id`. */
export const SHORTCUTS = {
  findCoverage: 'find_coverage',
  checkQuote: 'check_quote',
} as const;

/*
 * What a button carries: what was asked, or which slice of which file, never the words themselves. They are looked
 * up again when it is pressed, so that nothing withdrawn or embargoed since is posted; and as the reference
 * stands in the message, it holds after a restart and on another replica.
 */

const askedSchema = z.object({
  request: requestSchema,
  skip: z.int().min(0),
  thread: z.array(z.string()).default([]),
});

/** Whether a button can carry it: Slack counts some characters five times. */
export function isCarried(value: string): boolean {
  return escapedLength(value) <= LIMITS.buttonValue;
}

/** `null` for words too many for Slack's limit on a button's value. */
export function encodeAsked({ request, skip, thread }: Asked): string | null {
  const value = JSON.stringify({ request, skip, ...(thread.length > 0 ? { thread } : {}) });
  return isCarried(value) ? value : null;
}

export function decodeAsked(value: string | undefined): Asked<Request> {
  return decode(askedSchema, value);
}

/** Which slice is open, for what question it was cited, and what of its article is looked at. */
export interface Opened extends Proof {
  /** Of the whole article, counted from 0. */
  readonly page: number;
  /** The words of a withdrawn article were asked for. */
  readonly revealed: boolean;
}

const openedSchema = z
  .tuple([
    z.string(),
    z.int().min(0),
    z.int().min(0),
    z.string(),
    z.object({ question: z.string(), thread: z.array(z.string()) }).nullable(),
    z.int().min(0),
    z.boolean(),
  ])
  .transform(([file, start, end, fingerprint, asked, page, revealed]): Opened => {
    return { ref: { file, start, end, fingerprint }, asked, page, revealed };
  });

/** The question is left out where both would not fit. */
export function encodeOpened({ ref, asked, page, revealed }: Opened): string {
  const { file, start, end, fingerprint } = ref;
  const value = (question: Opened['asked']): string =>
    JSON.stringify([file, start, end, fingerprint, question, page, revealed]);
  const whole = value(asked);
  return isCarried(whole) ? whole : value(null);
}

export function encodeProof(proof: Proof): string {
  return encodeOpened({ ...proof, page: 0, revealed: false });
}

export function decodeOpened(value: string | undefined): Opened {
  return decode(openedSchema, value);
}

const digestSchema = z.object({ key: z.string(), skip: z.int().min(0) });

/** The entries of a digest from `skip` on; `key` is that of its delivery. */
export type DigestRef = z.infer<typeof digestSchema>;

export function encodeDigestRef({ key, skip }: DigestRef): string {
  return JSON.stringify({ key, skip });
}

export function decodeDigestRef(value: string | undefined): DigestRef {
  return decode(digestSchema, value);
}

/** Thrown for a button, a form or a shortcut that is not one of ours, as after a change of their form. */
export class StaleButtonError extends Error {
  override readonly name = 'StaleButtonError';
  readonly code = 'stale-button';
  constructor(
    message = 'This button is from an older version of the bot; ask again to get a new one.',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

function decode<T>(schema: z.ZodType<T>, value: string | undefined): T {
  try {
    return schema.parse(JSON.parse(value ?? ''));
  } catch (cause) {
    throw new StaleButtonError(undefined, { cause });
  }
}
