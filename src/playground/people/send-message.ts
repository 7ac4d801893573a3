import type { JsonObject } from '../../block-kit/json.js';
import type { CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { Channel, CommandAnswer } from '../protocol.js';
import { canSee } from '../state/take-snapshot.js';
import { WORKFLOW, type StoredMessage } from '../state/workspace-state.js';
import { changeChannel } from './change-channel.js';
import { encodeTyped } from './encode-typed.js';
import { sendMessageEvent } from './events.js';
import { refuseInPlace, runSlashCommand } from './run-slash-command.js';

/** What becomes of a text in the composer: a slash command, an invitation or a message. */
export async function sendMessage(
  core: Core,
  command: CommandOf<'send-message'>,
): Promise<CommandAnswer> {
  const { person, text, threadTs } = command;
  const channel = findWritable(core, person, command.channel);
  if ('error' in channel) return channel;
  const forwarded = command.forwarded && findSeen(core, person, command.forwarded);
  if (command.forwarded && !forwarded) return refuse('The message to forward is not there.');
  if (text.trim() === '' && !command.file && !forwarded) return refuse('There is nothing to send.');
  const root = threadTs === undefined ? undefined : core.messages.find(channel.id, threadTs);
  if (threadTs !== undefined && (!root || root.ephemeralTo || !canSee(core.state, person, root)))
    return refuse('There is no such thread.');
  const thread = root && { threadTs: root.threadTs ?? root.ts };

  const place = { channel: channel.id, ephemeralTo: person };
  const name = text.split(/\s/, 1)[0] ?? '';
  if (text.startsWith('/')) {
    if (thread)
      return refuseInPlace(
        core,
        { ...place, ...thread },
        `${name} is not supported in threads. Sorry!`,
      );
    if (name === '/invite')
      return changeChannel(core, { kind: 'invite', person, channel: channel.id });
    if (name !== '/me')
      return runSlashCommand(core, person, channel, name, text.slice(name.length).trim());
  }
  const about = name === '/me' ? text.slice(name.length).trim() : undefined;
  if (about === '') return refuse('There is nothing to send.');

  const subtype = subtypeOf(command, about !== undefined);
  const message = core.messages.post({
    channel: channel.id,
    user: person,
    from: 'person',
    text: encodeTyped(core.state, about ?? text),
    ...thread,
    ...(subtype && { subtype }),
    ...(command.file && { files: [{ id: core.ids.id('F'), ...command.file }] }),
    ...(forwarded && { attachments: [attachment(core, forwarded)] }),
  });
  const { botUser } = core.state.app;
  if (message.text.includes(`<@${botUser}>`) && !channel.members.includes(botUser))
    core.messages.postNote({
      ...place,
      ...thread,
      text: `You mentioned <@${botUser}>, but they’re not in this channel. To bring them in, type \`/invite @${core.manifest.handle}\`.`,
      offer: 'invite',
    });
  sendMessageEvent(core, channel, message);
  return { ok: true };
}

/** A workflow writes in a channel that the person who started it is in: the bot is told of no person. */
export function runWorkflow(
  core: Core,
  { person, channel: id, text }: CommandOf<'run-workflow'>,
): CommandAnswer {
  const channel = findWritable(core, person, id);
  if ('error' in channel) return channel;
  const message = core.messages.post({
    ...WORKFLOW,
    channel: channel.id,
    from: 'workflow',
    subtype: 'bot_message',
    text: encodeTyped(core.state, text),
  });
  sendMessageEvent(core, channel, message);
  return { ok: true };
}

function findWritable(core: Core, person: string, id: string): Channel | Refusal {
  const channel = core.state.channels.find((one) => one.id === id);
  if (!channel?.members.includes(person)) return refuse('You are not in this channel.');
  if (channel.archived) return refuse('This channel has been archived: nobody can write in it.');
  return channel;
}

function findSeen(
  core: Core,
  person: string,
  { channel, ts }: { channel: string; ts: string },
): StoredMessage | undefined {
  const message = core.messages.find(channel, ts);
  const seen = message && !message.ephemeralTo && canSee(core.state, person, message);
  return seen ? message : undefined;
}

function subtypeOf(
  { broadcast, threadTs, file }: CommandOf<'send-message'>,
  isAboutMe: boolean,
): StoredMessage['subtype'] {
  if (isAboutMe) return 'me_message';
  if (broadcast === true && threadTs !== undefined) return 'thread_broadcast';
  return file && 'file_share';
}

/** A forwarded message as Slack hangs it on the one that hands it on. */
function attachment(core: Core, message: StoredMessage): JsonObject {
  const author = core.state.people.find(({ id }) => id === message.user);
  return {
    id: 1,
    is_msg_unfurl: true,
    is_share: true,
    channel_id: message.channel,
    ts: message.ts,
    author_id: message.user,
    author_name: author?.realName ?? message.username ?? '',
    from_url: `${core.origin()}/archives/${message.channel}/p${message.ts.replace('.', '')}`,
    fallback: message.text,
    text: message.text,
    mrkdwn_in: ['text'],
  };
}

type Refusal = CommandAnswer & { error: string };

function refuse(error: string): Refusal {
  return { ok: false, error };
}
