import type { AllMiddlewareArgs, RespondFn, webApi } from '@slack/bolt';
import type { NewPost } from '../../store/records.js';
import { fits, footnote, reasonMessage, type Message } from '../messages/blocks.js';
import { encodeBody } from '../messages/posted-body.js';
import { isNoMember } from '../messages/refusals.js';
import { movedReason } from '../messages/wording.js';
import { slackCode } from './post-error.js';
import { AS_IT_IS, type PostOnce } from './post-once.js';
import { retry } from './retry.js';

/** How a listener speaks to whoever addressed the bot. */
export interface Responder {
  /** Only this person sees it. */
  privately(message: Message): Promise<void>;
  /** The same for a plain sentence or two: why there is no answer, or what became of a press. */
  explain(reason: string): Promise<void>;
  /** Everybody in the channel or thread sees it. */
  openly(message: Message): Promise<void>;
  /** The same, as a member of the channel; false, and nothing is posted, where the bot is none. */
  announce(message: Message): Promise<boolean>;
}

export type SlackClient = AllMiddlewareArgs['client'];

/** Where something happened, and who did it. */
export interface Place {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The thread to answer in, if there is one. */
  readonly thread?: string | undefined;
  /** Nobody has replied in that thread yet: Slack shows no private message there. */
  readonly startsThread?: boolean;
}

export interface ResponderArgs {
  readonly post: PostOnce;
  readonly sleep: (ms: number) => Promise<void>;
  /** Keeps in mind what was posted for all to read, for corrections and for Remove. Never rejects. */
  readonly remember: (post: Omit<NewPost, 'at'>) => Promise<void>;
}

/**
 * Through the address that came with a command or a press; if that fails, in a direct message. For all to read it posts
 * as a member, since an address does not tell which message came of it; where the bot is no member, by the address.
 */
export function respondByAddress(respond: RespondFn, place: Place, args: ResponderArgs): Responder {
  const { sleep } = args;
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  const sendForm = async (message: Message, type: 'ephemeral' | 'in_channel'): Promise<void> => {
    const answer = await retry(
      () =>
        respond({
          ...AS_IT_IS,
          ...thread,
          ...asArguments(message),
          response_type: type,
          replace_original: false,
        }),
      sleep,
    );
    if (!isTaken(await answer.text())) throw new ReplyError();
  };
  const send = async (message: Message, type: 'ephemeral' | 'in_channel'): Promise<void> => {
    await inFormTaken(message, (form) => sendForm(form, type));
  };
  const announce = (message: Message): Promise<boolean> => postAsMember(place, message, args);
  return responder({
    announce,
    async privately(message) {
      try {
        await send(message, 'ephemeral');
      } catch (error) {
        await directly(place.user, message, { ...args, barred: error });
      }
    },
    async openly(message) {
      if (!(await announce(message))) await send(message, 'in_channel');
    },
  });
}

/** Thrown where something answered at the address of a reply that is not Slack taking it, as a proxy does. */
class ReplyError extends Error {
  override readonly name = 'ReplyError';
  readonly code = 'reply_not_taken';
}

/** Slack answers `ok`, or an object that says so. */
function isTaken(answer: string): boolean {
  return /^\s*(?:ok|\{\s*"ok"\s*:\s*true\b.*\})?\s*$/s.test(answer);
}

/** By posting in the channel, in the thread of the message that addressed the bot. */
export function respondInThread(
  place: Place,
  args: Omit<ResponderArgs, 'sleep'> & { readonly client: SlackClient },
): Responder {
  const { client } = args;
  const { channel, user, thread, startsThread = false } = place;
  const seen = thread === undefined || startsThread ? {} : { thread_ts: thread };
  return responder({
    announce: (message) => postAsMember(place, message, args),
    async privately(message) {
      try {
        await inFormTaken(message, (form) =>
          client.chat.postEphemeral({ ...asArguments(form), channel, user, ...seen }),
        );
      } catch (error) {
        await directly(user, message, { ...args, barred: error });
      }
    },
    openly: (message) => postAndRemember(place, message, args),
  });
}

/** By posting in a direct message, where all that is said is private. */
export function respondDirectly(place: Place, { post }: Pick<ResponderArgs, 'post'>): Responder {
  return respondToAll(place, { post, remember: async () => {} });
}

/** By posting in the thread alone, to whom no private word can be said: a workflow. */
export function respondToAll(place: Place, args: Omit<ResponderArgs, 'sleep'>): Responder {
  const say = (message: Message): Promise<void> => postAndRemember(place, message, args);
  return responder({
    openly: say,
    privately: say,
    async announce(message) {
      await say(message);
      return true;
    },
  });
}

function responder(ways: Omit<Responder, 'explain'>): Responder {
  return { ...ways, explain: (reason) => ways.privately(reasonMessage(reason)) };
}

async function postAndRemember(
  { team, channel, user, thread }: Place,
  message: Message,
  { post, remember }: Pick<ResponderArgs, 'post' | 'remember'>,
): Promise<void> {
  const { answer: ts, form } = await inFormTaken(message, (one) =>
    post({ channel, thread: thread ?? null }, asArguments(one)),
  );
  const { cites: citations } = form;
  if (citations === undefined || ts === undefined) return;
  await remember({
    team,
    channel,
    ts,
    thread: thread ?? null,
    // A workflow has no person.
    askedBy: user === '' ? null : user,
    body: encodeBody(form),
    citations,
  });
}

/** Sends it in the form that it has, or in its plainer one to a Slack that does not take that. */
async function inFormTaken<T>(
  message: Message,
  send: (form: Message) => Promise<T>,
): Promise<{ readonly answer: T; readonly form: Message }> {
  try {
    return { answer: await send(message), form: message };
  } catch (error) {
    const { fallback } = message;
    if (fallback === undefined || !isFormRefused(error)) throw error;
    return { answer: await send(fallback), form: fallback };
  }
}

/** The address of a reply answers 400 and no more, whatever is wrong with the blocks. */
function isFormRefused(error: unknown): boolean {
  const code = slackCode(error);
  return code === 'invalid_blocks' || code === 'invalid_blocks_format' || code === 'http_400';
}

async function postAsMember(
  place: Place,
  message: Message,
  args: Pick<ResponderArgs, 'post' | 'remember'>,
): Promise<boolean> {
  try {
    await postAndRemember(place, message, args);
    return true;
  } catch (error) {
    if (isNoMember(slackCode(error) ?? '')) return false;
    throw error;
  }
}

/**
 * The last way to reach a person, who is told why it comes here. What barred the first way is kept as the cause when this
 * one fails too.
 */
async function directly(
  user: string,
  message: Message,
  { post, barred }: Pick<ResponderArgs, 'post'> & { readonly barred: unknown },
): Promise<void> {
  const code = barred instanceof ReplyError ? barred.code : slackCode(barred);
  const plainer = message.fallback ?? message;
  const blocks = [footnote(movedReason(code)), ...plainer.blocks];
  const told = fits(blocks) ? { ...plainer, blocks } : plainer;
  try {
    await post({ channel: user, thread: null }, asArguments(told));
  } catch (error) {
    throw new AggregateError(
      [barred, error],
      'neither the reply nor a direct message could be delivered',
      { cause: error },
    );
  }
}

export function asArguments({ text, blocks }: Message): {
  text: string;
  blocks: webApi.KnownBlock[];
} {
  return { text, blocks: [...blocks] };
}
