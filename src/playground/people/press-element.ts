import type { JsonObject } from '../../block-kit/json.js';
import type { CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { CommandAnswer } from '../protocol.js';
import { canSee } from '../state/take-snapshot.js';
import { escapeTexts, findElement } from '../state/wire/blocks.js';
import { wireMessage } from '../state/wire/wire-message.js';
import { wireView } from '../state/wire/wire-view.js';
import type { StoredMessage, StoredView } from '../state/workspace-state.js';
import { stateValues, valueFields } from './entered-values.js';
import { interactionPayload, payloadChannel } from './interaction-payload.js';

type Press = CommandOf<'press'>;

/** A button was clicked or an option chosen: a `block_actions` payload, if the person sees it. */
export async function pressElement(core: Core, press: Press): Promise<CommandAnswer> {
  const { person, message: place, view: viewId } = press;
  const { modals, homes } = core.state;
  const view = [...(modals[person] ?? []), homes[person]].find((one) => one?.id === viewId);
  if (view) return pressInView(core, press, view);
  const message = place && core.messages.find(place.channel, place.ts);
  if (message && canSee(core.state, person, message)) return pressInMessage(core, press, message);
  return { ok: false, error: 'What you pressed is no longer there.' };
}

async function pressInView(core: Core, press: Press, view: StoredView): Promise<CommandAnswer> {
  const { blocks } = view.source;
  const values = stateValues(blocks, press.values);
  return send(core, press, blocks, {
    container: { type: 'view', view_id: view.id },
    view: escapeTexts(wireView(core.state, view, values)),
  });
}

/** Of a private message Slack tells only where it stands, not what it says. */
async function pressInMessage(
  core: Core,
  press: Press,
  message: StoredMessage,
): Promise<CommandAnswer> {
  const { person } = press;
  const { channel: id, ts, threadTs } = message;
  const channel = core.state.channels.find((one) => one.id === id);
  const isEphemeral = message.ephemeralTo !== undefined;
  return send(core, press, message.blocks, {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: id,
      is_ephemeral: isEphemeral,
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    },
    ...(channel && { channel: payloadChannel(channel) }),
    ...(!isEphemeral && { message: escapeTexts(wireMessage(core.state, message)) }),
    state: { values: stateValues(message.blocks, press.values) },
    response_url: core.responseUrls.issue({ from: 'message', person, channel: id, ts }),
  });
}

async function send(
  core: Core,
  press: Press,
  blocks: StoredMessage['blocks'],
  where: JsonObject,
): Promise<CommandAnswer> {
  const element = findElement(blocks, press.blockId, press.actionId);
  if (!element) return { ok: false, error: 'What you pressed is no longer there.' };
  const { type, text, value } = element;
  const action = {
    type,
    action_id: press.actionId,
    block_id: press.blockId,
    ...(text !== undefined && { text: escapeTexts(text) }),
    ...(value !== undefined && { value }),
    ...valueFields(element, press.value),
    action_ts: core.ids.ts(),
  };
  const answer = await core.deliverer.deliver('interaction', `block_actions ${press.actionId}`, {
    ...interactionPayload(core, 'block_actions', press.person),
    ...where,
    actions: [action],
  });
  if (answer.ok) return { ok: true };
  return { ok: false, error: `The app did not answer (${answer.error}).` };
}
