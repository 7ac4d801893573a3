import type { Core } from '../../core.js';
import type { Channel } from '../../protocol.js';
import { wireMessage } from '../../state/wire/wire.js';
import type { StoredMessage } from '../../state/workspace-state.js';
import { type ApiArguments, ApiError, findOwnChannel, type Methods, requireScope } from './call.js';

const families = { public: 'channels', private: 'groups', direct: 'im' } as const;

export const conversationsMethods: Methods = {
  'conversations.info': {
    run(args, core) {
      const id = args.text('channel');
      const channel = core.state.channels.find((one) => one.id === id);
      const isMember = channel?.members.includes(core.state.app.botUser) === true;
      if (!channel || (channel.kind !== 'public' && !isMember))
        throw new ApiError('channel_not_found');
      requireScope(core, `${families[channel.kind]}:read`);
      return { channel: wireChannel(channel, isMember) };
    },
  },
  'conversations.history': {
    run(args, core) {
      const channel = findReadable(args, core);
      const all = core.state.messages.filter(
        (one) =>
          one.channel === channel.id &&
          (!one.threadTs || one.subtype === 'thread_broadcast') &&
          !one.ephemeralTo,
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

function wireChannel(channel: Channel, isMember: boolean) {
  const { id, name, kind, topic, members } = channel;
  const shared = channel.shared === true;
  return {
    id,
    ...(kind === 'direct' ? { user: members[0] } : { name, name_normalized: name }),
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: kind === 'direct',
    is_private: kind !== 'public',
    is_archived: channel.archived === true,
    is_member: isMember,
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    topic: { value: topic, creator: '', last_set: 0 },
  };
}

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
