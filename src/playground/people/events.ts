import type { JsonObject } from '../../block-kit/json.js';
import type { Core } from '../core.js';
import type { Channel } from '../protocol.js';
import { wireMessage } from '../state/wire/wire-message.js';
import type { StoredMessage } from '../state/workspace-state.js';

/** A person wrote: a `message` event in a direct message, and `app_mention` where the bot is a member and is named. */
export function sendPersonMessage(core: Core, channel: Channel, message: StoredMessage): void {
  const { botUser } = core.state.app;
  if (!channel.members.includes(botUser)) return;
  const { team, ...wired } = wireMessage(core.state, message);
  const event = { ...wired, team, channel: channel.id, event_ts: message.ts };
  if (channel.kind === 'direct') sendDirectMessage(core, event);
  else if (message.text.includes(`<@${botUser}>`))
    sendEvent(core, 'app_mention', { ...event, type: 'app_mention' });
}

/** The bot's own message comes back to it too; Bolt drops it. */
export function sendBotMessage(core: Core, channel: Channel, message: StoredMessage): void {
  if (channel.kind !== 'direct') return;
  const event = wireMessage(core.state, message);
  sendDirectMessage(core, { ...event, channel: channel.id, event_ts: message.ts });
}

function sendDirectMessage(core: Core, event: JsonObject): void {
  sendEvent(core, 'message.im', { ...event, channel_type: 'im' });
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
