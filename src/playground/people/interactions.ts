import { isObject, type JsonObject } from '../../block-kit/json.js';
import type { CommandOf, EnteredValue, EnteredValues } from '../commands.js';
import type { Core } from '../core.js';
import type { Block, CommandAnswer } from '../protocol.js';
import { textOf } from '../state/json.js';
import { canSee } from '../state/take-snapshot.js';
import {
  elementsOf,
  escapeTexts,
  findElement,
  teamOf,
  wireChannelName,
  wireMessage,
  wireView,
} from '../state/wire/wire.js';
import type { StoredMessage, StoredView } from '../state/workspace-state.js';

const GONE = { ok: false, error: 'What you pressed is no longer there.' };

/** A button was clicked or an option chosen: a `block_actions` payload, if the person sees it. */
export async function pressElement(core: Core, press: CommandOf<'press'>): Promise<CommandAnswer> {
  const { person, message: place, view: viewId, blockId, actionId } = press;
  const { modals, homes } = core.state;
  const view = [...(modals[person] ?? []), homes[person]].find((one) => one?.id === viewId);
  const message = place && core.messages.find(place.channel, place.ts);
  const seen = message && canSee(core.state, person, message) ? message : undefined;
  const blocks = view?.source.blocks ?? seen?.blocks ?? [];
  const element = findElement(blocks, blockId, actionId);
  if (!element) return GONE;
  const { type, text, value } = element;
  const action = {
    type,
    action_id: actionId,
    block_id: blockId,
    ...(text !== undefined && { text: escapeTexts(text) }),
    ...(value !== undefined && { value }),
    ...valueFields(element, press.value),
    action_ts: core.ids.ts(),
  };
  const values = stateValues(blocks, press.values);
  return tellBot(core, 'block_actions', person, actionId, {
    ...(view && {
      container: { type: 'view', view_id: view.id },
      view: escapeTexts(wireView(core.state, view, values)),
    }),
    ...(!view && seen && { ...messageFields(core, person, seen), state: { values } }),
    actions: [action],
  });
}

/** Where the pressed message stands. Of a private one Slack does not tell what it says. */
function messageFields(core: Core, person: string, message: StoredMessage): JsonObject {
  const { channel: id, ts, threadTs, ephemeralTo } = message;
  const channel = core.state.channels.find((one) => one.id === id);
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: id,
      is_ephemeral: ephemeralTo !== undefined,
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    },
    ...(channel && { channel: { id: channel.id, name: wireChannelName(channel) } }),
    ...(ephemeralTo === undefined && { message: escapeTexts(wireMessage(core.state, message)) }),
    response_url: core.responseUrls.issue({ from: 'message', person, channel: id, ts }),
  };
}

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

/** A message shortcut, on a message that the person sees; the bot need not be in the channel. */
export async function applyShortcut(
  core: Core,
  command: CommandOf<'shortcut'>,
): Promise<CommandAnswer> {
  const { person, callbackId, ts } = command;
  const channel = core.state.channels.find((one) => one.id === command.channel);
  const message = core.messages.find(command.channel, ts);
  if (!channel || !message || !canSee(core.state, person, message) || message.ephemeralTo)
    return { ok: false, error: 'This message is no longer there.' };
  if (teamOf(core.state, person).id !== core.state.team.id)
    return { ok: false, error: 'This app’s shortcuts are for people of its own organisation.' };
  return tellBot(core, 'message_action', person, callbackId, {
    callback_id: callbackId,
    action_ts: core.ids.ts(),
    message_ts: ts,
    channel: { id: channel.id, name: wireChannelName(channel) },
    message: escapeTexts(wireMessage(core.state, message)),
    response_url: core.responseUrls.issue({ from: 'shortcut', person, channel: channel.id }),
  });
}

/** Sends an interaction to the bot; the person is told where it does not answer. */
async function tellBot(
  core: Core,
  type: string,
  person: string,
  id: string,
  fields: JsonObject,
): Promise<CommandAnswer> {
  const payload = { ...interactionPayload(core, type, person), ...fields };
  const answer = await core.deliverer.deliver('interaction', `${type} ${id}`, payload);
  if (answer.ok) return { ok: true };
  return { ok: false, error: `The app did not answer (${answer.error}).` };
}

/** The fields that every interaction carries; each has a trigger id of its own. */
function interactionPayload(core: Core, type: string, person: string): JsonObject {
  const { app, people } = core.state;
  // The organisation of the person, who may have pressed the button in a channel that two of them share.
  const team = teamOf(core.state, person);
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

/** For each element: the field of its value in a payload, and the field of its initial value. */
const fields: Record<string, { field: string; initial: string }> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
  radio_buttons: { field: 'selected_option', initial: 'initial_option' },
  checkboxes: { field: 'selected_options', initial: 'initial_options' },
  overflow: { field: 'selected_option', initial: '' },
};

/** What an element holds, as payloads say it: `{ selected_time: '08:00' }`; empty for a button. */
export function valueFields(element: JsonObject, entered?: EnteredValue): JsonObject {
  const known = fields[String(element['type'])];
  if (!known) return {};
  const { field, initial } = known;
  const many = field === 'selected_options';
  if (entered === undefined) return { [field]: element[initial] ?? (many ? [] : null) };
  const wanted = [entered ?? []].flat();
  if (!field.startsWith('selected_option')) return { [field]: wanted[0] ?? null };
  const options = [element['options']].flat().filter(isObject);
  const chosen = options.filter((one) => wanted.includes(String(one['value'])));
  return { [field]: many ? chosen : (chosen[0] ?? null) };
}

/** `state.values` of a payload: block_id → action_id → what stands there. */
export function stateValues(
  blocks: readonly Block[],
  entered: EnteredValues = {},
): Record<string, JsonObject> {
  const values: Record<string, JsonObject> = {};
  for (const block of blocks)
    for (const element of elementsOf(block)) {
      const type = String(element['type']);
      if (!fields[type] || type === 'overflow') continue;
      const blockId = block.block_id ?? '';
      const actionId = String(element['action_id']);
      values[blockId] ??= {};
      values[blockId][actionId] = {
        type,
        ...valueFields(element, entered[blockId]?.[actionId]),
      };
    }
  return values;
}

/** Required fields left empty, or of the wrong length: block_id → what Slack's own form would say. */
export function missingValues(
  blocks: readonly Block[],
  values: Record<string, JsonObject>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const held = Object.values(values[block.block_id ?? ''] ?? {})[0];
    const value = Object.entries(isObject(held) ? held : {}).find(([name]) => name !== 'type')?.[1];
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (empty && block['optional'] !== true)
      errors[block.block_id ?? ''] = 'Please complete this required field.';
    const problem = empty ? undefined : lengthProblem(block['element'], value);
    if (problem) errors[block.block_id ?? ''] = problem;
  }
  return errors;
}

function lengthProblem(element: unknown, value: unknown): string | undefined {
  if (!isObject(element) || typeof value !== 'string') return undefined;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && value.length < min) return `Enter at least ${min} characters.`;
  if (typeof max === 'number' && value.length > max) return `Enter at most ${max} characters.`;
  return undefined;
}
