import { checkMessage } from '../../block-kit/check-blocks.js';
import type { Core } from '../core.js';
import { isObject } from '../json.js';
import type { Block } from '../protocol.js';
import type { StoredMessage } from '../state/workspace-state.js';
import { fillInBlocks } from '../wire/blocks.js';
import { wireMessage } from '../wire/wire-message.js';
import type { ApiArguments } from './api-arguments.js';
import { ApiError, refuseFaults } from './api-error.js';
import { clearStatus, readThread } from './chat-methods.js';
import { findMessage, findOwnChannel } from './find-channel.js';
import type { Methods } from './method.js';

/** A message that grows: kept as one markdown block until `stopStream` adds blocks of its own. */
export const chatStreamMethods: Methods = {
  'chat.startStream': {
    scopes: ['chat:write'],
    run(args, core) {
      const channel = findOwnChannel(core, args.text('channel'));
      args.text('thread_ts');
      const text = readText(args);
      const message = core.messages.post({
        channel: channel.id,
        user: core.state.app.botUser,
        from: 'bot',
        text,
        blocks: asMarkdown(core, text),
        ...readThread(args, core, channel),
        metadata: { streaming: true },
      });
      clearStatus(core, channel.id, message.threadTs);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.appendStream': {
    scopes: ['chat:write'],
    run(args, core) {
      const message = findStream(args, core);
      const text = message.text + readText(args);
      core.messages.update(message, { text, blocks: asMarkdown(core, text), edited: false });
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.stopStream': {
    scopes: ['chat:write'],
    run(args, core) {
      const message = findStream(args, core);
      const text = message.text + readText(args);
      const blocks = args.json('blocks') ?? [];
      if (Array.isArray(blocks) && blocks.length > 0) refuseFaults(checkMessage({ text, blocks }));
      const all = [...asMarkdown(core, text), ...fillInBlocks(blocks, core.ids)];
      delete message.metadata;
      core.messages.update(message, { text, blocks: all, edited: false });
      return {
        channel: message.channel,
        ts: message.ts,
        message: wireMessage(core.state, message),
      };
    },
  },
};

function findStream(args: ApiArguments, core: Core): StoredMessage {
  const channel = findOwnChannel(core, args.text('channel'));
  const message = findMessage(core, channel, args.text('ts'));
  if (message.metadata?.['streaming'] !== true)
    throw new ApiError('message_not_in_streaming_state');
  return message;
}

/** `markdown_text`, or the text chunks of `chunks`. */
function readText(args: ApiArguments): string {
  const chunks = args.json('chunks');
  const texts = (Array.isArray(chunks) ? chunks : [])
    .filter(isObject)
    .filter((one) => one['type'] === 'markdown_text')
    .map((one) => String(one['text']));
  return (args.optionalText('markdown_text') ?? '') + texts.join('');
}

function asMarkdown(core: Core, text: string): Block[] {
  if (text === '') return [];
  const blocks = [{ type: 'markdown', text }];
  refuseFaults(checkMessage({ text, blocks }));
  return fillInBlocks(blocks, core.ids);
}
