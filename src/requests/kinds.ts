import { z } from 'zod';
import type { Kind } from './kind.js';
import { check } from './kinds/check.js';
import { figures } from './kinds/figures.js';
import { passages } from './kinds/passages.js';
import { quotes } from './kinds/quotes.js';
import { sources } from './kinds/sources.js';
import { timeline } from './kinds/timeline.js';

/**
 * All that may be asked, by the word that asks for it; passages are what is asked for without one. Help lists them in
 * this order.
 */
export const KINDS = { passages, quotes, check, timeline, figures, sources };

type AnyKind = (typeof KINDS)[keyof typeof KINDS];

/** What a person asks, the same in Slack, in the terminal and for other programs. */
export type Request = z.infer<AnyKind['schema']>;

/** The form in which a button carries a request. */
export const requestSchema: z.ZodType<Request> = z.union(
  Object.values(KINDS).map(({ schema }) => schema),
);

/** The answer to a request as other programs get it; `kind` tells them apart. */
export type ReplyJson = ReturnType<Awaited<ReturnType<AnyKind['answer']>>['json']>;

/** The kind that a request is of. */
export function kindOf(request: Request): Kind<Request, ReplyJson> {
  return KINDS[request.kind];
}
