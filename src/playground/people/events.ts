import type { JsonObject } from '../../block-kit/json.js';
import type { Core } from '../core.js';
import type { Channel } from '../protocol.js';
import { wireMessage } from '../state/wire/wire.js';
import type { StoredMessage } from '../state/workspace-state.js';

const kinds = {
  public: { subscription: 'message.channels', type: 'channel' },
  private: { subscription: 'message.groups', type: 'group' },
  direct: { subscription: 'message.im', type: 'im' },
} as const;

/**
 * A message was written where the bot is a member: a `message` event (the bot's own come back to it too; Bolt drops
 * them), and in channels `app_mention` where somebody else named it.
 */
export function sendMessageEvent(core: Core, channel: Channel, message: StoredMessage): void {
  const fields = { ...wireMessage(core.state, message), event_ts: message.ts };
  // In no order that Slack promises.
  tellOfMention(core, channel, message, fields);
  tellOfMessage(core, channel, fields);
}

/**
 * A message is another than it was, or is gone. One that names the bot after an edit by a person is a mention again, with
 * `edited` and an `event_id` of its own, whether it named it before or not.
 */
export function sendChangeEvent(
  core: Core,
  channel: Channel,
  before: StoredMessage,
  after: StoredMessage | null,
): void {
  const ts = core.ids.ts();
  const previous_message = wireMessage(core.state, before);
  const hidden = { type: 'message', hidden: true, ts, event_ts: ts, previous_message };
  if (!after)
    return tellOfMessage(core, channel, {
      ...hidden,
      subtype: 'message_deleted',
      deleted_ts: before.ts,
    });
  const message: JsonObject = {
    ...wireMessage(core.state, after),
    ...(after.edited && { edited: { user: after.user, ts } }),
  };
  tellOfMessage(core, channel, { ...hidden, subtype: 'message_changed', message });
  tellOfMention(core, channel, after, { ...message, event_ts: ts });
}

function tellOfMessage(core: Core, channel: Channel, fields: JsonObject): void {
  if (!channel.members.includes(core.state.app.botUser)) return;
  const { subscription, type } = kinds[channel.kind];
  const event = { ...fields, channel: channel.id, channel_type: type };
  sendEvent(core, subscription, event, channel);
}

function tellOfMention(
  core: Core,
  channel: Channel,
  message: StoredMessage,
  fields: JsonObject,
): void {
  const { botUser } = core.state.app;
  if (channel.kind === 'direct' || !channel.members.includes(botUser)) return;
  if (message.from === 'bot' || !message.text.includes(`<@${botUser}>`)) return;
  sendEvent(core, 'app_mention', { ...fields, type: 'app_mention', channel: channel.id }, channel);
}

/** The right that Slack asks for before it tells an app of an event; of those of a channel, by its kind. */
const SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
};

function scopeOf(subscription: string, channel: Channel | undefined): string | undefined {
  if (subscription === 'member_joined_channel')
    return channel?.kind === 'private' ? 'groups:read' : 'channels:read';
  return SCOPES[subscription];
}

/** Delivers an event to the bot if the manifest subscribes to it and has the right; does not wait for the bot. */
export function sendEvent(
  core: Core,
  subscription: string,
  event: JsonObject,
  channel?: Channel,
): void {
  if (!core.manifest.events.has(subscription)) return;
  const scope = scopeOf(subscription, channel);
  if (scope !== undefined && !core.manifest.scopes.has(scope)) return;
  const { team, app } = core.state;
  const envelope = {
    token: 'playground',
    team_id: team.id,
    context_team_id: team.id,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: core.ids.id('Ev'),
    event_time: Math.floor(core.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.shared === true,
    event_context: `4-${core.ids.secret()}`,
  };
  void core.deliverer.deliverEvent(subscription, envelope);
}
