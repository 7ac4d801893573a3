import {
  answerRequest,
  parseRequest,
  readAsked,
  readQuestion,
  type Request,
} from '../../requests/request.js';
import type { Asked, Listing } from '../../requests/listing.js';
import { quotedWords } from '../../requests/quoted-words.js';
import { decodeAsked } from '../actions.js';
import type { Message } from '../messages/blocks.js';
import { helpMessage } from '../messages/help-message.js';
import { listingMessage } from '../messages/listing-message.js';
import { barredReason, REASONS } from '../messages/wording.js';
import type { Services } from '../services.js';
import { isHelp } from './is-help.js';
import type {
  ActionListener,
  AskListener,
  ListenerArgs,
  ShortcutArgs,
  ShortcutListener,
} from './listener.js';
import { askAndRemember } from './recent.js';

/** `/deport panama`, `/deport quotes sheinbaum`: the answer, to this person only. */
export const answerCommand: AskListener = async ({ text, reply }, services) => {
  if (isHelp(text))
    return reply.privately(helpMessage(services.command, services.archive.freshness()));
  return answerPrivately(first(parseRequest(text)), { reply }, services);
};

/**
 * `@clipdesk panama`: the answer in the thread, for all to see; help to the person only. A follow-up is read with the
 * questions before it in the same thread. A message to the bot alone is answered so too: there is nobody to hide it from;
 * what begins a thread there follows what the person asked last, in a thread or under Home's search.
 */
export const answerMention: AskListener = async (args, services) => {
  const { text, reply, thread, direct, where, user } = args;
  const { archive, command, threads } = services;
  if (isHelp(text))
    return reply.privately(helpMessage(direct ? null : command, archive.freshness()));
  // The newest first; the answer to a search in Home begins a thread of which Slack has not told.
  const keys = [
    ...(thread === null ? [] : [thread]),
    ...(direct ? [`${where.team}:with:${user}`] : []),
  ];
  const earlier = await firstKept(keys, services);
  const asked = readAsked(text, earlier);
  const { listing } = await ask(asked, services);
  if (isSmallTalk(asked.request, listing)) return reply.explain(listing.said(0).join(' '));
  // At once: the next question may come with the answer still on its way.
  await Promise.all([
    ...keys.map((key) => threads.remember(key, text)),
    reply.openly(listingMessage(listing, 'thread', services.now())),
  ]);
};

/** What was asked in the first of these that anything was asked in, oldest first. */
async function firstKept(
  keys: readonly string[],
  { threads }: Services,
): Promise<readonly string[]> {
  for (const key of keys) {
    const questions = await threads.questions(key);
    if (questions.length > 0) return questions;
  }
  return [];
}

/** "Thanks" is no reason to post in a channel. */
function isSmallTalk({ kind }: Request, { entries }: Listing): boolean {
  return kind === 'talk' && entries.length === 0;
}

/** A question from the Home tab is answered in Messages, as if it had been asked there, and Home says so. */
export const searchFromHome: ActionListener = async (args, services) => {
  const text = (args.value ?? '').trim();
  if (text === '') return;
  await askAndRemember(answerMention, { ...args, text, thread: null, direct: true }, services);
  await args.redrawHome(services, text);
};

/** **Find coverage** on a message: its text is the question, the answer is for whoever chose it. */
export const findCoverage: ShortcutListener = ({ text, reply }, services) =>
  answerPrivately(first(readQuestion(text)), { reply }, services);

/** **Check this quote** on a message: the words between its quotation marks, or all of them where it has none. */
export const checkThisQuote: ShortcutListener = ({ text, reply }, services) =>
  answerPrivately(
    first({ kind: 'check', sentence: quotedWords(text) ?? text }),
    { reply },
    services,
  );

/**
 * **More**, the next entries, and **Search for**, the same question in another spelling: to the person who pressed only, as
 * a thread is not to fill up with them.
 */
export const showMore: ActionListener = ({ value, reply }, services) =>
  answerPrivately(decodeAsked(value), { reply }, services);

/** **Share**: the answer as the archive gives it now; a second press on the same button is told that it is shared. */
export const shareAnswer: ActionListener = async (args, services) => {
  const { value, user, where, message, reply } = args;
  const { access, command, handle } = services;
  const bar = await access.barred(where.channel);
  if (bar !== null) return reply.explain(barredReason(bar, { command, handle }));
  const { listing } = await ask(decodeAsked(value), services);
  if (listing.entries.length === 0) await reply.explain(REASONS.notShared);
  else if (await services.claims.claim(`share:${message}:${value}`))
    await share(listingMessage(listing, { sharedBy: user }, services.now()), args);
  else await reply.explain(REASONS.sharedAlready);
};

/** In a conversation of other people, who may be of anywhere, nothing is posted. */
async function share(message: Message, { direct, reply }: ListenerArgs): Promise<void> {
  if (!direct) await reply.openly(message);
  else if (!(await reply.announce(message))) await reply.explain(REASONS.notShownHere);
}

async function answerPrivately(
  asked: Asked<Request>,
  { reply }: Pick<ShortcutArgs, 'reply'>,
  services: Services,
): Promise<void> {
  const { listing } = await ask(asked, services);
  if (isSmallTalk(asked.request, listing)) return reply.explain(listing.said(0).join(' '));
  await reply.privately(listingMessage(listing, 'private', services.now()));
}

/** As far as More leads. */
async function ask(
  asked: Asked<Request>,
  { archive, metrics, now }: Services,
): ReturnType<typeof answerRequest> {
  const from = now().getTime();
  const reply = await answerRequest(archive, asked, 'reach');
  const state = reply.listing.entries.length > 0 ? 'shown' : 'nothing';
  metrics.answered(asked.request.kind, state, now().getTime() - from);
  return reply;
}

function first(request: Request): Asked<Request> {
  return { request, skip: 0, thread: [] };
}
