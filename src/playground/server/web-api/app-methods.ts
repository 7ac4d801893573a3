import { isObject } from '../../../block-kit/json.js';
import { LIMITS } from '../../../block-kit/limits.js';
import type { Core } from '../../core.js';
import type { Person } from '../../protocol.js';
import { textOf } from '../../state/json.js';
import { teamOf } from '../../state/wire/wire.js';
import { WORKFLOW } from '../../state/workspace-state.js';
import { ApiError, findOwnChannel, type Methods } from './call.js';

/** The token, the socket, the people, and what is offered beside the messages. */
export const appMethods: Methods = {
  'apps.connections.open': {
    token: 'app',
    run(_args, core) {
      const path = core.openConnection();
      if (path === null) throw new ApiError('socket_mode_not_enabled');
      return { url: core.origin().replace(/^http/, 'ws') + path };
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    scope: 'assistant:write',
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
      core.changed();
      return {};
    },
  },
  'auth.test': {
    run(_args, { state, origin, manifest }) {
      const { team, app } = state;
      return {
        url: `${origin()}/`,
        team: team.name,
        user: manifest.handle,
        team_id: team.id,
        user_id: app.botUser,
        bot_id: app.botId,
        is_enterprise_install: false,
      };
    },
  },
  'bots.info': {
    scope: 'users:read',
    run(args, { state }) {
      const id = args.text('bot');
      const names = new Map([
        [WORKFLOW.user, WORKFLOW.username],
        [state.app.botId, state.app.id],
      ]);
      const name = names.get(id);
      if (name === undefined) throw new ApiError('bot_not_found');
      return { bot: { id, name, deleted: false, is_workflow_bot: id === WORKFLOW.user } };
    },
  },
  'users.info': {
    scope: 'users:read',
    run(args, core) {
      const id = args.text('user');
      const person = core.state.people.find((one) => one.id === id);
      if (!person) throw new ApiError('user_not_found');
      return { user: wirePerson(core, person) };
    },
  },
};

function wirePerson(core: Core, person: Person) {
  const { id: team } = teamOf(core.state, person.id);
  return {
    id: person.id,
    team_id: team,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offsetSeconds(person.tz, core.now()),
    is_bot: person.isBot,
    is_app_user: false,
    is_restricted: person.guest === true,
    is_ultra_restricted: false,
    ...(isStranger(core, person) && { is_stranger: true }),
    profile: {
      real_name: person.realName,
      display_name: person.name,
      title: person.title,
      team,
    },
  };
}

/** Of another organisation, and in no channel that the bot is in; whoever shares one with it is none. */
function isStranger({ state }: Core, { id, team }: Person): boolean {
  if (!team) return false;
  return !state.channels.some(
    ({ kind, members }) =>
      kind !== 'direct' && members.includes(id) && members.includes(state.app.botUser),
  );
}

function offsetSeconds(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName');
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(parts?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}
