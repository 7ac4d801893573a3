import type { CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { CommandAnswer } from '../protocol.js';
import { encodeTyped } from './encode-typed.js';
import { sendChangeEvent } from './events.js';

/** What a person does to a message of their own: they write it anew, or delete it. */
export function changeMessage(
  core: Core,
  command: CommandOf<'edit-message' | 'delete-message'>,
): CommandAnswer {
  const { person, ts } = command;
  const channel = core.state.channels.find((one) => one.id === command.channel);
  const message = core.messages.find(command.channel, ts);
  if (!channel || message?.from !== 'person' || message.user !== person)
    return { ok: false, error: 'You can change only what you have written yourself.' };
  if (channel.archived)
    return { ok: false, error: 'This channel has been archived: nobody can write in it.' };
  if (command.kind === 'delete-message') {
    const left = core.messages.deleteForAll(message);
    sendChangeEvent(core, channel, message, left);
    return { ok: true };
  }
  if (command.text.trim() === '') return { ok: false, error: 'There is nothing left of it.' };
  const text = encodeTyped(core.state, command.text);
  sendChangeEvent(core, channel, message, core.messages.update(message, { text }));
  return { ok: true };
}
