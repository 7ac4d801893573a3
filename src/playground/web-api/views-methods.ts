import { checkView } from '../../block-kit/check-blocks.js';
import { LIMITS } from '../../block-kit/limits.js';
import type { Core } from '../core.js';
import { isObject, type JsonObject } from '../json.js';
import type { StoredView } from '../state/workspace-state.js';
import { fillInBlocks } from '../wire/blocks.js';
import { wireView } from '../wire/wire-view.js';
import type { ApiArguments } from './api-arguments.js';
import { ApiError, errorWithPointers } from './api-error.js';
import type { Methods } from './method.js';

export const viewsMethods: Methods = {
  'views.publish': {
    scopes: [],
    run(args, core) {
      if (!core.manifest.homeTab) throw new ApiError('not_enabled');
      const person = args.text('user_id');
      if (!core.state.people.some((one) => one.id === person)) throw new ApiError('user_not_found');
      const source = readView(args.json('view'), 'home', core);
      const before = core.state.homes[person];
      refuseOldHash(args, before);
      const id = before?.id ?? core.ids.id('V');
      const view = makeView(core, source, { id, rootId: id, previousId: null });
      core.state.homes[person] = view;
      core.changes.emit({ type: 'home', person });
      return { view: wireView(core.state, view) };
    },
  },
  'views.open': {
    scopes: [],
    run(args, core) {
      const source = readView(args.json('view'), 'modal', core);
      const person = spendTrigger(args, core);
      const id = core.ids.id('V');
      return showModals(core, person, [
        makeView(core, source, { id, rootId: id, previousId: null }),
      ]);
    },
  },
  'views.push': {
    scopes: [],
    run(args, core) {
      const source = readView(args.json('view'), 'modal', core);
      return pushView(core, spendTrigger(args, core), source);
    },
  },
  'views.update': {
    scopes: [],
    run(args, core) {
      const id = args.optionalText('view_id');
      const external = args.optionalText('external_id');
      const found = findView(core, (one) =>
        id === undefined ? one.source['external_id'] === external : one.id === id,
      );
      if (!found || (id ?? external) === undefined) throw new ApiError('not_found');
      refuseOldHash(args, found.view);
      const source = readView(args.json('view'), found.view.source.type, core);
      return { view: wireView(core.state, replaceView(core, found.view, source)) };
    },
  },
};

export type ViewSource = StoredView['source'];

/** Checks a view and fills in its ids; refuses it as Slack does, with pointers. */
export function readView(view: unknown, type: 'modal' | 'home', core: Core): ViewSource {
  const faults = checkView(view);
  const large = faults.find((one) => one.code === 'view_too_large');
  if (large) throw new ApiError('view_too_large');
  if (isObject(view) && view['type'] !== type)
    faults.unshift({
      pointer: '/view/type',
      message: `must be one of: ${type}`,
      code: 'invalid_blocks',
    });
  if (faults.length > 0 || !isObject(view)) throw errorWithPointers('invalid_arguments', faults);
  return { ...structuredClone(view), type, blocks: fillInBlocks(view['blocks'], core.ids) };
}

/** Puts a modal on top of the person's stack; at most three lie on one another. */
export function pushView(core: Core, person: string, source: ViewSource): JsonObject {
  const stack = core.state.modals[person] ?? [];
  if (stack.length >= LIMITS.viewStack) throw new ApiError('push_limit_reached');
  const id = core.ids.id('V');
  const below = stack.at(-1);
  const place = { id, rootId: below?.rootId ?? id, previousId: below?.id ?? null };
  return showModals(core, person, [...stack, makeView(core, source, place)]);
}

/** The view keeps its id and place, and gets a new hash. */
export function replaceView(core: Core, view: StoredView, source: ViewSource): StoredView {
  Object.assign(view, makeView(core, source, view));
  const person = findView(core, (one) => one === view)?.person;
  if (person !== undefined)
    core.changes.emit({ type: source.type === 'home' ? 'home' : 'modals', person });
  return view;
}

export function findView(
  core: Core,
  wanted: (view: StoredView) => boolean,
): { person: string; view: StoredView } | undefined {
  const { modals, homes } = core.state;
  for (const [person, stack] of Object.entries(modals)) {
    const view = stack.find(wanted);
    if (view) return { person, view };
  }
  for (const [person, view] of Object.entries(homes)) if (wanted(view)) return { person, view };
  return undefined;
}

function showModals(core: Core, person: string, stack: StoredView[]): JsonObject {
  core.state.modals[person] = stack;
  core.changes.emit({ type: 'modals', person });
  const top = stack.at(-1);
  return top ? { view: wireView(core.state, top) } : {};
}

function makeView(
  core: Core,
  source: ViewSource,
  place: Pick<StoredView, 'id' | 'rootId' | 'previousId'>,
): StoredView {
  const { id, rootId, previousId } = place;
  return {
    id,
    rootId,
    previousId,
    hash: `${Math.floor(core.now())}.${core.ids.id('')}`,
    source,
    errors: {},
  };
}

function spendTrigger(args: ApiArguments, core: Core): string {
  const result = core.triggers.exchange(args.text('trigger_id'));
  if ('error' in result) throw new ApiError(result.error);
  return result.person;
}

function refuseOldHash(args: ApiArguments, view: StoredView | undefined): void {
  const hash = args.optionalText('hash');
  if (hash !== undefined && view && hash !== view.hash) throw new ApiError('hash_conflict');
}
