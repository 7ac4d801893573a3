import type { Core } from '../core.js';
import type { After } from '../delivery/delivery.js';
import type { CommandAnswer, EnteredValue, EnteredValues, Message, View } from '../protocol.js';
import { createArrivals } from '../state/create-arrivals.js';
import { seenMessage, seenView } from '../state/seen-by-person.js';
import { canSee } from '../state/visibility.js';
import { elementsOf } from '../wire/blocks.js';
import { readMessage } from '../wire/read-message.js';
import { doCommand } from './do-command.js';

/** Which message is waited for; what is absent may be anything. */
export interface MessageFilter {
  /** An id or a name: `C0NEWSROOM`, `#newsroom`. */
  channel?: string;
  /** Default: the bot or Slackbot. */
  from?: Message['from'];
  /** A person's id or name: a message that only they see. null: one that all see. */
  ephemeralTo?: string | null;
  /** null: not in a thread. */
  threadTs?: string | null;
  /** Stands somewhere in its text or its blocks. */
  text?: string | RegExp;
}

/**
 * People by their names (`maya` or an id), channels by theirs (`#newsroom` or an id; a person's name
 * for their direct message with the bot). A name that nobody has throws.
 */
export interface Visitors {
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
    where: Pick<Message, 'channel' | 'ts' | 'blocks'> | Pick<View, 'id' | 'blocks'>,
    actionId: string,
    options?: { value?: EnteredValue; values?: EnteredValues; blockId?: string },
  ): Promise<CommandAnswer>;
  submit(person: string, view: Pick<View, 'id'>, values?: EnteredValues): Promise<CommandAnswer>;
  /** What that person sees there, oldest first, replies included. */
  visibleTo(person: string, channel: string): Message[];
  /**
   * The next message that was posted or changed, from the bot or Slackbot unless the filter says
   * otherwise. Each is handed out once, in order, also when it came before the call; so two calls
   * in a row give two messages. Rejects after `timeoutMs` (default 5,000) with what came instead.
   */
  nextMessage(filter?: MessageFilter, options?: { timeoutMs?: number }): Promise<Message>;
  /** The same for the topmost modal of a person, each time it opens or changes, and for their Home tab. */
  nextView(person: string, type: 'modal' | 'home', options?: { timeoutMs?: number }): Promise<View>;
}

const TIMEOUT_MS = 5_000;

/** `after` is this machine's clock: nobody waits longer because the workspace's was moved. */
export function createVisitors(core: Core, after: After): Visitors {
  const { state, changes } = core;
  const messages = createArrivals<Message>({
    after,
    what: 'message',
    describe: (one) => `${one.channel} ${one.from}: ${readMessage(one).slice(0, 200)}`,
  });
  const views = createArrivals<{ person: string; view: View }>({
    after,
    what: 'view',
    describe: ({ person, view }) => `${person} ${view.type}: ${view.title}`,
  });
  changes.subscribe((change) => {
    if (change.type === 'message' && change.why !== 'counted')
      messages.add(seenMessage(state, change.message.ephemeralTo ?? '', change.message));
    if (change.type !== 'home' && change.type !== 'modals') return;
    const { person } = change;
    const stored = change.type === 'home' ? state.homes[person] : state.modals[person]?.at(-1);
    if (stored) views.add({ person, view: seenView(stored) });
  });

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

  return {
    personId,
    channelId,
    say: (person, channel, text, { thread } = {}) =>
      doCommand(core, {
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
      return doCommand(core, {
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
      doCommand(core, { kind: 'submit-view', person: personId(person), view: view.id, values }),
    visibleTo(person, channel) {
      const [who, where] = [personId(person), channelId(channel)];
      return state.messages
        .filter((one) => one.channel === where && canSee(state, who, one))
        .map((one) => seenMessage(state, who, one));
    },
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

function hasText(message: Message, wanted: string | RegExp): boolean {
  const text = `${message.text}\n${readMessage(message)}`;
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
