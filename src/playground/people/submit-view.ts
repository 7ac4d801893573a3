import type { Core } from '../core.js';
import { isObject, textOf, type JsonObject } from '../json.js';
import type { Command, CommandAnswer } from '../protocol.js';
import type { StoredView } from '../state/workspace-state.js';
import { ApiError } from '../web-api/api-error.js';
import { pushView, readView, replaceView } from '../web-api/views-methods.js';
import { missingValues, stateValues } from '../wire/entered-values.js';
import { wireView } from '../wire/wire-view.js';
import { interactionPayload } from './interaction-payload.js';

const TROUBLE = 'We had some trouble connecting. Try again?';

/** Sends a modal's values to the bot and does what its acknowledgement says; else closes the modal. */
export async function submitView(
  core: Core,
  command: Extract<Command, { kind: 'submit-view' }>,
): Promise<CommandAnswer> {
  const { person } = command;
  const view = core.state.modals[person]?.find((one) => one.id === command.view);
  if (!view) return { ok: false, error: 'This window is no longer open.' };
  const values = stateValues(view.source.blocks, command.values);
  const missing = missingValues(view.source.blocks, values);
  if (Object.keys(missing).length > 0) return showErrors(core, person, view, missing);
  view.errors = {};
  const title = `view_submission ${textOf(view.source['callback_id'])}`.trim();
  const answer = await core.deliverer.ask('interaction', title, {
    ...interactionPayload(core, 'view_submission', person),
    view: wireView(core.state, view, values),
    response_urls: [],
  });
  if (!answer.ok) return { ok: false, error: TROUBLE };
  return follow(core, person, view, isObject(answer.body) ? answer.body : {});
}

/** Takes the modal away, or all of them where it asks for that; tells the bot if it wants to know. */
export async function closeView(
  core: Core,
  command: Extract<Command, { kind: 'close-view' }>,
): Promise<CommandAnswer> {
  const { person } = command;
  const stack = core.state.modals[person] ?? [];
  const view = stack.find((one) => one.id === command.view);
  if (!view) return { ok: true };
  const isCleared = view.source['clear_on_close'] === true;
  keepModals(core, person, isCleared ? [] : stack.slice(0, stack.indexOf(view)));
  if (view.source['notify_on_close'] !== true) return { ok: true };
  const answer = await core.deliverer.ask('interaction', 'view_closed', {
    ...interactionPayload(core, 'view_closed', person),
    view: wireView(core.state, view),
    is_cleared: isCleared,
  });
  return answer.ok ? { ok: true } : { ok: false, error: TROUBLE };
}

function follow(core: Core, person: string, view: StoredView, ack: JsonObject): CommandAnswer {
  const stack = core.state.modals[person] ?? [];
  try {
    switch (ack['response_action']) {
      case 'errors': {
        const errors = isObject(ack['errors']) ? ack['errors'] : {};
        const texts = Object.entries(errors).map(([id, text]) => [id, String(text)]);
        return showErrors(core, person, view, Object.fromEntries(texts));
      }
      case 'update': {
        replaceView(core, view, readView(ack['view'], 'modal', core));
        return { ok: true };
      }
      case 'push': {
        pushView(core, person, readView(ack['view'], 'modal', core));
        return { ok: true };
      }
      case 'clear': {
        keepModals(core, person, []);
        return { ok: true };
      }
      default: {
        keepModals(
          core,
          person,
          stack.filter((one) => one !== view),
        );
        return { ok: true };
      }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    core.journal.open({
      direction: 'to-bot',
      kind: 'interaction',
      title: `refused: response_action ${textOf(ack['response_action'])}`,
      body: { error: error.code, ...error.extra },
      outcome: 'refused',
    });
    return { ok: false, error: TROUBLE };
  }
}

function showErrors(
  core: Core,
  person: string,
  view: StoredView,
  errors: Record<string, string>,
): CommandAnswer {
  view.errors = errors;
  core.changes.emit({ type: 'modals', person });
  return { ok: false, error: 'Something in this form needs another look.', errors };
}

function keepModals(core: Core, person: string, stack: StoredView[]): void {
  core.state.modals[person] = stack;
  core.changes.emit({ type: 'modals', person });
}
