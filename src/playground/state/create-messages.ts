import type { Changes } from './create-changes.js';
import type { Ids } from './create-ids.js';
import type { StoredMessage, WorkspaceState } from './workspace-state.js';

export type NewMessage = Pick<StoredMessage, 'channel' | 'user' | 'from' | 'text'> &
  Partial<Omit<StoredMessage, 'ts'>>;

/** How many messages are kept; the oldest go first. */
const KEPT = 5_000;

/** The messages of the workspace: who may write what is decided before it comes here. */
export interface Messages {
  post(message: NewMessage): StoredMessage;
  /** Replaces what is given; a message that all can see is marked as edited unless `to` says otherwise. */
  update(message: StoredMessage, to: Partial<StoredMessage>): void;
  remove(message: StoredMessage): void;
  find(channel: string, ts: string): StoredMessage | undefined;
  /** The replies of a thread that are not private, oldest first. */
  replies(channel: string, threadTs: string): StoredMessage[];
}

export function createMessages(needs: {
  state: WorkspaceState;
  ids: Ids;
  changes: Changes;
}): Messages {
  const { state, ids, changes } = needs;
  const find = (channel: string, ts: string): StoredMessage | undefined =>
    state.messages.findLast((one) => one.ts === ts && one.channel === channel);
  const recount = ({ channel, threadTs }: StoredMessage): void => {
    const root = threadTs === undefined ? undefined : find(channel, threadTs);
    if (root) changes.emit({ type: 'message', message: root, why: 'counted' });
  };
  return {
    post(given) {
      const message: StoredMessage = {
        blocks: [],
        edited: false,
        reactions: [],
        ...given,
        ts: ids.ts(),
      };
      state.messages.push(message);
      if (state.messages.length > KEPT) state.messages.shift();
      changes.emit({ type: 'message', message, why: 'posted' });
      recount(message);
      return message;
    },
    update(message, to) {
      Object.assign(message, { edited: message.ephemeralTo === undefined, ...to });
      changes.emit({ type: 'message', message, why: 'updated' });
    },
    remove(message) {
      state.messages = state.messages.filter((one) => one !== message);
      changes.emit({ type: 'message-removed', message });
      recount(message);
    },
    find,
    replies: (channel, threadTs) =>
      state.messages.filter(
        (one) =>
          one.channel === channel && one.threadTs === threadTs && one.ephemeralTo === undefined,
      ),
  };
}
