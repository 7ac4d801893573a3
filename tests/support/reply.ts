import type { Archive } from '../../src/answer/archive/archive.js';
import type { ListedAnswer } from '../../src/answer/answer.js';
import {
  answerRequest,
  parseRequest,
  type ReplyJson,
  type Request,
} from '../../src/requests/request.js';
import type { Reply } from '../../src/requests/kind.js';
import { replyWithPassages, type AnswerJson } from '../../src/requests/kinds/passages.js';
import type { Listing } from '../../src/requests/listing.js';
import { listingMessage, type Audience } from '../../src/slack/messages/listing-message.js';
import type { Message } from '../../src/slack/messages/blocks.js';
import { listingText } from '../../src/terminal/listing-text.js';
import type { Page } from '../../src/terminal/page.js';
import { NOON } from './open-memory-archive.js';

/** The answer to what is written, as after the command, or to a request; as far as More leads unless `limit` is given. */
export function replyTo(
  archive: Archive,
  written: string | Request,
  {
    skip = 0,
    thread = [],
    limit,
  }: { skip?: number; thread?: readonly string[]; limit?: number } = {},
): Promise<Reply<ReplyJson>> {
  const request = typeof written === 'string' ? parseRequest(written, thread) : written;
  return answerRequest(archive, { request, skip, thread }, limit ?? 'reach');
}

/** What is said over a list of which all is shown: the headline, then the notices. */
export function saidOf({ said, entries }: Listing): readonly string[] {
  return said(entries.length);
}

/** The bot's remarks under the entries of a list. */
export function notesOf({ entries }: Listing): string[] {
  return entries.flatMap(({ parts }) =>
    parts.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'note' ? line.text : []))),
  );
}

export function answerMessage(answer: ListedAnswer, audience: Audience): Message {
  return listingMessage(replyWithPassages(answer).listing, audience, NOON);
}

export function answerText(answer: ListedAnswer, page: Page): string {
  return listingText(replyWithPassages(answer).listing, page);
}

export function toAnswerJson(answer: ListedAnswer, explain = false): AnswerJson {
  return replyWithPassages(answer).json(explain);
}
