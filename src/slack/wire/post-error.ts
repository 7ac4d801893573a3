import { webApi } from '@slack/bolt';
import { PostError, type PostFault } from '../../digest/delivery/outbox.js';

/** What Slack's error codes mean for a message; any other means that this message is refused. */
const MEANING = new Map<string, PostFault>(
  Object.entries({
    // Nothing can be posted there, today or tomorrow, unless somebody mends it.
    account_inactive: 'closed',
    channel_is_limited_access: 'closed',
    channel_not_found: 'closed',
    is_archived: 'closed',
    no_permission: 'closed',
    not_in_channel: 'closed',
    restricted_action: 'closed',
    restricted_action_read_only_channel: 'closed',
    user_disabled: 'closed',
    user_not_found: 'closed',
    // Slack is busy or has refused before doing anything.
    invalid_auth: 'later',
    not_authed: 'later',
    rate_limited: 'later',
    ratelimited: 'later',
    team_added_to_org: 'later',
    token_expired: 'later',
    token_revoked: 'later',
    // "It's possible some aspect of the operation succeeded before the error was raised."
    fatal_error: 'unsure',
    internal_error: 'unsure',
    request_timeout: 'unsure',
    service_unavailable: 'unsure',
  }),
);

/** The connection was never made, so that nothing can have been posted. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What an error of Slack's client means for a message that was to be posted once. */
export function toPostError(error: unknown): PostError {
  const cause = { cause: error };
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data;
    return new PostError(MEANING.get(code) ?? 'refused', code, null, cause);
  }
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new PostError('later', 'ratelimited', error.retryAfter * 1_000, cause);
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error;
    return new PostError(faultOf(statusCode), `http_${statusCode}`, null, cause);
  }
  const code = codeOf(error);
  return new PostError(NEVER_SENT.has(code) ? 'later' : 'unanswered', code, null, cause);
}

/** What the status of an answer that is no answer of Slack's means: 504 says that Slack itself has not answered yet. */
function faultOf(statusCode: number): PostFault {
  if (statusCode === 429) return 'later';
  if (statusCode === 504) return 'unanswered';
  return statusCode >= 500 ? 'unsure' : 'refused';
}

/** The innermost code or name: the client wraps what `fetch` throws, and `fetch` what the socket did. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = 'original' in error ? error.original : error.cause;
  if (inner instanceof Error) return codeOf(inner);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
