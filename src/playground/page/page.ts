import type { ArchiveCommand, Command, EnteredValue, FaultKind } from '../commands.js';
import type { CommandAnswer, Message, View } from '../protocol.js';
import { enteredIn } from './blocks/entered-values.js';
import type { Confirm } from './blocks/shape.js';
import { latestTs, messageAt } from './store/message-order.js';
import { openAwaited } from './store/on-snapshot.js';
import type { SendCommand } from './store/send-command.js';
import { composerKey, without, type Place } from './store/state.js';
import type { Store } from './store/store.js';
import type { TryThis } from './panes/try-these.js';

export interface PageNeeds {
  store: Store;
  send: SendCommand;
  /** Looks through another person's eyes: another stream of events. */
  actAs: (person: string) => void;
}

export interface Page extends ReturnType<typeof createPage> {}

/** Everything a person can do on the page. Each deed tells the store, the workspace, or both. */
export function createPage({ store, send, actAs }: PageNeeds) {
  const { get, set } = store;
  const person = () => get().world?.person ?? '';

  const count = (what: string, by: 1 | -1): void => {
    const { working } = get();
    const number = (working[what] ?? 0) + by;
    set({ working: number > 0 ? { ...working, [what]: number } : without(working, [what]) });
  };
  /** Sends, with a sign of work in the meantime; a refusal without a place of its own is a notice. */
  const tell = async (what: string, command: Command): Promise<CommandAnswer> => {
    count(what, 1);
    const answer = await send(command);
    count(what, -1);
    return answer;
  };
  const tellAloud = async (what: string, command: Command): Promise<CommandAnswer> => {
    const answer = await tell(what, command);
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

  const say = async (channel: string, text: string, threadTs?: string): Promise<void> => {
    const composer = composerKey(person(), channel, threadTs);
    const { drafts, refused } = get();
    set({ drafts: without(drafts, [composer]), refused: without(refused, [composer]) });
    const answer = await tell(`say/${composer}`, {
      kind: 'send-message',
      person: person(),
      channel,
      text,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
    if (answer.ok) return;
    // What was typed in the meantime is kept.
    const typed = get().drafts[composer] ?? '';
    draft(composer, typed === '' ? text : `${text}\n${typed}`);
    set({ refused: { ...get().refused, [composer]: answer.error ?? 'This was not sent.' } });
  };

  const showErrors = ({ id }: View, errors: Record<string, string>): void =>
    set({ viewErrors: { ...get().viewErrors, [id]: errors } });

  const go = (place: Place): void => {
    const { thread } = get();
    set({
      place,
      drawer: false,
      marked: null,
      thread: thread?.channel === place.channel ? thread : null,
    });
    const { world } = get();
    const isDirect = world?.channels.find(({ id }) => id === place.channel)?.kind === 'direct';
    if (isDirect) {
      void tellAloud('open-home', { kind: 'open-home', person: person(), tab: place.tab });
    }
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
    openThread: (message: Message) => {
      const thread = { channel: message.channel, ts: message.threadTs ?? message.ts };
      set({ thread });
      focus(composerKey(person(), thread.channel, thread.ts));
    },
    pressInMessage: async (
      message: Message,
      blockId: string,
      actionId: string,
      value?: EnteredValue,
    ): Promise<void> => {
      const values = enteredIn(message.blocks, get().entered[message.ts] ?? {});
      await tellAloud(`press/${message.ts}/${blockId}/${actionId}`, {
        kind: 'press',
        person: person(),
        message: { channel: message.channel, ts: message.ts },
        blockId,
        actionId,
        ...(value === undefined ? {} : { value }),
        ...(Object.keys(values).length === 0 ? {} : { values }),
      });
    },
    pressInView: async (
      view: View,
      blockId: string,
      actionId: string,
      value?: EnteredValue,
    ): Promise<void> => {
      await tellAloud(`press/${view.id}/${blockId}/${actionId}`, {
        kind: 'press',
        person: person(),
        view: view.id,
        blockId,
        actionId,
        ...(value === undefined ? {} : { value }),
        values: enteredIn(view.blocks, get().entered[view.id] ?? {}),
      });
    },
    submitView: async (view: View): Promise<void> => {
      showErrors(view, {});
      const answer = await tell(`submit/${view.id}`, {
        kind: 'submit-view',
        person: person(),
        view: view.id,
        values: enteredIn(view.blocks, get().entered[view.id] ?? {}),
      });
      if (answer.errors) showErrors(view, answer.errors);
      else if (!answer.ok) set({ notice: answer.error ?? 'The form was not accepted.' });
    },
    closeView: (view: View) => {
      void tellAloud(`close/${view.id}`, { kind: 'close-view', person: person(), view: view.id });
    },
    runShortcut: (callbackId: string, message: Message) => {
      const { channel, ts } = message;
      void tellAloud(`shortcut/${ts}`, {
        kind: 'shortcut',
        person: person(),
        callbackId,
        channel,
        ts,
      });
    },
    react: (message: Message, name: string) => {
      const { channel, ts } = message;
      void tellAloud(`react/${ts}`, { kind: 'react', person: person(), channel, ts, name });
    },
    inviteBot: (channel: string) => {
      void tellAloud(`invite/${channel}`, { kind: 'invite', person: person(), channel });
    },
    removeBot: (channel: string) => {
      void tellAloud(`channel/${channel}`, { kind: 'remove-bot', person: person(), channel });
    },
    archiveChannel: (channel: string, archived: boolean) => {
      const command = { kind: 'archive-channel' as const, person: person(), channel, archived };
      void tellAloud(`channel/${channel}`, command);
    },
    moveClock: (ms: number) => {
      void tellAloud('clock', { kind: 'move-clock', ms });
    },
    /** A refusal is for whoever asked to show; a sample has no better place for it than a notice. */
    changeArchive: (command: ArchiveCommand): Promise<CommandAnswer> =>
      command.kind === 'add-sample' || command.kind === 'withdraw-article'
        ? tellAloud('archive', command)
        : tell('archive', command),
    setFault: (fault: FaultKind, on: boolean) => {
      void tellAloud(`fault/${fault}`, { kind: 'set-fault', fault, on });
    },
    clearTraffic: () => {
      void tellAloud('clear-traffic', { kind: 'clear-traffic' });
    },
    /** Shows a confirm dialog; resolves to what the person chose. */
    confirm: (confirm: Confirm): Promise<boolean> =>
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
        set(openAwaited(get()));
        void say(channel, action.question);
      }
    },
  };
}
