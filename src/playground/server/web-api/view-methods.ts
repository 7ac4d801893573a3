import { checkView } from '../../../block-kit/check-blocks.js';
import { isObject, type JsonObject } from '../../../block-kit/json.js';
import type { Core } from '../../core.js';
import { fillInBlocks, wireView } from '../../state/wire/wire.js';
import type { StoredView } from '../../state/workspace-state.js';
import { ApiError, errorWithPointers, type Methods, refuseWhile } from './call.js';

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
      refuseWhile(core, 'expired-trigger-id');
      const trigger = core.triggers.exchange(args.text('trigger_id'));
      if ('error' in trigger) throw new ApiError(trigger.error);
      const view = makeView(core, source);
      core.state.modals[trigger.person] = [view];
      core.changed();
      return { view: wireView(core.state, view) };
    },
  },
  'views.update': {
    run(args, core): JsonObject {
      const { modals } = core.state;
      const found = findModal(core, args.optionalText('view_id'), args.optionalText('external_id'));
      if (!found) throw new ApiError('not_found');
      const { person, view } = found;
      const hash = args.optionalText('hash');
      if (hash !== undefined && hash !== view.hash) throw new ApiError('hash_conflict');
      const updated = makeView(core, readView(args.json('view'), 'modal', core), view.id);
      modals[person] = (modals[person] ?? []).map((one) => (one === view ? updated : one));
      core.changed();
      return { view: wireView(core.state, updated) };
    },
  },
};

/** An open modal and whose it is. */
function findModal({ state }: Core, id: string | undefined, externalId: string | undefined) {
  return Object.entries(state.modals)
    .flatMap(([person, views]) => views.map((view) => ({ person, view })))
    .find(({ view }) =>
      id === undefined
        ? externalId !== undefined && view.source['external_id'] === externalId
        : view.id === id,
    );
}

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
