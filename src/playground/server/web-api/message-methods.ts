import { checkMessage } from '../../../block-kit/check-blocks.js';
import { isObject } from '../../../block-kit/json.js';
import type { Core } from '../../core.js';
import { sendChangeEvent, sendMessageEvent } from '../../people/events.js';
import type { Channel } from '../../protocol.js';
import { fillInBlocks, wireMessage } from '../../state/wire/wire.js';
import { HIDDEN } from '../../state/create-messages.js';
import {
  type ApiArguments,
  ApiError,
  findOpenChannel,
  findOwnChannel,
  type Methods,
  refuseFaults,
  refuseWhile,
} from './call.js';

const scope = 'chat:write';

export const chatMethods: Methods = {
  'chat.postMessage': {
    scope,
    run(args, core) {
      const channel = findOpenChannel(core, args.text('channel'));
      refuseWhile(core, channel.kind === 'direct' ? 'messages-tab-disabled' : 'restricted-action');
      if (channel.kind === 'direct' && !core.manifest.messagesTab)
        throw new ApiError('messages_tab_disabled');
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
    run(args, core, note) {
      const channel = findOpenChannel(core, args.text('channel'));
      const person = args.text('user');
      if (!core.state.people.some((one) => one.id === person)) throw new ApiError('user_not_found');
      if (!channel.members.includes(person)) throw new ApiError('user_not_in_channel');
      const content = readContent(args, core);
      const thread = readThread(args, core, channel);
      if (thread.threadTs !== undefined && !core.messages.isActiveThread(thread.threadTs)) {
        note(HIDDEN);
        return { message_ts: core.ids.ts() };
      }
      const message = core.messages.post({
        channel: channel.id,
        user: core.state.app.botUser,
        from: 'bot',
        ephemeralTo: person,
        ...content,
        ...thread,
      });
      return { message_ts: message.ts };
    },
  },
  'chat.update': {
    scope,
    run(args, core) {
      const { channel, message } = findOwnMessage(args, core, 'cant_update_message');
      const { text, blocks } = readContent(args, core);
      const updated = core.messages.update(message, { text, blocks });
      sendChangeEvent(core, channel, message, updated);
      return {
        channel: channel.id,
        ts: message.ts,
        text,
        message: wireMessage(core.state, updated),
      };
    },
  },
  'chat.delete': {
    scope,
    run(args, core) {
      const { channel, message } = findOwnMessage(args, core, 'cant_delete_message');
      const left = core.messages.deleteForAll(message);
      sendChangeEvent(core, channel, message, left);
      return { channel: channel.id, ts: message.ts };
    },
  },
};

/** A message that the bot may change: one of its own that all can see, in a channel that is open. */
function findOwnMessage(args: ApiArguments, core: Core, refusal: string) {
  const channel = findOwnChannel(core, args.text('channel'));
  const message = core.messages.find(channel.id, args.text('ts'));
  if (!message || message.ephemeralTo !== undefined) throw new ApiError('message_not_found');
  if (message.from !== 'bot') throw new ApiError(refusal);
  if (channel.archived) throw new ApiError('is_inactive');
  return { channel, message };
}

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
  refuseWhile(core, 'thread-not-found');
  const root = core.messages.find(channel.id, ts);
  if (!root || root.ephemeralTo !== undefined) throw new ApiError('thread_not_found');
  return { threadTs: root.threadTs ?? root.ts };
}
