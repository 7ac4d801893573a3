import { checkView } from '../../../block-kit/check-blocks.js';
import { isObject, type JsonObject } from '../../../block-kit/json.js';
import { LIMITS } from '../../../block-kit/limits.js';
import type { Core } from '../../core.js';
import type { Person } from '../../protocol.js';
import { textOf } from '../../state/json.js';
import { fillInBlocks, wireView } from '../../state/wire/wire.js';
import type { StoredView } from '../../state/workspace-state.js';
import { ApiError, errorWithPointers, findOwnChannel, type Methods } from './call.js';

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
  return {
    id: person.id,
    team_id: core.state.team.id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offsetSeconds(person.tz, core.now()),
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

export const viewsMethods: Methods = {
  'views.publish': {
    run(args, core) {
      if (!core.manifest.homeTab) throw new ApiError('not_enabled');
      const person = args.text('user_id');
      if (!core.state.people.some((one) => one.id === person)) throw new ApiError('user_not_found');
      const source = readView(args.json('view'), 'home', core);
      const view = makeView(core, source, core.state.homes[person]?.id);
      core.state.homes[person] = view;
      core.changed();
      return { view: wireView(core.state, view) };
    },
  },
  'views.open': {
    run(args, core): JsonObject {
      const source = readView(args.json('view'), 'modal', core);
      const trigger = core.triggers.exchange(args.text('trigger_id'));
      if ('error' in trigger) throw new ApiError(trigger.error);
      const view = makeView(core, source);
      core.state.modals[trigger.person] = [view];
      core.changed();
      return { view: wireView(core.state, view) };
    },
  },
};

/** Checks a view and fills in its ids; refuses it as Slack does, with pointers. */
function readView(view: unknown, type: 'modal' | 'home', core: Core): StoredView['source'] {
  const faults = checkView(view);
  if (faults.some(({ code }) => code === 'view_too_large')) throw new ApiError('view_too_large');
  if (isObject(view) && view['type'] !== type)
    faults.unshift({
      pointer: '/view/type',
      message: `must be one of: ${type}`,
      code: 'invalid_blocks',
    });
  if (faults.length > 0 || !isObject(view)) throw errorWithPointers('invalid_arguments', faults);
  return { ...structuredClone(view), type, blocks: fillInBlocks(view['blocks'], core.ids) };
}

function makeView(core: Core, source: StoredView['source'], id = core.ids.id('V')): StoredView {
  return { id, hash: `${Math.floor(core.now())}.${core.ids.id('')}`, source, errors: {} };
}
