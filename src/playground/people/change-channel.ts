import type { CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { Channel, CommandAnswer } from '../protocol.js';

/** Brings the bot into a channel that the person is in, and says so to all. */
export function inviteBot(core: Core, person: string, id: string): CommandAnswer {
  const channel = ownChannel(core, person, id);
  if ('error' in channel) return channel;
  const { botUser } = core.state.app;
  if (channel.members.includes(botUser)) {
    const text = `<@${botUser}> is already in this channel.`;
    core.messages.postNote({ channel: id, ephemeralTo: person, text });
    return { ok: true };
  }
  channel.members.push(botUser);
  core.messages.postNote({
    channel: id,
    text: `<@${person}> added <@${botUser}> to the channel.`,
  });
  return { ok: true };
}

/** Takes the bot out of a channel, and says so to all. A private channel is then unknown to it. */
export function removeBot(core: Core, person: string, id: string): CommandAnswer {
  const channel = ownChannel(core, person, id);
  if ('error' in channel) return channel;
  const { botUser } = core.state.app;
  if (!channel.members.includes(botUser))
    return { ok: false, error: 'The bot is not in this channel.' };
  channel.members = channel.members.filter((one) => one !== botUser);
  core.messages.postNote({
    channel: id,
    text: `<@${person}> removed <@${botUser}> from the channel.`,
  });
  return { ok: true };
}

/** Closes a channel for good, or opens it again; as in Slack the messages stay readable. */
export function archiveChannel(
  core: Core,
  { person, channel: id, archived }: CommandOf<'archive-channel'>,
): CommandAnswer {
  const channel = ownChannel(core, person, id);
  if ('error' in channel) return channel;
  channel.archived = archived;
  const text = `<@${person}> ${archived ? 'archived' : 'unarchived'} the channel.`;
  core.messages.postNote({ channel: id, text });
  return { ok: true };
}

function ownChannel(
  core: Core,
  person: string,
  id: string,
): Channel | { ok: false; error: string } {
  const channel = core.state.channels.find((one) => one.id === id);
  if (!channel?.members.includes(person))
    return { ok: false, error: 'You are not in this channel.' };
  if (channel.kind === 'direct')
    return { ok: false, error: 'This is a direct message: who is in it does not change.' };
  return channel;
}
