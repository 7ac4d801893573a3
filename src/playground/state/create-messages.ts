import type { Ids } from './create-ids.js';
import { SLACKBOT } from './starting-state.js';
import type { StoredMessage, WorkspaceState } from './workspace-state.js';

export type NewMessage = Pick<StoredMessage, 'channel' | 'user' | 'from' | 'text'> &
  Partial<Omit<StoredMessage, 'ts'>>;

/** How many messages are kept; the oldest go first. */
const KEPT = 5_000;

interface MessagesNeeds {
  state: WorkspaceState;
  ids: Ids;
  changed: () => void;
}

export interface Messages extends ReturnType<typeof createMessages> {}

/** The messages of the workspace: who may write what is decided before it comes here. */
export function createMessages({ state, ids, changed }: MessagesNeeds) {
  const replace = (messages: StoredMessage[]): void => {
    state.messages = messages;
    changed();
  };
  const post = (given: NewMessage): StoredMessage => {
    const message: StoredMessage = {
      blocks: [],
      edited: false,
      reactions: [],
      ...given,
      ts: ids.ts(),
    };
    replace([...state.messages.slice(1 - KEPT), message]);
    return message;
  };
  return {
    post,
    /** A word from Slack itself: to all, or to one person with `ephemeralTo`. */
    postNote: (note: Pick<StoredMessage, 'channel' | 'text'> & Partial<StoredMessage>) =>
      void post({ user: SLACKBOT, from: 'slackbot', ...note }),
    /** Replaces what is given; a message that all can see is marked as edited unless `to` says otherwise. */
    update(message: StoredMessage, to: Partial<StoredMessage>): void {
      const updated = { ...message, edited: message.ephemeralTo === undefined, ...to };
      replace(state.messages.map((one) => (one === message ? updated : one)));
    },
    remove: (message: StoredMessage) => replace(state.messages.filter((one) => one !== message)),
    find: (channel: string, ts: string) =>
      state.messages.findLast((one) => one.ts === ts && one.channel === channel),
  };
}
