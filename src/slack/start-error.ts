/** Thrown when the bot cannot start; the message says what is at fault and what to do about it. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code = 'cannot-start';
}

/** Thrown when Slack refuses a token: no further try helps, only a person. */
export class TokenError extends StartError {}

/** The secrets from Slack's pages, as far as they are set. */
interface SlackTokens {
  readonly bot: string | undefined;
  readonly signingSecret: string | undefined;
  readonly app: string | undefined;
}

const WHERE = {
  bot: 'SLACK_BOT_TOKEN       OAuth & Permissions → Bot User OAuth Token (xoxb-…), after Install to Workspace',
  app: 'SLACK_APP_TOKEN       Basic Information → App-Level Tokens (xapp-…, scope connections:write): Socket Mode, needs no public address',
  signingSecret:
    'SLACK_SIGNING_SECRET  Basic Information → App Credentials → Signing Secret: HTTP mode, needs a public https address',
};

/** What is missing for a start, where in Slack's pages each is found, and what works without; `null` when nothing is. */
export function explainMissingTokens(tokens: SlackTokens): string | null {
  const missing = [
    ...(tokens.bot === undefined ? [WHERE.bot] : []),
    ...(tokens.app === undefined && tokens.signingSecret === undefined
      ? [WHERE.app, `or ${WHERE.signingSecret}`]
      : []),
  ];
  if (missing.length === 0) return null;
  return [
    'Clipdesk cannot reach Slack yet. Not set:',
    ...missing.map((line) => `  ${line}`),
    '',
    'Make the app once from manifest.yml at https://api.slack.com/apps (Create New App → From a manifest);',
    'the pages named above are in its settings. The README goes through it step by step.',
    '',
    'What works now, without Slack:',
    '  npm run ask -- "panama"',
  ].join('\n');
}

/** Said when another program listens where this one should. */
export function portTaken(port: number): string {
  return `PORT: another program listens on port ${port} already; set PORT to a free one.`;
}

/** Why a server of ours cannot listen, and what to do about it. */
export function explainListening(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return portTaken(port);
  if (code === 'EACCES')
    return `PORT: this user may not listen on port ${port}; set PORT to one above 1023.`;
  return cause instanceof Error ? cause.message : String(cause);
}
