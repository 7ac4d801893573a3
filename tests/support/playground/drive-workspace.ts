import type { EnteredValue, EnteredValues } from '../../../src/playground/commands.js';
import type { SlackWorkspace } from '../../../src/playground/create-workspace.js';
import type {
  CommandAnswer,
  SlackMessage,
  Snapshot,
  TrafficEntry,
  SlackView,
} from '../../../src/playground/protocol.js';
import type { After } from '../../../src/playground/state/movable-clock.js';
import { messagesSeenBy, seenView } from '../../../src/playground/state/take-snapshot.js';
import { elementsOf } from '../../../src/playground/state/wire/wire.js';
import { createArrivals } from './create-arrivals.js';
import { readMessage } from './read-message.js';

/** Which message is waited for; what is absent may be anything. */
interface MessageFilter {
  /** An id or a name: `C0NEWSROOM`, `#newsroom`. */
  channel?: string;
  /** Default: the bot or Slackbot. */
  from?: SlackMessage['from'];
  /** A person's id or name: a message that only they see. null: one that all see. */
  ephemeralTo?: string | null;
  /** null: not in a thread. */
  threadTs?: string | null;
  /** Stands somewhere in its text or its blocks. */
  text?: string | RegExp;
}

/**
 * A workspace with hands and eyes. People by their names (`maya` or an id), channels by theirs (`#newsroom` or an id; a
 * person's name for their direct message with the bot). A name that nobody has throws.
 */
export interface DrivenWorkspace extends SlackWorkspace {
  personId(name: string): string;
  channelId(name: string): string;
  /** Types a text and sends it; for a slash command resolves when the bot has acknowledged. */
  say(
    person: string,
    channel: string,
    text: string,
    options?: { thread?: string },
  ): Promise<CommandAnswer>;
  /** Clicks, or chooses `value`, in a message or view; `blockId` only where an action_id occurs twice. */
  press(
    person: string,
    where: Pick<SlackMessage, 'channel' | 'ts' | 'blocks'> | Pick<SlackView, 'id' | 'blocks'>,
    actionId: string,
    options?: { value?: EnteredValue; values?: EnteredValues; blockId?: string },
  ): Promise<CommandAnswer>;
  submit(
    person: string,
    view: Pick<SlackView, 'id'>,
    values?: EnteredValues,
  ): Promise<CommandAnswer>;
  moveClock(ms: number): Promise<CommandAnswer>;
  /** Everything as that person sees it. */
  seenBy(person: string): Snapshot;
  /** What that person sees there, oldest first, replies included. */
  visibleTo(person: string, channel: string): SlackMessage[];
  traffic(): TrafficEntry[];
  /**
   * The next message that was posted or changed, from the bot or Slackbot unless the filter says
   * otherwise. Each is handed out once, in order, also when it came before the call; so two calls
   * in a row give two messages. Rejects after `timeoutMs` (default 5,000) with what came instead.
   */
  nextMessage(filter?: MessageFilter, options?: { timeoutMs?: number }): Promise<SlackMessage>;
  /** The same for the topmost modal of a person, each time it opens or changes, and for their Home tab. */
  nextView(
    person: string,
    type: 'modal' | 'home',
    options?: { timeoutMs?: number },
  ): Promise<SlackView>;
}

const TIMEOUT_MS = 5_000;

const realAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** `after` is this machine's clock: nobody waits longer because the workspace's was moved. */
export function driveWorkspace(workspace: SlackWorkspace, after = realAfter): DrivenWorkspace {
  const { state } = workspace;
  const { messages, views } = watch(workspace, after);

  const personId = (name: string): string => {
    const found = state.people.find((one) => one.id === name || one.name === name);
    if (!found) throw new Error(`There is no person called ${name}.`);
    return found.id;
  };
  const channelId = (name: string): string => {
    const bare = name.replace(/^#/, '');
    const found =
      state.channels.find((one) => one.id === name || (one.name !== '' && one.name === bare)) ??
      state.channels.find((one) => one.kind === 'direct' && one.members[0] === personId(name));
    if (!found) throw new Error(`There is no channel called ${name}.`);
    return found.id;
  };
  const seenBy = (person: string): Snapshot => {
    const snapshot = workspace.snapshot(personId(person));
    if (!snapshot) throw new Error(`${person} does not look at the workspace.`);
    return snapshot;
  };

  return {
    ...workspace,
    personId,
    channelId,
    seenBy,
    say: (person, channel, text, { thread } = {}) =>
      workspace.do({
        kind: 'send-message',
        person: personId(person),
        channel: channelId(channel),
        text,
        ...(thread !== undefined && { threadTs: thread }),
      }),
    press(person, where, actionId, { blockId, ...options } = {}) {
      const block = where.blocks.find(
        (one) =>
          (blockId === undefined || one.block_id === blockId) &&
          elementsOf(one).some((element) => element['action_id'] === actionId),
      );
      return workspace.do({
        kind: 'press',
        person: personId(person),
        blockId: block?.block_id ?? '',
        actionId,
        ...('id' in where
          ? { view: where.id }
          : { message: { channel: where.channel, ts: where.ts } }),
        ...options,
      });
    },
    submit: (person, view, values = {}) =>
      workspace.do({ kind: 'submit-view', person: personId(person), view: view.id, values }),
    moveClock: (ms) => workspace.do({ kind: 'move-clock', ms }),
    visibleTo(person, channel) {
      const id = channelId(channel);
      return seenBy(person).messages.filter((one) => one.channel === id);
    },
    traffic: () => workspace.snapshot()?.traffic ?? [],
    nextMessage(filter = {}, { timeoutMs = TIMEOUT_MS } = {}) {
      const channel = filter.channel === undefined ? undefined : channelId(filter.channel);
      const to = typeof filter.ephemeralTo === 'string' ? personId(filter.ephemeralTo) : null;
      return messages.next(
        (one) =>
          (channel === undefined || one.channel === channel) &&
          (filter.from === undefined ? one.from !== 'person' : one.from === filter.from) &&
          (filter.ephemeralTo === undefined || (one.ephemeralTo ?? null) === to) &&
          (filter.threadTs === undefined || (one.threadTs ?? null) === filter.threadTs) &&
          (filter.text === undefined || hasText(one, filter.text)),
        timeoutMs,
      );
    },
    async nextView(person, type, { timeoutMs = TIMEOUT_MS } = {}) {
      const id = personId(person);
      const found = await views.next(
        (one) => one.person === id && one.view.type === type,
        timeoutMs,
      );
      return found.view;
    },
  };
}

/** Gathers what is new after each change: what changes is another object than before. */
function watch(workspace: SlackWorkspace, after: After) {
  const { state } = workspace;
  const messages = createArrivals<SlackMessage>({
    after,
    what: 'message',
    describe: (one) => `${one.channel} ${one.from}: ${readMessage(one).slice(0, 200)}`,
  });
  const views = createArrivals<{ person: string; view: SlackView }>({
    after,
    what: 'view',
    describe: ({ person, view }) => `${person} ${view.type}: ${view.title}`,
  });
  const known = new WeakSet<object>([
    ...state.messages,
    ...Object.values(state.homes),
    ...Object.values(state.modals).flat(),
  ]);
  const isNew = (one: object): boolean => !known.has(one) && known.add(one).has(one);
  workspace.onChange(() => {
    for (const stored of state.messages.filter(isNew)) {
      const channel = state.channels.find(({ id }) => id === stored.channel);
      const reader = stored.ephemeralTo ?? channel?.members[0] ?? '';
      const message = messagesSeenBy(state, reader).find(({ ts }) => ts === stored.ts);
      if (message) messages.add(message);
    }
    for (const { id: person } of state.people) {
      const shown = [state.homes[person], state.modals[person]?.at(-1)];
      for (const view of shown)
        if (view && isNew(view)) views.add({ person, view: seenView(view) });
    }
  });
  return { messages, views };
}

function hasText(message: SlackMessage, wanted: string | RegExp): boolean {
  const text = `${message.text}\n${readMessage(message)}`;
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
