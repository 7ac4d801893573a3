import type { JsonObject } from '../../block-kit/json.js';
import type { Core } from '../core.js';
import type { Channel } from '../protocol.js';
import { wireMessage } from '../state/wire/wire.js';
import type { StoredMessage } from '../state/workspace-state.js';

/**
 * A message was written: a `message` event in a direct message (the bot's own come back to it too; Bolt drops them), and
 * `app_mention` where the bot is a member and a person named it.
 */
export function sendMessageEvent(core: Core, channel: Channel, message: StoredMessage): void {
  const { botUser } = core.state.app;
  const event = { ...wireMessage(core.state, message), channel: channel.id, event_ts: message.ts };
  if (channel.kind === 'direct')
    return sendEvent(core, 'message.im', { ...event, channel_type: 'im' });
  const isNamed = message.from === 'person' && message.text.includes(`<@${botUser}>`);
  if (isNamed && channel.members.includes(botUser))
    sendEvent(core, 'app_mention', { ...event, type: 'app_mention' });
}

/** Delivers an event to the bot if the manifest subscribes to it; does not wait for the bot. */
export function sendEvent(core: Core, subscription: string, event: JsonObject): void {
  if (!core.manifest.events.has(subscription)) return;
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
    is_ext_shared_channel: false,
    event_context: `4-${core.ids.secret()}`,
  };
  void core.deliverer.deliverEvent(subscription, envelope);
}
