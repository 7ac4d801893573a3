import type {
  Command,
  CommandAnswer,
  EnteredValue,
  FaultKind,
  Message,
  View,
  TryThis,
} from '../protocol.js';
import { enteredIn } from './blocks/entered-values.js';
import type { Confirm } from './blocks/shape.js';
import { latestTs, messageAt } from './message-order.js';
import type { SendCommand } from './send-command.js';
import { composerKey, type Place } from './state.js';
import type { Store } from './store.js';

type ArchiveCommand = Extract<
  Command,
  { kind: 'add-sample' | 'add-article' | 'write-article' | 'withdraw-article' }
>;

export interface PageNeeds {
  store: Store;
  send: SendCommand;
  /** Looks through another person's eyes: another stream of events. */
  actAs: (person: string) => void;
}

export interface Page extends ReturnType<typeof createPage> {}

/** Everything a person can do on the page. Each deed tells the store, the workspace, or both. */
export function createPage({ store, send, actAs }: PageNeeds) {
  const { dispatch } = store;
  const person = () => store.get().world?.person ?? '';

  /** Sends, with a sign of work in the meantime; a refusal without a place of its own is a notice. */
  const tell = async (what: string, command: Command): Promise<CommandAnswer> => {
    dispatch({ type: 'working', what, by: 1 });
    const answer = await send(command);
    dispatch({ type: 'working', what, by: -1 });
    return answer;
  };
  const tellAloud = async (what: string, command: Command): Promise<CommandAnswer> => {
    const answer = await tell(what, command);
    if (!answer.ok) dispatch({ type: 'notice', notice: answer.error ?? 'That did not work.' });
    return answer;
  };

  const say = async (channel: string, text: string, threadTs?: string): Promise<void> => {
    const composer = composerKey(person(), channel, threadTs);
    dispatch({ type: 'sent', composer });
    const answer = await tell(`say/${composer}`, {
      kind: 'send-message',
      person: person(),
      channel,
      text,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
    if (!answer.ok) {
      dispatch({ type: 'refused', composer, text, why: answer.error ?? 'This was not sent.' });
    }
  };

  const go = (place: Place): void => {
    dispatch({ type: 'go', place });
    const { world } = store.get();
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
    openThread: (message: Message) => {
      dispatch({
        type: 'open-thread',
        thread: { channel: message.channel, ts: message.threadTs ?? message.ts },
      });
    },
    pressInMessage: async (
      message: Message,
      blockId: string,
      actionId: string,
      value?: EnteredValue,
    ): Promise<void> => {
      const values = enteredIn(message.blocks, store.get().entered[message.ts] ?? {});
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
        values: enteredIn(view.blocks, store.get().entered[view.id] ?? {}),
      });
    },
    submitView: async (view: View): Promise<void> => {
      dispatch({ type: 'view-errors', view: view.id, errors: {} });
      const answer = await tell(`submit/${view.id}`, {
        kind: 'submit-view',
        person: person(),
        view: view.id,
        values: enteredIn(view.blocks, store.get().entered[view.id] ?? {}),
      });
      if (answer.errors) {
        dispatch({ type: 'view-errors', view: view.id, errors: answer.errors });
      } else if (!answer.ok) {
        dispatch({ type: 'notice', notice: answer.error ?? 'The form was not accepted.' });
      }
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
          dispatch({ type: 'ask', asking: null });
          resolve(yes);
        };
        dispatch({ type: 'ask', asking: { confirm, answer } });
      }),
    /** Goes to a message by its permalink; false: the person cannot see it. */
    followLink: (link: { channel: string; ts: string; threadTs: string | null }): boolean => {
      const message = messageAt(store.get().world?.messages ?? [], link.ts);
      if (message?.channel !== link.channel) return false;
      dispatch({
        type: 'follow-link',
        channel: link.channel,
        ts: link.ts,
        threadTs: link.threadTs ?? message.threadTs ?? null,
      });
      return true;
    },
    tryThis: (item: TryThis) => {
      const { world, place } = store.get();
      if (!world || !place) return;
      const { action } = item;
      if (action.do === 'show-traffic') {
        dispatch({ type: 'show', what: 'traffic', on: true });
      } else if (action.do === 'fill') {
        go({ channel: place.channel, tab: 'messages' });
        const composer = composerKey(person(), place.channel);
        dispatch({ type: 'draft', composer, text: action.text, focus: true });
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
        dispatch({ type: 'await-thread', channel, after, followUp: action.followUp });
        void say(channel, action.question);
      }
    },
  };
}
