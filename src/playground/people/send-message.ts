import type { Core } from '../core.js';
import type { CommandOf } from '../commands.js';
import type { CommandAnswer } from '../protocol.js';
import { canSee } from '../state/take-snapshot.js';
import { inviteBot } from './change-channel.js';
import { sendPersonMessage } from './events.js';
import { runSlashCommand } from './run-slash-command.js';
import { encodeTyped } from './encode-typed.js';

/** What becomes of a text in the composer: a slash command, an invitation or a message. */
export async function sendMessage(
  core: Core,
  command: CommandOf<'send-message'>,
): Promise<CommandAnswer> {
  const { person, text, threadTs } = command;
  const channel = core.state.channels.find((one) => one.id === command.channel);
  if (!channel?.members.includes(person)) return refuse('You are not in this channel.');
  if (channel.archived) return refuse('This channel has been archived: nobody can write in it.');
  if (text.trim() === '') return refuse('There is nothing to send.');
  const root = threadTs === undefined ? undefined : core.messages.find(channel.id, threadTs);
  if (threadTs !== undefined && (!root || root.ephemeralTo || !canSee(core.state, person, root)))
    return refuse('There is no such thread.');
  const thread = root && { threadTs: root.threadTs ?? root.ts };

  if (text.startsWith('/')) {
    const name = text.split(/\s/, 1)[0] ?? '';
    if (thread) {
      const sentence = `${name} is not supported in threads. Sorry!`;
      core.messages.postNote({
        channel: channel.id,
        ephemeralTo: person,
        ...thread,
        text: sentence,
      });
      return refuse(sentence);
    }
    if (name === '/invite') return inviteBot(core, person, channel.id);
    return runSlashCommand(core, person, channel, name, text.slice(name.length).trim());
  }

  const message = core.messages.post({
    channel: channel.id,
    user: person,
    from: 'person',
    text: encodeTyped(core.state, text),
    ...thread,
  });
  const { botUser } = core.state.app;
  if (message.text.includes(`<@${botUser}>`) && !channel.members.includes(botUser))
    core.messages.postNote({
      channel: channel.id,
      ephemeralTo: person,
      ...thread,
      text: `You mentioned <@${botUser}>, but they’re not in this channel. To bring them in, type \`/invite @${core.manifest.handle}\`.`,
      offer: 'invite',
    });
  sendPersonMessage(core, channel, message);
  return { ok: true };
}

function refuse(error: string): CommandAnswer {
  return { ok: false, error };
}
