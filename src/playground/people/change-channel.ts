import type { Core } from '../core.js';
import type { Command, CommandAnswer } from '../protocol.js';
import { SLACKBOT } from '../state/starting-state.js';
import type { StoredChannel } from '../state/workspace-state.js';
import { joinChannel, leaveChannel } from '../web-api/conversations-methods.js';
import { postNote } from './post-note.js';

/** Brings the bot into a channel that the person is in, and says so to all. */
export function inviteBot(core: Core, person: string, id: string): CommandAnswer {
  const channel = ownChannel(core, person, id);
  if ('error' in channel) return channel;
  const { botUser } = core.state.app;
  if (channel.members.includes(botUser)) {
    postNote(core, { channel: id, person }, `<@${botUser}> is already in this channel.`);
    return { ok: true };
  }
  joinChannel(core, channel);
  say(core, channel, `<@${person}> added <@${botUser}> to the channel.`);
  return { ok: true };
}

/** Takes the bot out of a channel, and says so to all. */
export function removeBot(core: Core, person: string, id: string): CommandAnswer {
  const channel = ownChannel(core, person, id);
  if ('error' in channel) return channel;
  const { botUser } = core.state.app;
  if (!channel.members.includes(botUser))
    return { ok: false, error: 'The bot is not in this channel.' };
  leaveChannel(core, channel);
  say(core, channel, `<@${person}> removed <@${botUser}> from the channel.`);
  return { ok: true };
}

/** Closes a channel for good, or opens it again; as in Slack the messages stay readable. */
export function archiveChannel(
  core: Core,
  { person, channel: id, archived }: Extract<Command, { kind: 'archive-channel' }>,
): CommandAnswer {
  const channel = ownChannel(core, person, id);
  if ('error' in channel) return channel;
  channel.archived = archived;
  core.changes.emit({ type: 'channel', channel });
  say(core, channel, `<@${person}> ${archived ? 'archived' : 'unarchived'} the channel.`);
  return { ok: true };
}

function ownChannel(
  core: Core,
  person: string,
  id: string,
): StoredChannel | { ok: false; error: string } {
  const channel = core.state.channels.find((one) => one.id === id);
  if (!channel?.members.includes(person))
    return { ok: false, error: 'You are not in this channel.' };
  if (channel.kind === 'direct')
    return { ok: false, error: 'This is a direct message: who is in it does not change.' };
  return channel;
}

function say(core: Core, { id: channel }: StoredChannel, text: string): void {
  core.messages.post({ channel, user: SLACKBOT, from: 'slackbot', text });
}
