import { isObject } from '../../block-kit/json.js';
import type { CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { CommandAnswer } from '../protocol.js';
import { textOf } from '../state/json.js';
import { wireView } from '../state/wire/wire-view.js';
import type { StoredView } from '../state/workspace-state.js';
import { missingValues, stateValues } from './entered-values.js';
import { interactionPayload } from './interaction-payload.js';

/** Sends a modal's values to the bot; closes the modal unless the bot acknowledges with errors to show. */
export async function submitView(
  core: Core,
  { person, view: id, values: entered }: CommandOf<'submit-view'>,
): Promise<CommandAnswer> {
  const view = core.state.modals[person]?.find((one) => one.id === id);
  if (!view) return { ok: false, error: 'This window is no longer open.' };
  const values = stateValues(view.source.blocks, entered);
  const missing = missingValues(view.source.blocks, values);
  if (Object.keys(missing).length > 0) return showErrors(core, person, view, missing);
  const title = `view_submission ${textOf(view.source['callback_id'])}`.trim();
  const answer = await core.deliverer.deliver('interaction', title, {
    ...interactionPayload(core, 'view_submission', person),
    view: wireView(core.state, view, values),
    response_urls: [],
  });
  if (!answer.ok) return { ok: false, error: 'We had some trouble connecting. Try again?' };
  const ack = isObject(answer.body) ? answer.body : {};
  if (ack['response_action'] === 'errors' && isObject(ack['errors'])) {
    const texts = Object.entries(ack['errors']).map(([block, text]) => [block, String(text)]);
    return showErrors(core, person, view, Object.fromEntries(texts));
  }
  return closeView(core, { kind: 'close-view', person, view: id });
}

/** Takes the modal away. */
export function closeView(core: Core, { person, view }: CommandOf<'close-view'>): CommandAnswer {
  const open = core.state.modals[person] ?? [];
  core.state.modals[person] = open.filter(({ id }) => id !== view);
  core.changed();
  return { ok: true };
}

function showErrors(
  core: Core,
  person: string,
  view: StoredView,
  errors: Record<string, string>,
): CommandAnswer {
  const open = core.state.modals[person] ?? [];
  core.state.modals[person] = open.map((one) => (one === view ? { ...view, errors } : one));
  core.changed();
  return { ok: false, error: 'Something in this form needs another look.', errors };
}
