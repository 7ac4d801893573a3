import { checkMessage } from '../../block-kit/check-blocks.js';
import { isObject } from '../../block-kit/json.js';
import type { CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { Channel, CommandAnswer } from '../protocol.js';
import { textOf } from '../state/json.js';
import { canSee } from '../state/take-snapshot.js';
import { escapeText, fillInBlocks, wireChannelName } from '../state/wire/wire.js';
import type { WorkspaceState } from '../state/workspace-state.js';
import { changeChannel } from './change-channel.js';
import { sendMessageEvent } from './events.js';

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

  const place = { channel: channel.id, ephemeralTo: person };
  if (text.startsWith('/')) {
    const name = text.split(/\s/, 1)[0] ?? '';
    if (thread)
      return refuseInPlace(
        core,
        { ...place, ...thread },
        `${name} is not supported in threads. Sorry!`,
      );
    if (name === '/invite')
      return changeChannel(core, { kind: 'invite', person, channel: channel.id });
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
      ...place,
      ...thread,
      text: `You mentioned <@${botUser}>, but they’re not in this channel. To bring them in, type \`/invite @${core.manifest.handle}\`.`,
      offer: 'invite',
    });
  sendMessageEvent(core, channel, message);
  return { ok: true };
}

function refuse(error: string): CommandAnswer {
  return { ok: false, error };
}

/** A refusal that stands in the channel too, where this person sees it. */
function refuseInPlace(
  core: Core,
  place: { channel: string; ephemeralTo: string; threadTs?: string },
  error: string,
  advice = '',
): CommandAnswer {
  core.messages.postNote({ ...place, text: error + advice });
  return refuse(error);
}

const SLASH =
  ' In Slack, all messages that start with the “/” character are interpreted as commands.';

/**
 * Sends a slash command to the bot and shows what it answers in its acknowledgement. Without an
 * answer in three seconds the person, and nobody else, is told so.
 */
async function runSlashCommand(
  core: Core,
  person: string,
  channel: Channel,
  command: string,
  typed: string,
): Promise<CommandAnswer> {
  const { state, manifest } = core;
  const place = { channel: channel.id, ephemeralTo: person };
  const known = manifest.commands.find((one) => one.command === command);
  if (!known) return refuseInPlace(core, place, `${command} is not a valid command.`, SLASH);
  const text = known.should_escape ? encodeTyped(state, typed) : escapeText(typed);
  const answer = await core.deliverer.deliver('command', `${command} ${typed}`.trim(), {
    token: 'playground',
    team_id: state.team.id,
    team_domain: state.team.domain,
    channel_id: channel.id,
    channel_name: wireChannelName(channel),
    user_id: person,
    user_name: state.people.find((one) => one.id === person)?.name ?? '',
    command,
    text,
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url: core.responseUrls.issue({ from: 'command', person, channel: channel.id }),
    trigger_id: core.triggers.issue(person),
  });
  if (answer.ok) return showAck(core, place, command, answer.body);
  return refuseInPlace(core, place, `${command} failed with the error "${answer.error}"`);
}

/** A body of the acknowledgement is a message: private unless it says `in_channel`. */
function showAck(
  core: Core,
  place: { channel: string; ephemeralTo: string },
  command: string,
  body: unknown,
): CommandAnswer {
  const content = typeof body === 'string' ? { text: body } : body;
  if (!isObject(content) || (!content['text'] && !content['blocks'])) return { ok: true };
  if (checkMessage(content).length > 0)
    return refuseInPlace(
      core,
      place,
      `${command} failed with the error "invalid_command_response"`,
    );
  core.messages.post({
    channel: place.channel,
    user: core.state.app.botUser,
    from: 'bot',
    text: textOf(content['text']),
    blocks: fillInBlocks(content['blocks'], core.ids),
    ...(content['response_type'] !== 'in_channel' && { ephemeralTo: place.ephemeralTo }),
  });
  return { ok: true };
}

/**
 * What Slack makes of typed text: `& < >` escaped, `@maya` and `#politics` turned into mentions,
 * `@here`, `@channel` and `@everyone` into broadcasts, links put into angle brackets. Names that
 * nobody has stay as typed.
 */
export function encodeTyped(state: WorkspaceState, typed: string): string {
  return escapeText(typed)
    .replaceAll(/(^|[\s(])(https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)"'])/g, '$1<$2>')
    .replaceAll(/(^|[\s("'])@([\p{L}\p{N}._-]+)/gu, (whole, before: string, name: string) => {
      if (['here', 'channel', 'everyone'].includes(name.toLowerCase()))
        return `${before}<!${name.toLowerCase()}>`;
      const [person, rest] = longestName(name, (handle) =>
        state.people.find((one) => one.name.toLowerCase() === handle),
      );
      return person ? `${before}<@${person.id}>${rest}` : whole;
    })
    .replaceAll(/(^|[\s("'])#([\p{L}\p{N}._-]+)/gu, (whole, before: string, name: string) => {
      const [channel, rest] = longestName(name, (handle) =>
        state.channels.find((one) => one.kind !== 'direct' && one.name === handle),
      );
      return channel ? `${before}<#${channel.id}>${rest}` : whole;
    });
}

/** `@maya.` at the end of a sentence is Maya and a full stop. */
function longestName<T>(
  name: string,
  find: (handle: string) => T | undefined,
): [found: T | undefined, rest: string] {
  const bare = name.replace(/[._-]+$/, '');
  for (const handle of [name, bare]) {
    const found = find(handle.toLowerCase());
    if (found) return [found, name.slice(handle.length)];
  }
  return [undefined, ''];
}
