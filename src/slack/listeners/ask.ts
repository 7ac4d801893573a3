import { answerRequest, kindOf, parseRequest, type Request } from '../../requests/request.js';
import type { Asked } from '../../requests/listing.js';
import { quotedWords } from '../../requests/kinds/check.js';
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

/** `/deport panama`, `/deport quotes sheinbaum`: the answer, to this person only. */
export const answerCommand: AskListener = async ({ text, reply }, services) => {
  if (isHelp(text))
    return reply.privately(helpMessage(services.command, services.archive.freshness()));
  return answerPrivately(first(parseRequest(text)), { reply }, services);
};

/**
 * `@clipdesk panama`: the answer in the thread, for all to see; help to the person only. A follow-up is read with the
 * questions before it in the same thread. A message to the bot alone is answered so too: there is nobody to hide it from.
 */
export const answerMention: AskListener = async ({ text, reply, thread }, services) => {
  const { archive, command, threads } = services;
  if (isHelp(text)) return reply.privately(helpMessage(command, archive.freshness()));
  const earlier = thread === null ? [] : await threads.questions(thread);
  const request = parseRequest(text, earlier);
  const { listing } = await ask({ request, skip: 0, thread: earlier }, services);
  await reply.openly(listingMessage(listing, 'thread'));
  const subject = kindOf(request).subject(request);
  if (thread !== null && subject !== '') await threads.remember(thread, subject);
};

/** A question from the Home tab is answered in Messages, as if it had been asked there, and Home says so. */
export const searchFromHome: ActionListener = async (args, services) => {
  const text = (args.value ?? '').trim();
  if (text === '') return;
  await answerMention({ ...args, text, thread: null }, services);
  await args.redrawHome(services, text);
};

/** **Find coverage** on a message: its text is the question, the answer is for whoever chose it. */
export const findCoverage: ShortcutListener = ({ text, reply }, services) =>
  answerPrivately(first({ kind: 'passages', question: text }), { reply }, services);

/** **Check this quote** on a message: the words between its quotation marks, or all of them where it has none. */
export const checkThisQuote: ShortcutListener = ({ text, reply }, services) =>
  answerPrivately(
    first({ kind: 'check', sentence: quotedWords(text) ?? text }),
    { reply },
    services,
  );

/** **More**: the next entries, to the person who pressed only: a thread is not to fill up with them. */
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
    await share(listingMessage(listing, { sharedBy: user }), args);
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
  await reply.privately(listingMessage(listing, 'private'));
}

/** As far as More leads. */
function ask(asked: Asked<Request>, { archive }: Services): ReturnType<typeof answerRequest> {
  return answerRequest(archive, asked, 'reach');
}

function first(request: Request): Asked<Request> {
  return { request, skip: 0, thread: [] };
}
