import type { Ids } from './create-ids.js';
import { SLACKBOT } from './starting-state.js';
import type { StoredMessage, WorkspaceState } from './workspace-state.js';

export type NewMessage = Pick<StoredMessage, 'channel' | 'user' | 'from' | 'text'> &
  Partial<Omit<StoredMessage, 'ts'>>;

/** What became of a private message in a thread without replies. Source: docs.slack.dev/reference/methods/chat.postEphemeral */
export const HIDDEN =
  'Slack does not show it: a private message in a thread is seen only once somebody has replied there';

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
  const remove = (message: StoredMessage): void =>
    replace(state.messages.filter((one) => one !== message));
  const isActiveThread = (threadTs: string): boolean =>
    state.messages.some((one) => one.threadTs === threadTs && one.ephemeralTo === undefined);
  return {
    post,
    /** A word from Slack itself: to all, or to one person with `ephemeralTo`. */
    postNote: (note: Pick<StoredMessage, 'channel' | 'text'> & Partial<StoredMessage>) =>
      void post({ user: SLACKBOT, from: 'slackbot', ...note }),
    /** Replaces what is given; a message that all can see is marked as edited unless `to` says otherwise. */
    update(message: StoredMessage, to: Partial<StoredMessage>): StoredMessage {
      const updated = { ...message, edited: message.ephemeralTo === undefined, ...to };
      replace(state.messages.map((one) => (one === message ? updated : one)));
      return updated;
    },
    /** Takes it away; one with replies leaves its place to a notice, as in Slack. */
    deleteForAll(message: StoredMessage): StoredMessage | null {
      const { channel, ts } = message;
      if (!isActiveThread(ts)) {
        remove(message);
        return null;
      }
      const notice: StoredMessage = {
        channel,
        ts,
        user: SLACKBOT,
        from: 'slackbot',
        subtype: 'tombstone',
        text: 'This message was deleted.',
        blocks: [],
        edited: false,
        reactions: [],
      };
      replace(state.messages.map((one) => (one === message ? notice : one)));
      return notice;
    },
    remove,
    /** Somebody has replied in it, so that Slack shows private messages there too; in any other thread it shows none. */
    isActiveThread,
    find: (channel: string, ts: string) =>
      state.messages.findLast((one) => one.ts === ts && one.channel === channel),
  };
}
