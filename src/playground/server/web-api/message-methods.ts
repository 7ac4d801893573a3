import { checkMessage } from '../../../block-kit/check-blocks.js';
import { isObject } from '../../../block-kit/json.js';
import type { Core } from '../../core.js';
import { sendMessageEvent } from '../../people/events.js';
import type { Channel } from '../../protocol.js';
import { fillInBlocks, wireMessage } from '../../state/wire/wire.js';
import type { StoredMessage } from '../../state/workspace-state.js';
import {
  type ApiArguments,
  ApiError,
  findOpenChannel,
  findOwnChannel,
  type Methods,
  refuseFaults,
  requireScope,
} from './call.js';

const scope = 'chat:write';

export const chatMethods: Methods = {
  'chat.postMessage': {
    scope,
    run(args, core) {
      const channel = findOpenChannel(core, args.text('channel'));
      const metadata = args.json('metadata');
      const message = core.messages.post({
        channel: channel.id,
        user: core.state.app.botUser,
        from: 'bot',
        ...readContent(args, core),
        ...readThread(args, core, channel),
        ...(isObject(metadata) && { metadata }),
      });
      sendMessageEvent(core, channel, message);
      return { channel: channel.id, ts: message.ts, message: wireMessage(core.state, message) };
    },
  },
  'chat.postEphemeral': {
    scope,
    run(args, core) {
      const channel = findOpenChannel(core, args.text('channel'));
      const person = args.text('user');
      if (!core.state.people.some((one) => one.id === person)) throw new ApiError('user_not_found');
      if (!channel.members.includes(person)) throw new ApiError('user_not_in_channel');
      const message = core.messages.post({
        channel: channel.id,
        user: core.state.app.botUser,
        from: 'bot',
        ephemeralTo: person,
        ...readContent(args, core),
        ...readThread(args, core, channel),
      });
      return { message_ts: message.ts };
    },
  },
};

function readContent(args: ApiArguments, core: Core) {
  const text = args.optionalText('text') ?? '';
  const blocks = args.json('blocks');
  refuseFaults(checkMessage({ text, blocks }));
  return { text, blocks: fillInBlocks(blocks, core.ids) };
}

/** A reply to a reply goes to the same thread, as in Slack. */
function readThread(args: ApiArguments, core: Core, channel: Channel): { threadTs?: string } {
  const ts = args.optionalText('thread_ts');
  if (ts === undefined) return {};
  const root = core.messages.find(channel.id, ts);
  if (!root || root.ephemeralTo !== undefined) throw new ApiError('thread_not_found');
  return { threadTs: root.threadTs ?? root.ts };
}

const families = { public: 'channels', private: 'groups', direct: 'im' } as const;

export const conversationsMethods: Methods = {
  'conversations.history': {
    run(args, core) {
      const channel = findReadable(args, core);
      const all = core.state.messages.filter(
        (one) => one.channel === channel.id && !one.threadTs && !one.ephemeralTo,
      );
      return page(args, core, all.toReversed());
    },
  },
  'conversations.replies': {
    run(args, core) {
      const channel = findReadable(args, core);
      const message = core.messages.find(channel.id, args.text('ts'));
      if (!message || message.ephemeralTo) throw new ApiError('thread_not_found');
      const rootTs = message.threadTs ?? message.ts;
      const thread = core.state.messages.filter(
        (one) =>
          one.channel === channel.id &&
          (one.ts === rootTs || one.threadTs === rootTs) &&
          !one.ephemeralTo,
      );
      return page(args, core, thread);
    },
  },
};

function findReadable(args: ApiArguments, core: Core): Channel {
  const channel = findOwnChannel(core, args.text('channel'));
  requireScope(core, `${families[channel.kind]}:history`);
  return channel;
}

/** `oldest` is exclusive; cursors are counts; metadata comes to whoever asks for it. */
function page(args: ApiArguments, core: Core, all: readonly StoredMessage[]) {
  const oldest = Number(args.optionalText('oldest') ?? 0);
  const withMetadata = args.flag('include_all_metadata');
  const within = all.filter(({ ts }) => Number(ts) > oldest);
  const start = args.number('cursor', 0);
  const end = start + args.number('limit', 100);
  const more = end < within.length;
  return {
    messages: within.slice(start, end).map((one) => {
      const { metadata, ...message } = wireMessage(core.state, one);
      return withMetadata && metadata !== undefined ? { ...message, metadata } : message;
    }),
    has_more: more,
    response_metadata: { next_cursor: more ? String(end) : '' },
  };
}
