import type { Core } from '../core.js';
import type { JsonObject } from '../json.js';
import type { Person } from '../protocol.js';
import { ApiError } from './api-error.js';
import type { Methods } from './method.js';

/** Who is who: the token, the people, the bot, the team. */
export const peopleMethods: Methods = {
  'auth.test': {
    scopes: [],
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
  'users.info': {
    scopes: ['users:read'],
    run(args, core) {
      const id = args.text('user');
      const person = core.state.people.find((one) => one.id === id);
      if (!person) throw new ApiError('user_not_found');
      return { user: wirePerson(core, person) };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run(_args, core) {
      const members = core.state.people.map((one) => wirePerson(core, one));
      return { members, response_metadata: { next_cursor: '' } };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run(args, { state, manifest }) {
      const { app } = state;
      if ((args.optionalText('bot') ?? app.botId) !== app.botId)
        throw new ApiError('bot_not_found');
      return {
        bot: {
          id: app.botId,
          app_id: app.id,
          user_id: app.botUser,
          name: manifest.name,
          deleted: false,
          icons: {},
        },
      };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    run: (_args, { state }) => ({ team: { ...state.team, email_domain: '', icon: {} } }),
  },
};

function wirePerson(core: Core, person: Person): JsonObject {
  const offset = offsetSeconds(person.tz, core.now());
  return {
    id: person.id,
    team_id: core.state.team.id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offset,
    is_bot: person.isBot,
    is_app_user: false,
    profile: {
      real_name: person.realName,
      display_name: person.name,
      title: person.title,
      team: core.state.team.id,
    },
  };
}

function offsetSeconds(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName');
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(parts?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}
