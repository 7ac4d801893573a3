import { ACTIONS, SHORTCUTS, VIEWS } from '../actions.js';
import { offerPrompts } from './agent-pane.js';
import {
  answerCommand,
  answerMention,
  checkThisQuote,
  findCoverage,
  searchFromHome,
  shareAnswer,
  showMore,
} from './ask.js';
import {
  editDigest,
  endDigest,
  newDigest,
  pauseDigest,
  previewDigest,
  resumeDigest,
  sendDigest,
  showMoreOfDigest,
  submitDigest,
} from './digest.js';
import { greetChannel } from './greeting.js';
import { openChannel } from './here.js';
import { showHome } from './home.js';
import type { ActionListener, ShortcutListener, ViewListener } from './listener.js';
import { openCitation, readArticle } from './proof.js';
import { removeMessage } from './remove.js';
import { askWhyWrong, submitReport } from './report.js';
import { questionsOnly, setupOr } from './setup-or.js';
import { newWatch, removeWatch, showMoreWatches, submitWatch } from './watches.js';

/** Everything the bot listens to, by Slack's name for it; the manifest holds the same names. */
export const listeners = {
  /** Bound to the configured command word. */
  command: setupOr(answerCommand),
  events: {
    app_mention: setupOr(answerMention),
    /** The same by a workflow. */
    workflow_mention: questionsOnly(answerMention),
    /** Only `message.im` is subscribed: direct messages to the bot. */
    message: setupOr(answerMention),
    /** A question in a thread, without a mention, where the channel wants those answered. */
    follow_up: answerMention,
    /** The bot was brought into a channel. */
    member_joined_channel: greetChannel,
    /** The tab of this name. */
    app_home_opened: { home: showHome, messages: offerPrompts },
  },
  /** On a message, from its menu. */
  shortcuts: {
    [SHORTCUTS.findCoverage]: findCoverage,
    [SHORTCUTS.checkQuote]: checkThisQuote,
  } satisfies Record<(typeof SHORTCUTS)[keyof typeof SHORTCUTS], ShortcutListener>,
  actions: {
    [ACTIONS.share]: shareAnswer,
    [ACTIONS.more]: showMore,
    [ACTIONS.respell]: showMore,
    [ACTIONS.open]: openCitation,
    [ACTIONS.reveal]: openCitation,
    [ACTIONS.article]: readArticle,
    [ACTIONS.previousPage]: readArticle,
    [ACTIONS.nextPage]: readArticle,
    [ACTIONS.moreDigest]: showMoreOfDigest,
    [ACTIONS.editDigest]: editDigest,
    [ACTIONS.previewDigest]: previewDigest,
    [ACTIONS.sendDigest]: sendDigest,
    [ACTIONS.pauseDigest]: pauseDigest,
    [ACTIONS.resumeDigest]: resumeDigest,
    [ACTIONS.endDigest]: endDigest,
    [ACTIONS.removeWatch]: removeWatch,
    [ACTIONS.moreWatches]: showMoreWatches,
    [ACTIONS.homeSearch]: searchFromHome,
    [ACTIONS.openChannel]: openChannel,
    [ACTIONS.remove]: removeMessage,
    [ACTIONS.report]: askWhyWrong,
    [ACTIONS.newWatch]: newWatch,
    [ACTIONS.newDigest]: newDigest,
  } satisfies Record<(typeof ACTIONS)[keyof typeof ACTIONS], ActionListener>,
  /** Forms that were sent. */
  views: {
    [VIEWS.digest]: submitDigest,
    [VIEWS.report]: submitReport,
    [VIEWS.watch]: submitWatch,
  } satisfies Record<(typeof VIEWS)[keyof typeof VIEWS], ViewListener>,
} as const;
