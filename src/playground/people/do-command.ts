import type { Command, CommandOf } from '../commands.js';
import type { Core } from '../core.js';
import type { CommandAnswer } from '../protocol.js';
import { canSee } from '../state/take-snapshot.js';
import { wireView } from '../state/wire/wire.js';
import { changeArchive } from './change-archive.js';
import { changeChannel } from './change-channel.js';
import { changeMessage } from './change-message.js';
import { sendEvent } from './events.js';
import { applyShortcut, closeView, pressElement, submitView } from './interactions.js';
import { runWorkflow, sendMessage } from './send-message.js';

/** Does what a person did. Never rejects for what a person can do wrong: that is in the answer. */
export async function doCommand(core: Core, command: Command): Promise<CommandAnswer> {
  if ('person' in command && !isPerson(core, command.person))
    return { ok: false, error: 'There is no such person.' };
  switch (command.kind) {
    case 'send-message':
      return sendMessage(core, command);
    case 'run-workflow':
      return runWorkflow(core, command);
    case 'edit-message':
    case 'delete-message':
      return changeMessage(core, command);
    case 'stop-session':
      return stopSession(core, command);
    case 'press':
      return pressElement(core, command);
    case 'submit-view':
      return submitView(core, command);
    case 'close-view':
      return closeView(core, command);
    case 'shortcut':
      return applyShortcut(core, command);
    case 'open-home':
      return openHome(core, command);
    case 'react':
      return react(core, command);
    case 'invite':
    case 'remove-bot':
    case 'archive-channel':
      return changeChannel(core, command);
    case 'set-fault':
      core.faults.set(command.fault, command.on);
      break;
    case 'disconnect-socket':
      return disconnectSocket(core, command);
    case 'add-sample':
    case 'add-article':
    case 'write-article':
    case 'withdraw-article':
      return changeArchive(core, command);
    case 'move-clock':
      await core.clock.forward(command.ms);
      core.changed();
      break;
    case 'clear-traffic':
      core.journal.clear();
  }
  return { ok: true };
}

export function isPerson(core: Core, id: string): boolean {
  return core.state.people.some((one) => one.id === id && !one.isBot);
}

function openHome(core: Core, { person, tab }: CommandOf<'open-home'>): CommandAnswer {
  const home = core.state.homes[person];
  const direct = core.state.channels.find(
    (one) => one.kind === 'direct' && one.members.includes(person),
  );
  sendEvent(core, 'app_home_opened', {
    type: 'app_home_opened',
    user: person,
    channel: direct?.id,
    tab,
    ...(tab === 'home' && home && { view: wireView(core.state, home) }),
    event_ts: core.ids.ts(),
  });
  return { ok: true };
}

/** Slack asks and no more: whether it stops, and says so, is for the agent. */
function stopSession(core: Core, command: CommandOf<'stop-session'>): CommandAnswer {
  const { person, threadTs } = command;
  const channel = core.state.channels.find((one) => one.id === command.channel);
  const session = core.state.sessions.find(
    (one) => one.channel === command.channel && one.threadTs === threadTs,
  );
  if (!channel?.members.includes(person) || session?.status !== 'processing')
    return { ok: false, error: 'Nothing is being worked on here.' };
  const event = {
    type: 'agent_session_stopped',
    user: person,
    channel: channel.id,
    thread_ts: threadTs,
    streaming_message_ts: [],
    event_ts: core.ids.ts(),
  };
  sendEvent(core, 'agent_session_stopped', event, channel);
  return { ok: true };
}

function disconnectSocket(core: Core, { reason }: CommandOf<'disconnect-socket'>): CommandAnswer {
  const told = core.disconnect(reason);
  if (!told) return { ok: false, error: 'The bot has no socket open.' };
  core.journal.open({
    direction: 'to-bot',
    kind: 'socket',
    title: `disconnect: ${reason}`,
    outcome: 'ok',
    note: 'Slack closes this socket in ten seconds; another one must be open by then',
  });
  return { ok: true };
}

function react(core: Core, { person, channel, ts, name }: CommandOf<'react'>): CommandAnswer {
  const message = core.messages.find(channel, ts);
  if (!message || !canSee(core.state, person, message) || message.ephemeralTo)
    return { ok: false, error: 'This message is no longer there.' };
  const before = message.reactions.find((one) => one.name === name)?.users ?? [];
  const without = before.filter((one) => one !== person);
  const users = before.includes(person) ? without : [...before, person];
  const others = message.reactions.filter((one) => one.name !== name);
  core.messages.update(message, {
    reactions: users.length > 0 ? [...others, { name, users }] : others,
    edited: message.edited,
  });
  return { ok: true };
}
