import type { JsonObject } from '../../block-kit/json.js';
import type { Core } from '../core.js';
import type { Channel } from '../protocol.js';

/** The fields that every interaction carries; each has a trigger id of its own. */
export function interactionPayload(core: Core, type: string, person: string): JsonObject {
  const { team, app, people } = core.state;
  const name = people.find((one) => one.id === person)?.name ?? '';
  return {
    type,
    token: 'playground',
    api_app_id: app.id,
    user: { id: person, username: name, name, team_id: team.id },
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: core.triggers.issue(person),
  };
}

export function payloadChannel(channel: Channel): JsonObject {
  const name = channel.kind === 'direct' ? 'directmessage' : channel.name;
  return { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : name };
}
