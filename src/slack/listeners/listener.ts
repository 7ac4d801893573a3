import type { types, webApi } from '@slack/bolt';
import type { Channel } from '../../store/channel.js';
import type { Desk } from '../desk.js';
import type { Reply } from '../wire/replies.js';

/** Who addressed the bot, where, and how to answer. */
export interface From {
  readonly where: Channel;
  readonly user: string;
  /** In a direct message with the bot, where all that is said is private. */
  readonly direct: boolean;
  /** Names the command, press or event; the same when Slack repeats it. */
  readonly id: string;
  /** The IANA zone of the person's profile; `null` where Slack does not tell. */
  readonly zone: () => Promise<string | null>;
  readonly reply: Reply;
}

/** Somebody's words to the bot, in a command, a mention or a direct message. */
export interface Asked extends From {
  /** Without the mention of the bot, entities read back to characters. */
  readonly text: string;
  /** The thread it was asked in, unique over workspaces; `null` for a command, which has none. */
  readonly thread: string | null;
}

/** A message that somebody chose one of the bot's shortcuts on. */
export interface Chosen {
  /** What its author wrote; never empty. */
  readonly text: string;
  readonly reply: Reply;
}

/** A press on one of the bot's buttons, or Enter in a field that asks at once. */
export interface Pressed extends From {
  readonly value: string | undefined;
  /** The message that holds the button, unique in its workspace. */
  readonly message: string;
  /** Opens a modal for this press; Slack allows it for three seconds. */
  readonly openView: (view: types.ModalView) => Promise<webApi.ViewsOpenResponse>;
  /** Draws the Home tab anew, if it was pressed there; `asked` is a question that was asked in it. */
  readonly changed: (desk: Desk, asked?: string) => Promise<void>;
}

/** A form that somebody sent. */
export interface Submitted extends From {
  /** block_id → action_id → what stands there, in Slack's form. */
  readonly values: unknown;
  readonly privateMetadata: string;
  /** Speaks in a channel that the form is about. */
  readonly replyIn: (channel: string) => Reply;
}

/** Somebody who looks at one of the bot's own tabs. */
export interface Visitor extends Pick<From, 'where' | 'user'> {
  readonly publish: (view: types.HomeView) => Promise<void>;
  readonly suggest: (prompts: { title: string; message: string }[]) => Promise<void>;
}

/** Acknowledged already when they are called; what they throw reaches the person through the boundary. */
export type AskListener = (asked: Asked, desk: Desk) => Promise<void>;
export type ShortcutListener = (chosen: Chosen, desk: Desk) => Promise<void>;
export type PressListener = (pressed: Pressed, desk: Desk) => Promise<void>;
export type HomeListener = (
  opened: Visitor & { readonly tab: string | undefined },
  desk: Desk,
) => Promise<void>;
/** What is wrong, by `block_id`: then the form stays open. Or what to do once it is closed. */
export type FormListener = (
  submitted: Submitted,
  desk: Desk,
) => { readonly errors: Record<string, string> } | { readonly work: () => Promise<void> };
