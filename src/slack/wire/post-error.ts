import { RespondError, webApi } from '@slack/bolt';
import { PostError } from '../../digest/delivery/outbox.js';
import { refusalOf } from '../messages/refusals.js';

/**
 * What Slack, or the way to it, said: an error code of Slack, `http_503`, or a code or name such as `ECONNREFUSED`;
 * `null` for an error that has nothing to do with Slack.
 */
export function slackCode(error: unknown): string | null {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof webApi.WebAPIRequestError) return codeOf(error);
  // The address of a reply answers 404 once it is used up or too old.
  if (error instanceof RespondError)
    return error.statusCode === 404 ? 'expired_url' : `http_${error.statusCode}`;
  return null;
}

/** What an error of Slack's client means for a message that was to be posted once. */
export function toPostError(error: unknown): PostError {
  const code = slackCode(error) ?? codeOf(error);
  const answered = error instanceof webApi.WebAPIPlatformError || code.startsWith('http_');
  const fault = refusalOf(code)?.fault ?? (answered ? 'refused' : 'unanswered');
  const wait = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1_000 : null;
  return new PostError(fault, code, wait, { cause: error });
}

/** The innermost code or name: the client wraps what `fetch` throws, and `fetch` what the socket did. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = 'original' in error ? error.original : error.cause;
  if (inner instanceof Error) return codeOf(inner);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
