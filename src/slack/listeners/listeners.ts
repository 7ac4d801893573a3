import { ACTIONS } from '../actions.js';
import { SHORTCUTS } from '../shortcuts.js';
import { answerCommand } from './answer-command.js';
import { answerDirectMessage } from './answer-direct-message.js';
import { answerMention } from './answer-mention.js';
import { findCoverageShortcut } from './find-coverage-shortcut.js';
import { moreAction } from './more-action.js';
import { shareAction } from './share-action.js';
import { showContextAction } from './show-context-action.js';
import { verifyAction } from './verify-action.js';

/** Everything the bot listens to, by Slack's name for it; the manifest holds the same names. */
export const listeners = {
  /** Bound to the configured command word. */
  command: answerCommand,
  events: {
    app_mention: answerMention,
    /** Only `message.im` is subscribed: direct messages to the bot. */
    message: answerDirectMessage,
  },
  /** On a message, from its menu. */
  shortcuts: {
    [SHORTCUTS.findCoverage]: findCoverageShortcut,
  },
  actions: {
    [ACTIONS.share]: shareAction,
    [ACTIONS.more]: moreAction,
    [ACTIONS.context]: showContextAction,
    [ACTIONS.verify]: verifyAction,
  },
} as const;
