import type { AllMiddlewareArgs, RespondFn, webApi } from '@slack/bolt';
import type { Message } from './messages/blocks.js';
import { patiently } from './patience.js';

/** How a listener speaks to whoever addressed the bot. */
export interface Reply {
  /** Only this person sees it. */
  privately(message: Message): Promise<void>;
  /** Everybody in the channel or thread sees it. */
  openly(message: Message): Promise<void>;
}

type Client = AllMiddlewareArgs['client'];

/** Where something happened, and who did it. */
export interface Place {
  readonly channel: string;
  readonly user: string;
  /** The thread to answer in, if there is one. */
  readonly thread?: string | undefined;
}

interface Needs {
  readonly client: Client;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Our links are to be read, not unfolded, and no character of an article is markup. */
const AS_IT_IS = { unfurl_links: false, unfurl_media: false, mrkdwn: false };

/** Through the address that came with a command or a press; if that fails, in a direct message. */
export function replyByAddress(respond: RespondFn, place: Place, { client, sleep }: Needs): Reply {
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  const send = async (message: Message, type: 'ephemeral' | 'in_channel'): Promise<void> => {
    await patiently(
      () =>
        respond({
          ...AS_IT_IS,
          ...thread,
          ...message,
          response_type: type,
          replace_original: false,
        }),
      sleep,
    );
  };
  return {
    async privately(message) {
      try {
        await send(message, 'ephemeral');
      } catch (error) {
        await directly(client, place.user, message, error);
      }
    },
    openly: (message) => send(message, 'in_channel'),
  };
}

/** By posting in the channel, in the thread of the message that addressed the bot. */
export function replyInThread(place: Place, { client }: Pick<Needs, 'client'>): Reply {
  const { channel, user } = place;
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  return {
    async privately(message) {
      try {
        await client.chat.postEphemeral({ ...asArguments(message), channel, user, ...thread });
      } catch (error) {
        await directly(client, user, message, error);
      }
    },
    async openly(message) {
      await client.chat.postMessage({ ...AS_IT_IS, ...asArguments(message), channel, ...thread });
    },
  };
}

/** By posting in a direct message, where all that is said is private. */
export function replyInDirectMessage(place: Place, { client }: Pick<Needs, 'client'>): Reply {
  const thread = replyInThread(place, { client });
  const say = (message: Message): Promise<void> => thread.openly(message);
  return { openly: say, privately: say };
}

/** The last way to reach a person. What barred the first way is kept as the cause when this one fails too. */
async function directly(
  client: Client,
  user: string,
  message: Message,
  barred: unknown,
): Promise<void> {
  try {
    await client.chat.postMessage({ ...AS_IT_IS, ...asArguments(message), channel: user });
  } catch (error) {
    throw new AggregateError(
      [barred, error],
      'neither the reply nor a direct message could be delivered',
      { cause: error },
    );
  }
}

function asArguments({ text, blocks }: Message): { text: string; blocks: webApi.KnownBlock[] } {
  return { text, blocks: [...blocks] };
}
