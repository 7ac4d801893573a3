import { checkMessage } from '../../block-kit/check-blocks.js';
import type { Core } from '../core.js';
import { isObject } from '../json.js';
import { tellBotMessage, tellMessageChanged } from '../people/message-events.js';
import type { StoredChannel } from '../state/workspace-state.js';
import { fillInBlocks } from '../wire/blocks.js';
import { wireMessage } from '../wire/wire-message.js';
import type { ApiArguments } from './api-arguments.js';
import { ApiError, refuseFaults } from './api-error.js';
import { findChannel, findMessage, findOpenChannel } from './find-channel.js';
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
        ...(args.optionalText('unfurl_links') === 'false' && { unfurl: false }),
        ...(isObject(metadata) && { metadata }),
      });
      clearStatus(core, channel.id, message.threadTs);
      tellBotMessage(core, channel, message);
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
      clearStatus(core, channel.id, message.threadTs);
      return { message_ts: message.ts };
    },
  },
  /** Without `blocks` the message keeps those that it has; `[]` takes them away. */
  'chat.update': {
    scopes,
    run(args, core) {
      const channel = findOpenChannel(core, args.text('channel'));
      const message = findMessage(core, channel, args.text('ts'));
      if (message.from !== 'bot') throw new ApiError('cant_update_message');
      const { blocks, text } = readContent(args, core);
      const keepsBlocks = args.json('blocks') === undefined;
      core.messages.update(message, { text, blocks: keepsBlocks ? message.blocks : blocks });
      tellMessageChanged(core, channel, message);
      return {
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        message: wireMessage(core.state, message),
      };
    },
  },
  'chat.delete': {
    scopes,
    run(args, core) {
      const channel = findOpenChannel(core, args.text('channel'));
      const message = findMessage(core, channel, args.text('ts'));
      if (message.from !== 'bot') throw new ApiError('cant_delete_message');
      core.messages.remove(message);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    scopes: [],
    run(args, core) {
      const channel = findChannel(core, args.text('channel'));
      const message = findMessage(core, channel, args.text('message_ts'));
      const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
      const path = `/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
      return { channel: channel.id, permalink: core.origin() + path };
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
export function readThread(
  args: ApiArguments,
  core: Core,
  channel: StoredChannel,
): { threadTs?: string } {
  const ts = args.optionalText('thread_ts');
  if (ts === undefined) return {};
  const root = core.messages.find(channel.id, ts);
  if (!root || root.ephemeralTo !== undefined) throw new ApiError('thread_not_found');
  return { threadTs: root.threadTs ?? root.ts };
}

/** A status goes away with the bot's next message in its thread. */
export function clearStatus(core: Core, channel: string, threadTs: string | undefined): void {
  const rest = core.state.statuses.filter(
    (one) => one.channel !== channel || one.threadTs !== threadTs,
  );
  if (rest.length === core.state.statuses.length) return;
  core.state.statuses = rest;
  core.changes.emit({ type: 'statuses', statuses: rest });
}
