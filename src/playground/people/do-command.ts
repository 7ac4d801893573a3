import type { Core } from '../core.js';
import type { Command, CommandAnswer } from '../protocol.js';
import { canSee } from '../state/visibility.js';
import { setReaction } from '../web-api/app-methods.js';
import { wireView } from '../wire/wire-view.js';
import { applyShortcut } from './apply-shortcut.js';
import { pressElement } from './press-element.js';
import { moveClock } from './move-clock.js';
import { changeArchive } from './change-archive.js';
import { archiveChannel, inviteBot, removeBot } from './change-channel.js';
import { sendMessage } from './send-message.js';
import { closeView, submitView } from './submit-view.js';
import { tellEvent } from './tell-event.js';

/** Does what a person did. Never rejects for what a person can do wrong: that is in the answer. */
export async function doCommand(core: Core, command: Command): Promise<CommandAnswer> {
  if ('person' in command && !isPerson(core, command.person))
    return { ok: false, error: 'There is no such person.' };
  switch (command.kind) {
    case 'send-message':
      return sendMessage(core, command);
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
      return inviteBot(core, command.person, command.channel);
    case 'remove-bot':
      return removeBot(core, command.person, command.channel);
    case 'archive-channel':
      return archiveChannel(core, command);
    case 'set-fault':
      core.faults.set(command.fault, command.on);
      break;
    case 'add-sample':
    case 'add-article':
    case 'write-article':
    case 'withdraw-article':
      return changeArchive(core, command);
    case 'move-clock':
      await moveClock(core, command.ms);
      break;
    case 'clear-traffic':
      core.journal.clear();
  }
  return { ok: true };
}

export function isPerson(core: Core, id: string): boolean {
  return core.state.people.some((one) => one.id === id && !one.isBot);
}

function openHome(core: Core, command: Extract<Command, { kind: 'open-home' }>): CommandAnswer {
  const { person, tab } = command;
  const home = core.state.homes[person];
  const direct = core.state.channels.find(
    (one) => one.kind === 'direct' && one.members.includes(person),
  );
  tellEvent(core, 'app_home_opened', {
    type: 'app_home_opened',
    user: person,
    channel: direct?.id ?? '',
    tab,
    ...(tab === 'home' && home && { view: wireView(core.state, home) }),
    event_ts: core.ids.ts(),
  });
  return { ok: true };
}

function react(core: Core, command: Extract<Command, { kind: 'react' }>): CommandAnswer {
  const { person, name } = command;
  const message = core.messages.find(command.channel, command.ts);
  if (!message || !canSee(core.state, person, message) || message.ephemeralTo)
    return { ok: false, error: 'This message is no longer there.' };
  const users = message.reactions.find((one) => one.name === name)?.users ?? [];
  const had = users.includes(person);
  setReaction(
    core,
    message,
    name,
    had ? users.filter((one) => one !== person) : [...users, person],
  );
  const event = had ? 'reaction_removed' : 'reaction_added';
  tellEvent(core, event, {
    type: event,
    user: person,
    reaction: name,
    item_user: message.user,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    event_ts: core.ids.ts(),
  });
  return { ok: true };
}
