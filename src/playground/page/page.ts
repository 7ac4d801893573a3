import type { ArchiveCommand, Command, CommandOf, EnteredValue } from '../commands.js';
import type { CommandAnswer, SlackMessage, SlackView } from '../protocol.js';
import { type ConfirmTexts, enteredIn } from './blocks/surface.js';
import type { TryThis } from './panes/try-these.js';
import type { SendCommand } from './store/connection.js';
import { withEmojiCodes } from './text/emoji.js';
import {
  composerKey,
  latestTs,
  messageAt,
  type PageStore,
  type PagePlace,
  without,
} from './store/store.js';

/** A command but for who is acting. */
export type Deed = Command extends infer One
  ? One extends Command
    ? Omit<One, 'person'>
    : never
  : never;

export interface PageDeeds extends ReturnType<typeof createPage> {}

/** Everything a person can do on the page. Each deed tells the store, the workspace, or both. */
export function createPage(needs: {
  store: PageStore;
  send: SendCommand;
  /** Looks through another person's eyes: another stream of events. */
  actAs: (person: string) => void;
}) {
  const { store, send, actAs } = needs;
  const { get, set } = store;
  const person = () => get().world?.person ?? '';

  const count = (what: string, by: 1 | -1): void => {
    const { working } = get();
    const number = (working[what] ?? 0) + by;
    set({ working: number > 0 ? { ...working, [what]: number } : without(working, [what]) });
  };
  /** Sends what the acting person does, with a sign of work in the meantime. */
  const tell = async (deed: Deed, what: string = deed.kind): Promise<CommandAnswer> => {
    count(what, 1);
    // Commands that are nobody's in particular are taken with or without a person.
    const command = { ...deed, person: person() };
    const answer = await send(command);
    count(what, -1);
    return answer;
  };
  /** The same; a refusal has no place of its own and is a notice. */
  const tellAloud = async (deed: Deed, what?: string): Promise<CommandAnswer> => {
    const answer = await tell(deed, what);
    if (!answer.ok) set({ notice: answer.error ?? 'That did not work.' });
    return answer;
  };

  const draft = (composer: string, text: string): void =>
    set({ drafts: { ...get().drafts, [composer]: text } });
  const focus = (composer: string): void =>
    set({ focus: { composer, turn: get().focus.turn + 1 } });
  const fill = (composer: string, text: string): void => {
    draft(composer, text);
    focus(composer);
  };

  /** False: refused, and the text is back in its composer with the reason. */
  const say = async (
    channel: string,
    text: string,
    threadTs?: string,
    beside: Partial<Pick<CommandOf<'send-message'>, 'broadcast' | 'file'>> = {},
  ): Promise<boolean> => {
    const composer = composerKey(person(), channel, threadTs);
    const { drafts, refused } = get();
    set({ drafts: without(drafts, [composer]), refused: without(refused, [composer]) });
    const thread = threadTs === undefined ? {} : { threadTs };
    const sent = withEmojiCodes(text);
    const deed = { kind: 'send-message', channel, text: sent, ...thread, ...beside } as const;
    const answer = await tell(deed, `say/${composer}`);
    if (answer.ok) return true;
    // What was typed in the meantime is kept.
    const typed = get().drafts[composer] ?? '';
    draft(composer, typed === '' ? text : `${text}\n${typed}`);
    set({ refused: { ...get().refused, [composer]: answer.error ?? 'This was not sent.' } });
    return false;
  };

  const showErrors = ({ id }: SlackView, errors: Record<string, string>): void =>
    set({ viewErrors: { ...get().viewErrors, [id]: errors } });

  const go = (place: PagePlace): void => {
    const { thread } = get();
    const kept = thread?.channel === place.channel ? thread : null;
    set({ place, drawer: false, marked: null, thread: kept });
    const isDirect =
      get().world?.channels.find(({ id }) => id === place.channel)?.kind === 'direct';
    if (isDirect) void tellAloud({ kind: 'open-home', tab: place.tab });
  };

  return {
    store,
    say,
    go,
    actAs,
    draft,
    /** Puts a text into a composer and the focus there. */
    fill,
    enter: (surface: string, blockId: string, actionId: string, value: EnteredValue) => {
      const { entered } = get();
      const blocks = entered[surface] ?? {};
      const block = { ...blocks[blockId], [actionId]: value };
      set({ entered: { ...entered, [surface]: { ...blocks, [blockId]: block } } });
    },
    openThread: (message: SlackMessage) => {
      const thread = { channel: message.channel, ts: message.threadTs ?? message.ts };
      set({ thread });
      focus(composerKey(person(), thread.channel, thread.ts));
    },
    /** A button was clicked, or something was chosen; what stands in the other elements is told with it. */
    press: async (
      on: SlackMessage | SlackView,
      blockId: string,
      actionId: string,
      value?: EnteredValue,
    ): Promise<void> => {
      const surface = surfaceOf(on);
      const where = 'ts' in on ? { message: { channel: on.channel, ts: on.ts } } : { view: on.id };
      const values = enteredIn(on.blocks, get().entered[surface] ?? {});
      const given = value === undefined ? {} : { value };
      await tellAloud(
        { kind: 'press', ...where, blockId, actionId, ...given, values },
        `press/${surface}/${blockId}/${actionId}`,
      );
    },
    submitView: async (view: SlackView): Promise<void> => {
      showErrors(view, {});
      const values = enteredIn(view.blocks, get().entered[view.id] ?? {});
      const deed = { kind: 'submit-view', view: view.id, values } as const;
      const answer = await tell(deed, `submit/${view.id}`);
      if (answer.errors) showErrors(view, answer.errors);
      else if (!answer.ok) set({ notice: answer.error ?? 'The form was not accepted.' });
    },
    /** A refusal is for whoever asked to show; a sample has no better place for it than a notice. */
    changeArchive: (command: ArchiveCommand): Promise<CommandAnswer> =>
      command.kind === 'add-sample' || command.kind === 'withdraw-article'
        ? tellAloud(command, 'archive')
        : tell(command, 'archive'),
    /** Anything else; a refusal is a notice. */
    do: (deed: Deed): void => void tellAloud(deed),
    /** Shows a confirm dialog; resolves to what the person chose. */
    confirm: (confirm: ConfirmTexts): Promise<boolean> =>
      new Promise((resolve) => {
        const answer = (yes: boolean) => {
          set({ asking: null });
          resolve(yes);
        };
        set({ asking: { confirm, answer } });
      }),
    /** Goes to a message by its permalink; false: the person cannot see it. */
    followLink: (link: { channel: string; ts: string; threadTs: string | null }): boolean => {
      const message = messageAt(get().world?.messages ?? [], link.ts);
      if (message?.channel !== link.channel) return false;
      const { channel, ts } = link;
      const threadTs = link.threadTs ?? message.threadTs;
      set({
        place: { channel, tab: 'messages' },
        thread: threadTs === undefined ? null : { channel, ts: threadTs },
        marked: ts,
        drawer: false,
      });
      return true;
    },
    tryThis: (item: TryThis) => {
      const { world, place } = get();
      if (!world || !place) return;
      const { action } = item;
      if (action.do === 'show-traffic') {
        set({ traffic: true });
      } else if (action.do === 'send') {
        if (place.tab !== 'messages') go({ channel: place.channel, tab: 'messages' });
        void say(place.channel, action.text);
      } else {
        const hasBot = (id: string) => {
          const channel = world.channels.find((each) => each.id === id);
          return channel?.kind === 'public' && channel.members.includes(world.app.botUser);
        };
        const channel = hasBot(place.channel)
          ? place.channel
          : (world.channels.find(({ id }) => hasBot(id))?.id ?? place.channel);
        if (channel !== place.channel) go({ channel, tab: 'messages' });
        const after = latestTs(world.messages, channel);
        set({ awaitedThread: { channel, after, followUp: action.followUp } });
        void say(channel, action.question);
      }
    },
  };
}

/** What the state knows a message or a view by. */
export function surfaceOf(on: SlackMessage | SlackView): string {
  return 'ts' in on ? on.ts : on.id;
}

/** `/archives/C…/p1700000000000100?thread_ts=…` taken apart; null where the address is another one. */
export function readPermalink(
  address: URL,
): { channel: string; ts: string; threadTs: string | null } | null {
  const match = /^\/archives\/([A-Z0-9]+)\/p(\d{7,})$/.exec(address.pathname);
  if (!match?.[1] || !match[2]) return null;
  const ts = `${match[2].slice(0, -6)}.${match[2].slice(-6)}`;
  return { channel: match[1], ts, threadTs: address.searchParams.get('thread_ts') };
}
