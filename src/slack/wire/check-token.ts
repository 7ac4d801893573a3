import type { webApi } from '@slack/bolt';
import { TokenError } from '../start-error.js';
import { answeredCode } from './post-error.js';

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  /** As people mention and invite it. */
  readonly handle: string;
  readonly team: string;
  readonly teamId: string;
  /** Scopes of the manifest that the token lacks. */
  readonly missingScopes: readonly Scope[];
}

const WITHOUT_SHARED =
  'it greets no channel that it is invited to, and cannot tell who reads one, so digests, watches, corrections and shared answers come only to what somebody has opened with “here share”, of';

/**
 * The rights the bot asks for, and what cannot be done without each. The manifest asks for these and no others:
 * `optional` ones may be left out when the app is installed, and `agent` ones go with the agent pane alone.
 */
export const SCOPES = [
  {
    scope: 'app_mentions:read',
    need: 'always',
    without: 'mentions of the bot do not reach it',
  },
  {
    scope: 'assistant:write',
    need: 'agent',
    without: 'it cannot offer what to ask beside the messages',
  },
  {
    scope: 'channels:history',
    need: 'optional',
    without:
      'it hears no follow-ups without a mention, and after a crash cannot look whether a digest was posted, and tells whoever set it up',
  },
  {
    scope: 'channels:read',
    need: 'optional',
    without: `${WITHOUT_SHARED} public channels`,
  },
  {
    scope: 'chat:write',
    need: 'always',
    without: 'it cannot answer in threads or direct messages',
  },
  {
    scope: 'commands',
    need: 'always',
    without: 'the slash command and the shortcuts do not reach it',
  },
  {
    scope: 'groups:history',
    need: 'optional',
    without:
      'in a private channel it hears no follow-ups without a mention, and after a crash cannot look whether a digest was posted',
  },
  {
    scope: 'groups:read',
    need: 'optional',
    without: `${WITHOUT_SHARED} private channels`,
  },
  { scope: 'im:history', need: 'always', without: 'direct messages do not reach it' },
  {
    scope: 'users:read',
    need: 'always',
    without:
      'it does not know the time zone of whoever sets a digest up, nor a workflow from another bot',
  },
] as const;
export type Scope = (typeof SCOPES)[number];

const TOKEN_PAGE = 'api.slack.com/apps → your app → OAuth & Permissions';

const DEAD_TOKEN: Record<string, string> = {
  invalid_auth: 'Slack does not know this token',
  not_authed: 'Slack was given no token',
  token_revoked: 'the token was revoked',
  token_expired: 'the token has expired; token rotation must be off',
  account_inactive: 'the app was removed from the workspace',
  user_removed_from_team: 'the bot was removed from the workspace',
};

/**
 * Asks Slack whose token this is and what it may do.
 * @throws TokenError for a dead token; another error, which says so, when Slack cannot be reached or has troubles
 */
export async function checkToken(client: webApi.WebClient): Promise<Identity> {
  let answer;
  try {
    answer = await client.auth.test();
  } catch (cause) {
    throw explain(cause, client.slackApiUrl);
  }
  const { bot_id: botId, user_id: botUserId, user, team, team_id: teamId } = answer;
  if (!botId || !botUserId || !teamId)
    throw new TokenError(
      `SLACK_BOT_TOKEN: this token is not a bot's. Take the Bot User OAuth Token, which begins with xoxb-, from ${TOKEN_PAGE}.`,
    );
  const granted = answer.response_metadata?.scopes;
  return {
    botId,
    botUserId,
    handle: user ?? 'clipdesk',
    team: team ?? 'an unnamed workspace',
    teamId,
    missingScopes: granted ? SCOPES.filter(({ scope }) => !granted.includes(scope)) : [],
  };
}

/** One sentence for each missing scope, for the log at start. */
export function missingScopeMessage({ scope, without }: Scope): string {
  return `the token lacks the scope ${scope}: ${without}. Add it at ${TOKEN_PAGE} → Bot Token Scopes, then reinstall the app to the workspace`;
}

/** What else Slack answers for good when the bot asks for a socket: a token of another kind, or a right it lacks. */
const NO_APP_TOKEN = new Set(['not_allowed_token_type', 'missing_scope', 'team_disabled']);

/** Why no socket could be opened: a TokenError where Slack refuses the app token; any other trouble as it is. */
export function explainSocketError(cause: unknown): Error {
  const code = answeredCode(cause);
  // Bolt's client has no error for a socket that is closed before Slack's greeting.
  if (!(cause instanceof Error)) return new Error('Slack closed the socket before its greeting');
  if (code === null || !(code in DEAD_TOKEN || NO_APP_TOKEN.has(code))) return cause;
  return new TokenError(
    `SLACK_APP_TOKEN: Slack refused the socket (${code}). Make an app-level token with the scope connections:write at api.slack.com/apps → your app → Basic Information → App-Level Tokens, and switch Socket Mode on.`,
    { cause },
  );
}

function explain(cause: unknown, url: string): Error {
  const code = answeredCode(cause);
  if (code !== null && code in DEAD_TOKEN)
    return new TokenError(
      `SLACK_BOT_TOKEN: ${DEAD_TOKEN[code]} (${code}). Take the Bot User OAuth Token, which begins with xoxb-, from ${TOKEN_PAGE}; reinstall the app if there is none.`,
      { cause },
    );
  if (code !== null) return new Error(`Slack refused auth.test: ${code}.`, { cause });
  return new Error(
    `Slack cannot be reached at ${url} (${cause instanceof Error ? cause.message : String(cause)}). Check the network, and SLACK_API_URL if it is set.`,
    { cause },
  );
}
