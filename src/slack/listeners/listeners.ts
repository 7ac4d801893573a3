import { ACTIONS, VIEWS } from '../actions.js';
import { SHORTCUTS } from '../shortcuts.js';
import { answerCommand } from './answer-command.js';
import { answerDirectMessage } from './answer-direct-message.js';
import { answerMention } from './answer-mention.js';
import { checkQuoteShortcut } from './check-quote-shortcut.js';
import { deskCommandOr } from './desk-command-or.js';
import {
  endDigestAction,
  moreDigestAction,
  pauseDigestAction,
  previewDigestAction,
  resumeDigestAction,
  sendDigestAction,
} from './digest-button-actions.js';
import { digestForm } from './digest-form.js';
import { editDigestAction } from './edit-digest-action.js';
import { findCoverageShortcut } from './find-coverage-shortcut.js';
import { homeSearchAction } from './home-search-action.js';
import { moreAction } from './more-action.js';
import { openHome } from './open-home.js';
import { shareAction } from './share-action.js';
import { showContextAction } from './show-context-action.js';
import { verifyAction } from './verify-action.js';
import { moreWatchesAction, removeWatchAction } from './watch-actions.js';

/** Everything the bot listens to, by Slack's name for it; the manifest holds the same names. */
export const listeners = {
  /** Bound to the configured command word. */
  command: deskCommandOr(answerCommand),
  events: {
    app_mention: deskCommandOr(answerMention),
    /** Only `message.im` is subscribed: direct messages to the bot. */
    message: deskCommandOr(answerDirectMessage),
    /** The Home tab, or the pane with the messages. */
    app_home_opened: openHome,
  },
  /** On a message, from its menu. */
  shortcuts: {
    [SHORTCUTS.findCoverage]: findCoverageShortcut,
    [SHORTCUTS.checkQuote]: checkQuoteShortcut,
  },
  actions: {
    [ACTIONS.share]: shareAction,
    [ACTIONS.more]: moreAction,
    [ACTIONS.context]: showContextAction,
    [ACTIONS.verify]: verifyAction,
    [ACTIONS.moreDigest]: moreDigestAction,
    [ACTIONS.editDigest]: editDigestAction,
    [ACTIONS.previewDigest]: previewDigestAction,
    [ACTIONS.sendDigest]: sendDigestAction,
    [ACTIONS.pauseDigest]: pauseDigestAction,
    [ACTIONS.resumeDigest]: resumeDigestAction,
    [ACTIONS.endDigest]: endDigestAction,
    [ACTIONS.removeWatch]: removeWatchAction,
    [ACTIONS.moreWatches]: moreWatchesAction,
    [ACTIONS.homeSearch]: homeSearchAction,
  },
  /** Forms that were sent. */
  views: {
    [VIEWS.digest]: digestForm,
  },
} as const;
