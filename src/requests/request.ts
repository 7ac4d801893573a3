import { z } from 'zod';
import type { Archive } from '../answer/archive/archive.js';
import { expectLimit } from '../answer/ask.js';
import { type Kind, type Reply, RequestError } from './kind.js';
import { check } from './kinds/check.js';
import { figures } from './kinds/figures.js';
import { passages } from './kinds/passages.js';
import { quotes } from './kinds/quotes.js';
import { sources } from './kinds/sources.js';
import { timeline } from './kinds/timeline.js';
import type { Asked } from './listing.js';

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

/**
 * Reads what was typed after `/deport` or `ask`: the word of a kind with what belongs to it, or else a question.
 * "Figures show …", "sources say …" and the like are questions. With `earlier` questions in the thread a bare "figures?"
 * asks on about their topic.
 * @throws RequestError for a command that lacks what it is about
 */
export function parseRequest(text: string, earlier: readonly string[] = []): Request {
  const said = text.trim();
  const [, word = '', rest = ''] = COMMAND.exec(said) ?? [];
  return commands.get(word.toLowerCase())?.parse(rest, earlier) ?? question(said);
}

/**
 * Reads what was said to the bot in a conversation: a command as after `/deport`, or one of its plain forms,
 * "what did arevalo say about safe third country?" and "who said “we are ready”?".
 * @throws RequestError for a command that lacks what it is about
 */
export function parseSpokenRequest(text: string, earlier: readonly string[] = []): Request {
  const request = parseRequest(text, earlier);
  if (request.kind !== 'passages') return request;
  for (const kind of commands.values()) {
    const spoken = kind.parseSpoken?.(request.question) ?? null;
    if (spoken !== null) return spoken;
  }
  return request;
}

function question(text: string): Request {
  return { kind: 'passages', question: text };
}

const { passages: _withoutWord, ...withWord } = KINDS;
const commands: ReadonlyMap<string, Kind<Request, ReplyJson>> = new Map(Object.entries(withWord));

/** A command is a word by itself: "check-in policy" and "sources’ names" are none. */
const COMMAND = new RegExp(
  `^(${[...commands.keys()].join('|')})(?=[\\s:"“‘'«„?!.]|$)\\s*:?\\s*(.*)$`,
  'is',
);

/**
 * Answers a request of any kind from the archive as it may be seen now. `limit` is how many entries a list has at most,
 * each kind has its own unless it is given.
 * @throws QuestionError when a question or a topic cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export async function answerRequest(
  archive: Archive,
  asked: Asked<Request>,
  limit?: number,
): Promise<Reply<ReplyJson>> {
  if (limit !== undefined) expectLimit(limit);
  const thread = asked.thread.map(subjectOfQuestion);
  return kindOf(asked.request).answer(archive, { ...asked, thread }, limit);
}

/** A follow-up to `timeline tariffs` is about tariffs; the command is no word of it. */
function subjectOfQuestion(earlier: string): string {
  try {
    const request = parseRequest(earlier);
    return kindOf(request).subject(request);
  } catch (error) {
    if (error instanceof RequestError) return earlier;
    throw error;
  }
}
