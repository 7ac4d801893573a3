import type { PostFault } from '../../digest/delivery/outbox.js';
import { shorten } from '../../requests/wording.js';

/** What an error code of Slack, or of the way to it, means. */
export interface Refusal {
  /** For a message that was to be posted once. */
  readonly fault: PostFault;
  /** What is the matter, after "because". */
  readonly why: string;
  /** What to do about it, as one says it to somebody. */
  readonly mend: string;
}

const BOT_TOKEN =
  'whoever runs me finds the right one at api.slack.com/apps under OAuth & Permissions';
const ASK_THE_KEEPER = 'ask whoever looks after this workspace';
const FAULT_OF_MINE = 'whoever runs me will find it in the log';

/**
 * The one table of what goes wrong between the bot and Slack: what the person is told, what the log says, why a digest
 * was paused, and whether a message is tried again.
 */
const REFUSALS: readonly (Refusal & { readonly codes: readonly string[] })[] = [
  // Nothing can be posted there, today or tomorrow, unless somebody mends it.
  {
    codes: ['is_archived'],
    fault: 'closed',
    why: 'the channel is archived',
    mend: 'unarchive it, or use another channel',
  },
  {
    codes: ['not_in_channel'],
    fault: 'closed',
    why: 'I am not in the channel',
    mend: 'invite me there',
  },
  {
    codes: ['channel_not_found'],
    fault: 'closed',
    why: 'I cannot see the channel',
    mend: 'invite me there',
  },
  {
    codes: ['shared_channel'],
    fault: 'closed',
    why: 'people of other organisations are in the channel, and nobody has opened it to them',
    mend: 'one of your own people can open it there',
  },
  {
    codes: ['maybe_shared'],
    fault: 'closed',
    why: 'I cannot tell whether people of other organisations are in the channel',
    mend: 'whoever runs me can let me see it with the scopes channels:read and groups:read',
  },
  {
    codes: ['restricted_action', 'restricted_action_read_only_channel', 'no_permission'],
    fault: 'closed',
    why: 'this workspace does not let me post in the channel',
    mend: ASK_THE_KEEPER,
  },
  {
    codes: ['channel_is_limited_access'],
    fault: 'closed',
    why: 'the channel is open to some people only',
    mend: 'use another channel',
  },
  {
    codes: ['messages_tab_disabled'],
    fault: 'closed',
    why: 'the Messages tab of my app is switched off',
    mend: 'switch it on at api.slack.com/apps under App Home',
  },
  {
    codes: ['user_disabled', 'user_not_found'],
    fault: 'closed',
    why: 'Slack does not know this person any more',
    mend: ASK_THE_KEEPER,
  },
  {
    codes: ['account_inactive'],
    fault: 'closed',
    why: 'the app was removed from the workspace',
    mend: 'install it again',
  },

  // This message cannot be posted; another may.
  {
    codes: ['user_not_in_channel'],
    fault: 'refused',
    why: 'Slack does not show you private messages in a channel that you are not in',
    mend: 'join it, or ask elsewhere',
  },
  {
    codes: ['restricted_action_thread_only_channel', 'restricted_action_non_threadable_channel'],
    fault: 'refused',
    why: 'the channel takes only some kinds of messages',
    mend: 'use another channel',
  },
  {
    codes: ['restricted_action_thread_locked', 'thread_locked'],
    fault: 'refused',
    why: 'the thread is locked',
    mend: 'ask again in the channel',
  },
  {
    codes: ['thread_not_found', 'message_not_found', 'cannot_reply_to_message'],
    fault: 'refused',
    why: 'the message or its thread is gone',
    mend: 'ask again in the channel',
  },
  {
    codes: ['cant_delete_message', 'cant_update_message', 'edit_window_closed', 'is_inactive'],
    fault: 'refused',
    why: 'Slack does not let me change this message any more',
    mend: ASK_THE_KEEPER,
  },
  {
    codes: ['msg_too_long', 'msg_blocks_too_long', 'view_too_large'],
    fault: 'refused',
    why: 'it was too long for Slack',
    mend: 'ask for less at once',
  },
  {
    codes: [
      'invalid_blocks',
      'invalid_blocks_format',
      'invalid_arguments',
      'invalid_metadata_format',
    ],
    fault: 'refused',
    why: 'Slack did not take the form of my message',
    mend: FAULT_OF_MINE,
  },
  {
    codes: ['missing_scope', 'not_allowed_token_type'],
    fault: 'refused',
    why: 'my app lacks a right that this needs',
    mend: 'whoever runs me finds its name in my log, and can add it at api.slack.com/apps',
  },
  {
    codes: [
      'access_denied',
      'team_access_not_granted',
      'ekm_access_denied',
      'enterprise_is_restricted',
    ],
    fault: 'refused',
    why: 'this workspace does not let me do that',
    mend: ASK_THE_KEEPER,
  },

  // Windows and the addresses of replies live for a short time.
  {
    codes: ['expired_trigger_id', 'trigger_expired'],
    fault: 'refused',
    why: 'Slack opens a window only within three seconds, and I was too late',
    mend: 'press the button again',
  },
  {
    codes: ['exchanged_trigger_id', 'trigger_exchanged', 'invalid_trigger_id', 'invalid_trigger'],
    fault: 'refused',
    why: 'Slack opens one window for each press, and not another for this one',
    mend: 'press the button again',
  },
  {
    codes: ['hash_conflict', 'not_found', 'view_not_found'],
    fault: 'refused',
    why: 'the window was closed or changed in the meantime',
    mend: 'open it again',
  },
  {
    codes: ['expired_url', 'used_url', 'invalid_url', 'reply_not_taken'],
    fault: 'refused',
    why: 'Slack did not take my reply where you asked',
    mend: 'ask again if it should stand there',
  },

  // Slack is busy or has refused before doing anything, or no connection was made.
  {
    codes: ['ratelimited', 'rate_limited', 'http_429'],
    fault: 'later',
    why: 'Slack lets me write only so often',
    mend: 'try again in a minute',
  },
  {
    codes: ['invalid_auth', 'not_authed'],
    fault: 'later',
    why: 'Slack does not know the bot’s token',
    mend: BOT_TOKEN,
  },
  {
    codes: ['token_revoked'],
    fault: 'later',
    why: 'the bot’s token was revoked',
    mend: BOT_TOKEN,
  },
  {
    codes: ['token_expired'],
    fault: 'later',
    why: 'the bot’s token has expired',
    mend: 'switch token rotation off, and install the app again',
  },
  {
    codes: ['team_added_to_org'],
    fault: 'later',
    why: 'the workspace is being moved into an organisation',
    mend: 'try again later',
  },
  {
    codes: ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
    fault: 'later',
    why: 'Slack could not be reached',
    mend: 'try again in a while',
  },

  // "It's possible some aspect of the operation succeeded before the error was raised."
  {
    codes: ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable', 'http_5xx'],
    fault: 'unsure',
    why: 'Slack itself has trouble',
    mend: 'try again in a while',
  },
  {
    codes: ['strange_answer'],
    fault: 'unsure',
    why: 'something else than Slack answered, such as a proxy or a sign-in page',
    mend: 'whoever runs me can look at the network between us',
  },
  // 504 says that Slack itself has not answered yet.
  {
    codes: ['TimeoutError', 'AbortError', 'ECONNRESET', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'http_504'],
    fault: 'unanswered',
    why: 'Slack did not answer in time',
    mend: 'try again in a while',
  },
];

const BY_CODE = new Map(
  REFUSALS.flatMap((refusal) => refusal.codes.map((code) => [code, refusal] as const)),
);

/** `null` for a code that is not in the table. */
export function refusalOf(code: string): Refusal | null {
  return (
    BY_CODE.get(code) ?? (code.startsWith('http_5') ? (BY_CODE.get('http_5xx') ?? null) : null)
  );
}

/** What Slack says where the bot is no member of a channel, or the channel is none that a bot can be in. */
export function isNoMember(code: string): boolean {
  return code === 'not_in_channel' || code === 'channel_not_found';
}

/** After "because": what is the matter, and what to do about it. */
export function sayRefusal(code: string): string {
  const known = refusalOf(code);
  if (known !== null) return `${known.why}; ${known.mend}`;
  const said = shorten(code, 100);
  return /^[a-z\d_]+$/.test(code) ? `Slack refused it (${said})` : `it failed on its way (${said})`;
}
