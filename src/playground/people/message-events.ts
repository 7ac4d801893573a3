import type { Core } from '../core.js';
import type { StoredChannel, StoredMessage } from '../state/workspace-state.js';
import { wireMessage } from '../wire/wire-message.js';
import { tellEvent } from './tell-event.js';

/** Name of the subscription, and the `channel_type` in the event, per kind of channel. */
const kinds = {
  public: { subscription: 'message.channels', type: 'channel' },
  private: { subscription: 'message.groups', type: 'group' },
  direct: { subscription: 'message.im', type: 'im' },
} as const;

/** A person wrote: a `message` event where the bot is a member, and `app_mention` where it is named. */
export function tellPersonMessage(
  core: Core,
  channel: StoredChannel,
  message: StoredMessage,
): void {
  if (!channel.members.includes(core.state.app.botUser)) return;
  const { team, ...event } = wireMessage(core.state, message);
  const shared = { ...event, team, channel: channel.id, event_ts: message.ts };
  const mentioned = message.text.includes(`<@${core.state.app.botUser}>`);
  if (mentioned && channel.kind !== 'direct')
    tellEvent(core, 'app_mention', { ...shared, type: 'app_mention' });
  tellMessage(core, channel, shared);
}

/** The bot's own message comes back to it too; Bolt drops it. */
export function tellBotMessage(core: Core, channel: StoredChannel, message: StoredMessage): void {
  const event = wireMessage(core.state, message);
  tellMessage(core, channel, { ...event, channel: channel.id, event_ts: message.ts });
}

export function tellMessageChanged(
  core: Core,
  channel: StoredChannel,
  message: StoredMessage,
): void {
  const ts = core.ids.ts();
  tellMessage(core, channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: wireMessage(core.state, message),
    channel: channel.id,
    ts,
    event_ts: ts,
  });
}

export function tellMemberJoined(core: Core, channel: StoredChannel): void {
  tellEvent(core, 'member_joined_channel', {
    type: 'member_joined_channel',
    user: core.state.app.botUser,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: core.state.team.id,
    event_ts: core.ids.ts(),
  });
}

function tellMessage(core: Core, channel: StoredChannel, event: Record<string, unknown>): void {
  const { subscription, type } = kinds[channel.kind];
  tellEvent(core, subscription, { ...event, channel_type: type });
}
