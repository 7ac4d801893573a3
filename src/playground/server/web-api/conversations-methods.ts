import type { Core } from '../../core.js';
import type { Channel } from '../../protocol.js';
import type { StoredMessage } from '../../state/workspace-state.js';
import { wireMessage } from '../../state/wire/wire-message.js';
import type { ApiArguments } from './api-arguments.js';
import { ApiError } from './api-error.js';
import { findOwnChannel, requireScope } from './find-channel.js';
import type { Methods } from './method.js';

const families = { public: 'channels', private: 'groups', direct: 'im' } as const;

export const conversationsMethods: Methods = {
  'conversations.history': {
    scopes: [],
    run(args, core) {
      const channel = findReadable(args, core);
      const all = core.state.messages.filter(
        (one) => one.channel === channel.id && !one.threadTs && !one.ephemeralTo,
      );
      return page(args, core, all.toReversed());
    },
  },
  'conversations.replies': {
    scopes: [],
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
