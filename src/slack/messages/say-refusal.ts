/** What Slack's error codes mean, after "because". */
const MEANING: Readonly<Record<string, string>> = {
  not_in_channel: 'I am not in the channel any more; invite me again, then resume it',
  channel_not_found: 'I cannot see the channel any more; invite me again, then resume it',
  is_archived: 'the channel is archived',
  restricted_action: 'this workspace does not let me post in the channel',
  account_inactive: 'the app was removed from the workspace',
  invalid_auth: 'Slack no longer knows the bot’s token',
  token_revoked: 'the bot’s token was revoked',
};

export function sayRefusal(code: string): string {
  return MEANING[code] ?? `Slack refused it (${code})`;
}
