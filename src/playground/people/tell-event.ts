import type { Core } from '../core.js';
import type { JsonObject } from '../json.js';

/** Delivers an event to the bot if the manifest subscribes to it; does not wait for the bot. */
export function tellEvent(core: Core, subscription: string, event: JsonObject): void {
  const { events } = core.manifest;
  if (events && !events.has(subscription)) return;
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
  void core.deliverer.tell(subscription, envelope);
}
