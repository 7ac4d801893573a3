import type { types, webApi } from '@slack/bolt';
import type { Desk } from '../desk.js';
import type { Reply } from '../replies.js';

/** Somebody's words to the bot, in a command, a mention or a direct message. */
export interface Asked {
  /** Without the mention of the bot, entities read back to characters. */
  readonly text: string;
  readonly reply: Reply;
  /** The thread it was asked in, unique over workspaces; `null` for a command, which has none. */
  readonly thread: string | null;
}

/** A message that somebody chose one of the bot's shortcuts on. */
export interface Chosen {
  /** What its author wrote; never empty. */
  readonly text: string;
  readonly reply: Reply;
}

/** A press on one of the bot's buttons. */
export interface Pressed {
  readonly value: string | undefined;
  readonly user: string;
  /** The message that holds the button, unique in its workspace. */
  readonly message: string;
  readonly reply: Reply;
  /** Opens a modal for this press; Slack allows it for three seconds. */
  readonly openView: (view: types.ModalView) => Promise<webApi.ViewsOpenResponse>;
}

/** Acknowledged already when they are called; what they throw reaches the person through the boundary. */
export type AskListener = (asked: Asked, desk: Desk) => Promise<void>;
export type ShortcutListener = (chosen: Chosen, desk: Desk) => Promise<void>;
export type PressListener = (pressed: Pressed, desk: Desk) => Promise<void>;
