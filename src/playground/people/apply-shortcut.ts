import type { Core } from '../core.js';
import type { CommandOf } from '../commands.js';
import type { CommandAnswer } from '../protocol.js';
import { canSee } from '../state/take-snapshot.js';
import { escapeTexts } from '../state/wire/blocks.js';
import { wireMessage } from '../state/wire/wire-message.js';
import { interactionPayload, payloadChannel } from './interaction-payload.js';

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
  const answer = await core.deliverer.deliver('interaction', `message_action ${callbackId}`, {
    ...interactionPayload(core, 'message_action', person),
    callback_id: callbackId,
    action_ts: core.ids.ts(),
    message_ts: ts,
    channel: payloadChannel(channel),
    message: escapeTexts(wireMessage(core.state, message)),
    response_url: core.responseUrls.issue({ from: 'shortcut', person, channel: channel.id }),
  });
  if (answer.ok) return { ok: true };
  return { ok: false, error: `The app did not answer (${answer.error}).` };
}
