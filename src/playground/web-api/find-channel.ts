import type { Core } from '../core.js';
import type { StoredChannel, StoredMessage } from '../state/workspace-state.js';
import { ApiError } from './api-error.js';

/**
 * The channel that a call names: an id, `#name`, or a person's id for the direct message with them.
 * Private channels without the bot do not exist for it.
 */
export function findChannel(core: Core, named: string): StoredChannel {
  const { channels, app } = core.state;
  const name = named.replace(/^#/, '');
  const found = channels.find(
    (one) =>
      one.id === named ||
      (one.kind !== 'direct' && one.name === name) ||
      (one.kind === 'direct' && one.members[0] === named),
  );
  if (!found || (found.kind !== 'public' && !found.members.includes(app.botUser)))
    throw new ApiError('channel_not_found');
  return found;
}

/** The same, where the bot must be a member. */
export function findOwnChannel(core: Core, named: string): StoredChannel {
  const channel = findChannel(core, named);
  if (!channel.members.includes(core.state.app.botUser)) throw new ApiError('not_in_channel');
  return channel;
}

/** The same, where it can still write. */
export function findOpenChannel(core: Core, named: string): StoredChannel {
  const channel = findOwnChannel(core, named);
  if (channel.archived) throw new ApiError('is_archived');
  return channel;
}

/** A message that all members see; private ones cannot be reached again. */
export function findMessage(core: Core, channel: StoredChannel, ts: string): StoredMessage {
  const message = core.messages.find(channel.id, ts);
  if (!message || message.ephemeralTo !== undefined) throw new ApiError('message_not_found');
  return message;
}

/** Throws `missing_scope` unless one of the scopes was granted by the manifest. */
export function requireScope(core: Core, ...scopes: string[]): void {
  const granted = core.manifest.scopes;
  if (!granted || scopes.length === 0 || scopes.some((one) => granted.has(one))) return;
  throw new ApiError('missing_scope', {
    needed: scopes.join(','),
    provided: [...granted].join(','),
  });
}
