import type { Ids } from './create-ids.js';
import { SLACKBOT } from './starting-state.js';
import type { StoredMessage, WorkspaceState } from './workspace-state.js';

type NewMessage = Pick<StoredMessage, 'channel' | 'user' | 'from' | 'text'> &
  Partial<Omit<StoredMessage, 'ts'>>;

/** How many messages are kept; the oldest go first. */
const KEPT = 5_000;

/** The messages of the workspace: who may write what is decided before it comes here. */
export interface Messages {
  post(message: NewMessage): StoredMessage;
  /** A word from Slack itself: to all, or to one person with `ephemeralTo`. */
  postNote(note: Pick<StoredMessage, 'channel' | 'text'> & Partial<StoredMessage>): void;
  /** Replaces what is given; a message that all can see is marked as edited unless `to` says otherwise. */
  update(message: StoredMessage, to: Partial<StoredMessage>): void;
  remove(message: StoredMessage): void;
  find(channel: string, ts: string): StoredMessage | undefined;
}

export function createMessages(needs: {
  state: WorkspaceState;
  ids: Ids;
  changed: () => void;
}): Messages {
  const { state, ids, changed } = needs;
  const replace = (messages: StoredMessage[]): void => {
    state.messages = messages;
    changed();
  };
  const post: Messages['post'] = (given) => {
    const message = { blocks: [], edited: false, reactions: [], ...given, ts: ids.ts() };
    replace([...state.messages.slice(1 - KEPT), message]);
    return message;
  };
  return {
    post,
    postNote: (note) => void post({ user: SLACKBOT, from: 'slackbot', ...note }),
    update(message, to) {
      const updated = { ...message, edited: message.ephemeralTo === undefined, ...to };
      replace(state.messages.map((one) => (one === message ? updated : one)));
    },
    remove: (message) => replace(state.messages.filter((one) => one !== message)),
    find: (channel, ts) =>
      state.messages.findLast((one) => one.ts === ts && one.channel === channel),
  };
}
