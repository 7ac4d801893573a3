import { webApi } from '@slack/bolt';
import { StartError } from '../start-error.js';

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  /** As people mention and invite it. */
  readonly handle: string;
  readonly team: string;
  /** Scopes of the manifest that the token lacks. */
  readonly missingScopes: readonly Scope[];
}

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
      'after a crash it cannot look whether a digest was posted, and tells whoever set it up',
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
    without: 'after a crash it cannot look whether a digest was posted in a private channel',
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
};

/**
 * Asks Slack whose token this is and what it may do.
 * @throws StartError for a dead token, or when Slack cannot be reached
 */
export async function checkToken(client: webApi.WebClient): Promise<Identity> {
  let answer;
  try {
    answer = await client.auth.test();
  } catch (cause) {
    throw new StartError(explain(cause, client.slackApiUrl), { cause });
  }
  const { bot_id: botId, user_id: botUserId, user, team, response_metadata: metadata } = answer;
  if (!botId || !botUserId)
    throw new StartError(
      `SLACK_BOT_TOKEN: this token is not a bot's. Take the Bot User OAuth Token, which begins with xoxb-, from ${TOKEN_PAGE}.`,
    );
  const granted = metadata?.scopes;
  return {
    botId,
    botUserId,
    handle: user ?? 'clipdesk',
    team: team ?? 'an unnamed workspace',
    missingScopes: granted ? SCOPES.filter(({ scope }) => !granted.includes(scope)) : [],
  };
}

/** One sentence for each missing scope, for the log at start. */
export function missingScopeMessage({ scope, without }: Scope): string {
  return `the token lacks the scope ${scope}: ${without}. Add it at ${TOKEN_PAGE} → Bot Token Scopes, then reinstall the app to the workspace`;
}

/** What to do about an app token that Slack refuses when the socket is opened. */
export function explainSocketError(cause: unknown): string {
  return `SLACK_APP_TOKEN: Slack refused the socket (${errorCode(cause) ?? String(cause)}). Make an app-level token with the scope connections:write at api.slack.com/apps → your app → Basic Information → App-Level Tokens, and switch Socket Mode on.`;
}

function explain(cause: unknown, url: string): string {
  const code = errorCode(cause);
  if (code !== null && code in DEAD_TOKEN)
    return `SLACK_BOT_TOKEN: ${DEAD_TOKEN[code]} (${code}). Take the Bot User OAuth Token, which begins with xoxb-, from ${TOKEN_PAGE}; reinstall the app if there is none.`;
  if (code !== null) return `Slack refused auth.test: ${code}.`;
  return `Slack cannot be reached at ${url} (${cause instanceof Error ? cause.message : String(cause)}). Check the network, and SLACK_API_URL if it is set.`;
}

function errorCode(cause: unknown): string | null {
  return cause instanceof webApi.WebAPIPlatformError ? cause.data.error : null;
}
