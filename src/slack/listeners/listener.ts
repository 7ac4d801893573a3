import type { types } from '@slack/bolt';
import type { ChannelRef } from '../../store/records.js';
import type { Services } from '../services.js';
import type { AgentPrompt } from '../messages/agent-prompts.js';
import type { Responder } from '../wire/responder.js';

/** Who addressed the bot, where, and how to answer. */
export interface ListenerArgs {
  readonly where: ChannelRef;
  readonly user: string;
  /** In a direct message with the bot, where all that is said is private. */
  readonly direct: boolean;
  /** Names the command, press or event; the same when Slack repeats it. */
  readonly id: string;
  /** The IANA zone of the person's profile; `null` where Slack does not tell. */
  readonly zone: () => Promise<string | null>;
  readonly reply: Responder;
}

/** Somebody's words to the bot, in a command, a mention or a direct message. */
export interface AskArgs extends ListenerArgs {
  /** Without the mention of the bot, entities read back to characters. */
  readonly text: string;
  /** The thread it was asked in, unique over workspaces; `null` for a command, which has none. */
  readonly thread: string | null;
}

/** A message that somebody chose one of the bot's shortcuts on. */
export interface ShortcutArgs {
  /** What its author wrote; never empty. */
  readonly text: string;
  readonly reply: Responder;
}

/** The message whose button was pressed. */
export interface PressedMessage {
  /** Slack's timestamp of it; empty for what is pressed in a tab or a form. */
  readonly ts: string;
  /** Only the person who pressed sees it. */
  readonly isPrivate: boolean;
  /** Takes it away; one that is gone already is no failure. */
  remove(): Promise<void>;
}

/** A press on one of the bot's buttons, or Enter in a field that asks at once. */
export interface ActionArgs extends ListenerArgs {
  readonly value: string | undefined;
  /** The message that holds the button, unique in its workspace. */
  readonly message: string;
  readonly pressed: PressedMessage;
  /** Opens a modal for this press at once, and fills it when that is done; what fails then is said in it. */
  readonly showModal: (title: string, fill: () => Promise<types.ModalView>) => Promise<void>;
  /** Draws the Home tab anew, if it was pressed there; `asked` is a question that was asked in it. */
  readonly redrawHome: (services: Services, asked?: string) => Promise<void>;
}

/** A form that somebody sent. */
export interface ViewArgs extends ListenerArgs {
  /** block_id → action_id → what stands there, in Slack's form. */
  readonly values: unknown;
  readonly privateMetadata: string;
  /** Speaks in a channel that the form is about. */
  readonly replyIn: (channel: string) => Responder;
  /** Draws the Home tab anew, for a form that was opened there. */
  readonly redrawHome: (services: Services) => Promise<void>;
}

/** Somebody who looks at one of the bot's own tabs. */
export interface TabArgs extends Pick<ListenerArgs, 'where' | 'user'> {
  readonly publish: (view: types.HomeView) => Promise<void>;
  readonly suggest: (prompts: readonly AgentPrompt[]) => Promise<void>;
}

/** The bot was brought into a channel. */
export interface JoinArgs extends Pick<ListenerArgs, 'where' | 'reply'> {
  /** Whether the channel is shared with another organisation; `null` where Slack does not say. */
  readonly isShared: boolean | null;
}

/** Acknowledged already when they are called; what they throw reaches the person through the boundary. */
export type AskListener = (args: AskArgs, services: Services) => Promise<void>;
export type ShortcutListener = (args: ShortcutArgs, services: Services) => Promise<void>;
export type ActionListener = (args: ActionArgs, services: Services) => Promise<void>;
export type JoinListener = (args: JoinArgs, services: Services) => Promise<void>;
export type TabListener = (args: TabArgs, services: Services) => Promise<void>;
/** What is wrong, by `block_id`: then the form stays open. Or what to do once it is closed. */
export type ViewListener = (
  args: ViewArgs,
  services: Services,
) => { readonly errors: Record<string, string> } | { readonly work: () => Promise<void> };
