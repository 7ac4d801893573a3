import type { Core } from '../../core.js';
import type { Channel } from '../../protocol.js';
import { ApiError } from './api-error.js';

/**
 * The channel that a call names: an id, or a person's id for the direct message with them. The bot must be a member;
 * private channels without it do not exist for it.
 */
export function findOwnChannel(core: Core, named: string): Channel {
  const { channels, app } = core.state;
  const found = channels.find(
    (one) => one.id === named || (one.kind === 'direct' && one.members[0] === named),
  );
  const isMember = found?.members.includes(app.botUser) === true;
  if (!found || (found.kind !== 'public' && !isMember)) throw new ApiError('channel_not_found');
  if (!isMember) throw new ApiError('not_in_channel');
  return found;
}

/** The same, where it can still write. */
export function findOpenChannel(core: Core, named: string): Channel {
  const channel = findOwnChannel(core, named);
  if (channel.archived) throw new ApiError('is_archived');
  return channel;
}

/** Throws `missing_scope` unless one of the scopes was granted by the manifest. */
export function requireScope(core: Core, ...scopes: string[]): void {
  const granted = core.manifest.scopes;
  if (scopes.length === 0 || scopes.some((one) => granted.has(one))) return;
  throw new ApiError('missing_scope', {
    needed: scopes.join(','),
    provided: [...granted].join(','),
  });
}
