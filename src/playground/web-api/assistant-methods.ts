import { LIMITS } from '../../block-kit/limits.js';
import { isObject, textOf } from '../json.js';
import { ApiError } from './api-error.js';
import { clearStatus } from './chat-methods.js';
import { findOwnChannel } from './find-channel.js';
import type { Methods } from './method.js';

export const assistantMethods: Methods = {
  'assistant.threads.setStatus': {
    scopes: ['assistant:write', 'chat:write'],
    run(args, core) {
      const channel = findOwnChannel(core, args.text('channel_id'));
      const threadTs = args.text('thread_ts');
      const status = args.optionalText('status');
      clearStatus(core, channel.id, threadTs);
      if (status === undefined) return {};
      core.state.statuses = [...core.state.statuses, { channel: channel.id, threadTs, status }];
      core.changes.emit({ type: 'statuses', statuses: core.state.statuses });
      return {};
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    run(args, core) {
      const channel = findOwnChannel(core, args.text('channel_id'));
      const given = args.json('prompts');
      const prompts = (Array.isArray(given) ? given : []).filter(isObject).map((one) => ({
        title: textOf(one['title']),
        message: textOf(one['message']),
      }));
      if (prompts.length === 0 || prompts.length > LIMITS.suggestedPrompts)
        throw new ApiError('invalid_arguments');
      core.state.prompts[channel.id] = { title: args.optionalText('title') ?? '', prompts };
      core.changes.emit({ type: 'prompts', channel: channel.id });
      return {};
    },
  },
  'assistant.threads.setTitle': {
    scopes: ['assistant:write'],
    run(args, core) {
      findOwnChannel(core, args.text('channel_id'));
      args.text('title');
      return {};
    },
  },
};
