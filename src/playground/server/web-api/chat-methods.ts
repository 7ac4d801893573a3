import { checkMessage } from '../../../block-kit/check-blocks.js';
import type { Core } from '../../core.js';
import { isObject } from '../../../block-kit/json.js';
import { sendBotMessage } from '../../people/events.js';
import type { Channel } from '../../protocol.js';
import { fillInBlocks } from '../../state/wire/blocks.js';
import { wireMessage } from '../../state/wire/wire-message.js';
import type { ApiArguments } from './api-arguments.js';
import { ApiError, refuseFaults } from './api-error.js';
import { findOpenChannel } from './find-channel.js';
import type { Methods } from './method.js';

const scopes = ['chat:write'];

export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes,
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
      sendBotMessage(core, channel, message);
      return { channel: channel.id, ts: message.ts, message: wireMessage(core.state, message) };
    },
  },
  'chat.postEphemeral': {
    scopes,
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
