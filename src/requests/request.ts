import { z } from 'zod';
import type { Archive } from '../answer/archive/archive.js';
import type { Excerpt } from '../answer/answer.js';
import { doAtOnce } from '../corpus/slices.js';
import { readSought } from '../search/question/sought.js';
import { editDistance } from '../search/index/edit-distance.js';
import { stem } from '../search/index/terms.js';
import { QuestionError } from '../search/question/question.js';
import { isEnglish } from '../search/words/english.js';
import { askView, expectLimit } from '../answer/ask.js';
import { DEFAULT_LIMIT } from '../answer/entries.js';
import { asksForMore } from '../answer/read-thread.js';
import type { CitationJson } from './json.js';
import type { Kind, Reply } from './kind.js';
import { article, readAddress } from './kinds/article.js';
import { check } from './kinds/check.js';
import { figures } from './kinds/figures.js';
import { news } from './kinds/new.js';
import { on } from './kinds/on.js';
import { outlets } from './kinds/outlets.js';
import { passages, replyWithPassages } from './kinds/passages.js';
import { quotes } from './kinds/quotes.js';
import { sources } from './kinds/sources.js';
import { talk } from './kinds/talk.js';
import { timeline } from './kinds/timeline.js';
import { type Asked, PAGE_SIZE, saidFirst } from './listing.js';

/**
 * All that may be asked, by the word that asks for it; passages are what is asked for without one. Help lists them in
 * this order.
 */
export const KINDS = {
  passages,
  quotes,
  check,
  timeline,
  figures,
  article,
  sources,
  outlets,
  on,
  new: news,
  talk,
};

type AnyKind = (typeof KINDS)[keyof typeof KINDS];

/** What a person asks, the same in Slack, in the terminal and for other programs. */
export type Request = z.infer<AnyKind['schema']>;

/** The form in which a button carries a request. */
export const requestSchema: z.ZodType<Request> = z.union(
  Object.values(KINDS).map(({ schema }) => schema),
);

type KindJson = ReturnType<Awaited<ReturnType<AnyKind['answer']>>['json']>;

/** The answer to a request as other programs get it; `kind` tells them apart. */
export type ReplyJson = KindJson & {
  /** Passages, where they answer a plain form whose own kind has nothing: that kind. */
  insteadOf?: KindJson['kind'];
  /** A question in plain words has them whatever its kind: the passages that answer it. */
  citations?: CitationJson[];
};

/** The kind that a request is of. */
export function kindOf(request: Request): Kind<Request, KindJson> {
  return KINDS[request.kind];
}

/**
 * Reads what was typed or said, the same everywhere: the word of a kind with what belongs to it, a plain form of one,
 * "what did arevalo say about safe third country?", or else a question, which may be the
 * address of an article. "Figures show …", "sources say …" and the like are
 * questions. With `earlier` questions in the thread a bare "figures?" asks on about their topic.
 * @throws RequestError for a command that lacks what it is about
 */
export function parseRequest(text: string, earlier: readonly string[] = []): Request {
  const said = text.trim();
  const [, word = '', rest = ''] = COMMAND.exec(said) ?? [];
  return (
    commands.get(word.toLowerCase())?.parse(rest, earlier) ??
    readAddress(said) ??
    parsePlain(said, earlier) ??
    parseMistyped(said, earlier) ?? { kind: 'passages', question: said }
  );
}

/** What was asked in a thread, as it is answered: "more" goes on with the list that was shown last. */
export function readAsked(text: string, thread: readonly string[]): Asked<Request> {
  const more = asksForMore(text) ? lastList(thread) : null;
  return more ?? { request: parseRequest(text, thread), skip: 0, thread };
}

/** `null` where passages came last: they go on by their topic. */
function lastList(thread: readonly string[]): Asked<Request> | null {
  const begins = thread.findLastIndex((earlier) => !asksForMore(earlier));
  const request = readEarlier(thread[begins] ?? '');
  if (request === null || ['passages', 'check', 'talk'].includes(request.kind)) return null;
  const pages = thread.length - begins;
  return { request, skip: pages * pageSizeOf(request), thread: thread.slice(0, begins) };
}

function pageSizeOf(request: Request): number {
  return kindOf(request).pageSize ?? PAGE_SIZE;
}

/** A plain form is a whole short question of one line; what is longer was pasted, or asks for more. */
const PLAIN_LENGTH = 300;

function parsePlain(said: string, earlier: readonly string[]): Request | null {
  if (said.length > PLAIN_LENGTH || said.includes('\n')) return null;
  for (const kind of commands.values()) {
    const request = kind.parsePlain?.(said, earlier) ?? null;
    if (request !== null) return request;
  }
  return null;
}

/** "timline tariffs": the word of a kind with a slip of the keys; never a word of its own, such as quotas or time. */
function parseMistyped(said: string, earlier: readonly string[]): Request | null {
  const [, word = '', rest = ''] = /^(\p{L}{4,10})(?=[\s:"“]|$)\s*:?\s*(.*)$/su.exec(said) ?? [];
  const typed = word.toLowerCase();
  for (const [name, kind] of commands) if (isSlipFor(typed, name)) return kind.parse(rest, earlier);
  return null;
}

/** Shorter words are too like others. */
const SHORTEST_MISTYPED = 5;

function isSlipFor(typed: string, name: string): boolean {
  if (name.length < SHORTEST_MISTYPED) return false;
  const slips = typed.length < 7 ? 1 : 2;
  if (editDistance(typed, name, slips) > slips) return false;
  // The stem of "figurs" is that of figure; no word ends so.
  return !isEnglish(stem(typed)) || (typed.endsWith('s') && typed.length === name.length - 1);
}

/** Words that are no command, whatever they begin with: a question, or the address of an article. */
export function readQuestion(text: string): Request {
  return readAddress(text) ?? { kind: 'passages', question: text };
}

const { passages: _withoutWord, ...withWord } = KINDS;
const commands: ReadonlyMap<string, Kind<Request, KindJson>> = new Map(Object.entries(withWord));

/** A command is a word by itself: "check-in policy" and "sources’ names" are none. */
const COMMAND = new RegExp(
  `^(${[...commands.keys()].join('|')})(?=[\\s:"“‘'«„?!.]|$)\\s*:?\\s*(.*)$`,
  'is',
);

/**
 * Answers a request of any kind from the archive as it may be seen now. `limit` is how many entries a list has at most,
 * each kind has its own unless it is given; `reach` is as many as More leads through. A plain form of which its kind has
 * nothing is answered with passages, and that is said first.
 * @throws QuestionError when a question or a topic cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export async function answerRequest(
  archive: Archive,
  asked: Asked<Request>,
  limit?: number | 'reach',
): Promise<Reply<ReplyJson>> {
  const { request, skip } = asked;
  const most = limit === 'reach' ? undefined : limit;
  if (most !== undefined) expectLimit(most);
  const thread = asked.thread.map(subjectOfQuestion);
  if (request.kind === 'passages' && readSought(request.question) !== null) {
    const shown = await shownLast(archive, asked.thread);
    const options = { limit: most, skip, thread, shown };
    return replyWithPassages(await archive.ask(request.question, options));
  }
  const kind = kindOf(request);
  const reply = await kind.answer(
    archive,
    { ...asked, thread },
    limit === 'reach' ? kind.reach : most,
  );
  const question = plainQuestionOf(request);
  if (question === null) return reply;
  const options = { limit: most, skip, thread };
  if (reply.instead !== undefined) {
    // Beyond the first page comes who asked for more, as of passages were shown.
    const before = (skip / pageSizeOf(request)) * (most ?? DEFAULT_LIMIT);
    const found = replyWithPassages(await archive.ask(question, { ...options, skip: before }));
    const isAnswered = found.listing.entries.length > 0;
    return {
      listing: isAnswered ? saidFirst(reply.instead, found.listing) : reply.listing,
      json: (explain) => ({ ...found.json(explain), insteadOf: request.kind }),
    };
  }
  const view = archive.view();
  return {
    listing: reply.listing,
    json: (explain) => ({
      ...reply.json(explain),
      citations: replyWithPassages(doAtOnce(askView(view, question, options))).json(explain)
        .citations,
    }),
  };
}

/** The passages of the list that a thread was shown last, a page of it; none where passages themselves were. */
async function shownLast(
  archive: Archive,
  thread: readonly string[],
): Promise<readonly Excerpt['passage'][]> {
  const begins = thread.findLastIndex((earlier) => !asksForMore(earlier));
  const request = readEarlier(thread[begins] ?? '');
  if (request === null || request.kind === 'passages') return [];
  const skip = (thread.length - begins - 1) * pageSizeOf(request);
  const kind = kindOf(request);
  const { listing, instead } = await kind.answer(
    archive,
    { request, skip, thread: [] },
    kind.reach,
  );
  // Passages came in its place.
  if (instead !== undefined) return [];
  return listing.entries
    .slice(0, listing.pageSize)
    .flatMap(({ cites }) => cites.map(({ passage }) => passage));
}

/** The plain form that a request of some kind was read from; `null` for a command, and for passages themselves. */
function plainQuestionOf(request: Request): string | null {
  return 'plain' in request ? (request.plain ?? null) : null;
}

/** A follow-up to `timeline tariffs` is about tariffs; the command is no word of it. */
function subjectOfQuestion(earlier: string): string {
  const request = readEarlier(earlier);
  return request === null ? earlier : kindOf(request).subject(request);
}

/** `null` for a command that lacked what it is about. */
function readEarlier(earlier: string): Request | null {
  try {
    return parseRequest(earlier);
  } catch (error) {
    if (error instanceof QuestionError) return null;
    throw error;
  }
}
