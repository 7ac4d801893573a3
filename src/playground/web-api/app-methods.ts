import { checkMessage } from '../../block-kit/check-blocks.js';
import type { Core } from '../core.js';
import type { StoredMessage } from '../state/workspace-state.js';
import type { ApiArguments } from './api-arguments.js';
import { ApiError } from './api-error.js';
import { findMessage, findOwnChannel } from './find-channel.js';
import type { Methods } from './method.js';

export const appMethods: Methods = {
  'apps.connections.open': {
    scopes: [],
    token: 'app',
    run(_args, core) {
      const path = core.openConnection();
      if (path === null) throw new ApiError('socket_mode_not_enabled');
      return { url: core.origin().replace(/^http/, 'ws') + path };
    },
  },
  'blocks.validate': {
    scopes: [],
    run(args) {
      const faults = checkMessage({ blocks: args.json('blocks') });
      const errors = faults.map(({ pointer, message, code }) => ({ pointer, message, code }));
      return { errors };
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    run(args, core) {
      const { message, name, users } = findReaction(args, core);
      const { botUser } = core.state.app;
      if (users.includes(botUser)) throw new ApiError('already_reacted');
      setReaction(core, message, name, [...users, botUser]);
      return {};
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run(args, core) {
      const { message, name, users } = findReaction(args, core);
      const { botUser } = core.state.app;
      if (!users.includes(botUser)) throw new ApiError('no_reaction');
      setReaction(
        core,
        message,
        name,
        users.filter((one) => one !== botUser),
      );
      return {};
    },
  },
};

/** Who reacted with this emoji is now exactly `users`. */
export function setReaction(
  core: Core,
  message: StoredMessage,
  name: string,
  users: string[],
): void {
  const others = message.reactions.filter((one) => one.name !== name);
  core.messages.update(message, {
    reactions: users.length > 0 ? [...others, { name, users }] : others,
    edited: message.edited,
  });
}

function findReaction(args: ApiArguments, core: Core) {
  const channel = findOwnChannel(core, args.text('channel'));
  const message = findMessage(core, channel, args.text('timestamp'));
  const name = args.text('name').replaceAll(':', '');
  return { message, name, users: message.reactions.find((one) => one.name === name)?.users ?? [] };
}
