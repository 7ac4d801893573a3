import type { StoredMessage, WorkspaceState } from './workspace-state.js';

/** Public channels are seen by everybody; private ones and direct messages by their members. */
export function canSeeChannel(state: WorkspaceState, person: string, channel: string): boolean {
  const found = state.channels.find((one) => one.id === channel);
  return found !== undefined && (found.kind === 'public' || found.members.includes(person));
}

/** The channel is theirs to see, and the message is for all or for them. */
export function canSee(state: WorkspaceState, person: string, message: StoredMessage): boolean {
  const addressed = message.ephemeralTo === undefined || message.ephemeralTo === person;
  return addressed && canSeeChannel(state, person, message.channel);
}
