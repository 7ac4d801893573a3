import type { Core } from '../core.js';
import { tellMemberJoined } from '../people/message-events.js';
import type { JsonObject } from '../json.js';
import type { StoredChannel, StoredMessage } from '../state/workspace-state.js';
import { wireChannel, wireMessage } from '../wire/wire-message.js';
import type { ApiArguments } from './api-arguments.js';
import { ApiError } from './api-error.js';
import { findChannel, findMessage, findOwnChannel, requireScope } from './find-channel.js';
import type { Methods } from './method.js';

const families = { public: 'channels', private: 'groups', direct: 'im' } as const;

export const conversationsMethods: Methods = {
  'conversations.info': {
    scopes: [],
    run(args, core) {
      const channel = findChannel(core, args.text('channel'));
      requireScope(core, `${families[channel.kind]}:read`);
      return { channel: wireChannel(core.state, channel) };
    },
  },
  'conversations.list': {
    scopes: [],
    run(args, core) {
      const types = (args.optionalText('types') ?? 'public_channel').split(',');
      const { botUser } = core.state.app;
      const wanted = core.state.channels.filter((one) => {
        const type = one.kind === 'direct' ? 'im' : `${one.kind}_channel`;
        return types.includes(type) && (one.kind === 'public' || one.members.includes(botUser));
      });
      for (const type of types)
        requireScope(
          core,
          type === 'im' ? 'im:read' : type.startsWith('private') ? 'groups:read' : 'channels:read',
        );
      const channels = wanted.map((one) => wireChannel(core.state, one));
      return { channels, response_metadata: { next_cursor: '' } };
    },
  },
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
      const root = findMessage(core, channel, rootTs);
      return page(args, core, [root, ...core.messages.replies(channel.id, rootTs)]);
    },
  },
  'conversations.open': {
    scopes: ['im:write'],
    run(args, core) {
      const named = args.optionalText('channel') ?? args.text('users').split(',')[0] ?? '';
      const channel = core.state.channels.find(
        (one) => one.kind === 'direct' && (one.id === named || one.members[0] === named),
      );
      if (!channel) throw new ApiError('user_not_found');
      return { already_open: true, channel: { id: channel.id } };
    },
  },
  'conversations.members': {
    scopes: [],
    run(args, core) {
      const channel = findChannel(core, args.text('channel'));
      requireScope(core, `${families[channel.kind]}:read`);
      return { members: channel.members, response_metadata: { next_cursor: '' } };
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run(args, core) {
      const channel = findChannel(core, args.text('channel'));
      if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
      joinChannel(core, channel);
      return { channel: wireChannel(core.state, channel) };
    },
  },
};

/** The bot becomes a member; nothing happens where it is one already. */
export function joinChannel(core: Core, channel: StoredChannel): void {
  const { botUser } = core.state.app;
  if (channel.members.includes(botUser)) return;
  channel.members.push(botUser);
  core.changes.emit({ type: 'channel', channel });
  tellMemberJoined(core, channel);
}

/** The bot is a member no longer; a private channel is then unknown to it. */
export function leaveChannel(core: Core, channel: StoredChannel): void {
  channel.members = channel.members.filter((one) => one !== core.state.app.botUser);
  core.changes.emit({ type: 'channel', channel });
}

function findReadable(args: ApiArguments, core: Core): StoredChannel {
  const channel = findOwnChannel(core, args.text('channel'));
  requireScope(core, `${families[channel.kind]}:history`);
  return channel;
}

/** `oldest` and `latest` are exclusive unless `inclusive`; cursors are counts; metadata comes to whoever asks for it. */
function page(args: ApiArguments, core: Core, all: readonly StoredMessage[]) {
  const oldest = Number(args.optionalText('oldest') ?? 0);
  const latest = Number(args.optionalText('latest') ?? Infinity);
  const inclusive = args.flag('inclusive');
  const withMetadata = args.flag('include_all_metadata');
  const within = all.filter(({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
  });
  const start = args.number('cursor', 0);
  const end = start + args.number('limit', 100);
  const more = end < within.length;
  const readMessage = (one: StoredMessage): JsonObject => {
    const { metadata, ...message } = wireMessage(core.state, one);
    return withMetadata && metadata !== undefined ? { ...message, metadata } : message;
  };
  return {
    messages: within.slice(start, end).map((one) => readMessage(one)),
    has_more: more,
    response_metadata: { next_cursor: more ? String(end) : '' },
  };
}
