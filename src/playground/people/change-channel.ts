import type { JsonObject } from '../../block-kit/json.js';
import type { CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { Channel, CommandAnswer } from '../protocol.js';
import { sendEvent } from './events.js';

/**
 * What a person does to a channel that they are in, said to all: they bring the bot in or take it out (a private channel
 * is then unknown to it), or close the channel for good or open it again; as in Slack the messages stay readable.
 */
export function changeChannel(
  core: Core,
  command: CommandOf<'invite' | 'remove-bot' | 'archive-channel'>,
): CommandAnswer {
  const { person, channel: id } = command;
  const { botUser } = core.state.app;
  const channel = core.state.channels.find((one) => one.id === id);
  if (!channel?.members.includes(person))
    return { ok: false, error: 'You are not in this channel.' };
  const who = core.state.people.find((one) => one.id === person);
  if (who?.team || who?.guest)
    return {
      ok: false,
      error: 'Guests and people of other organisations cannot do this to a channel.',
    };
  if (channel.kind === 'direct')
    return { ok: false, error: 'This is a direct message: who is in it does not change.' };
  const hasBot = channel.members.includes(botUser);
  const say = (text: string, to?: { ephemeralTo: string }): CommandAnswer => {
    core.messages.postNote({ channel: id, text, ...to });
    return { ok: true };
  };
  switch (command.kind) {
    case 'invite':
      if (hasBot) return say(`<@${botUser}> is already in this channel.`, { ephemeralTo: person });
      channel.members.push(botUser);
      sendEvent(core, 'member_joined_channel', joined(core, channel, person), channel);
      return say(`<@${person}> added <@${botUser}> to the channel.`);
    case 'remove-bot':
      if (!hasBot) return { ok: false, error: 'The bot is not in this channel.' };
      channel.members = channel.members.filter((one) => one !== botUser);
      return say(`<@${person}> removed <@${botUser}> from the channel.`);
    case 'archive-channel':
      channel.archived = command.archived;
      return say(`<@${person}> ${command.archived ? 'archived' : 'unarchived'} the channel.`);
  }
}

function joined(core: Core, channel: Channel, inviter: string): JsonObject {
  return {
    type: 'member_joined_channel',
    user: core.state.app.botUser,
    channel: channel.id,
    channel_type: channel.kind === 'public' ? 'C' : 'G',
    team: core.state.team.id,
    inviter,
    event_ts: core.ids.ts(),
  };
}
