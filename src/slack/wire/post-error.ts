import { RespondError, webApi } from '@slack/bolt';
import { PostError } from '../../digest/delivery/outbox.js';
import { refusalOf } from '../messages/refusals.js';

/** The error code of Slack's own answer; `null` for any other failure. */
export function answeredCode(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
}

/** How long Slack asked to wait, in milliseconds; `null` where it did not. */
export function retryAfterMs(error: unknown): number | null {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1_000 : null;
}

/**
 * What Slack, or the way to it, said: an error code of Slack, `http_503`, or a code or name such as `ECONNREFUSED`;
 * `null` for an error that has nothing to do with Slack.
 */
export function slackCode(error: unknown): string | null {
  const answered = answeredCode(error);
  if (answered !== null) return answered;
  // Of several ways to somebody that failed, the last.
  if (error instanceof AggregateError) return slackCode(error.cause);
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
  // A code that is new may stand for anything.
  const answered = answeredCode(error) !== null || code.startsWith('http_');
  const fault = refusalOf(code)?.fault ?? (answered ? 'unsure' : 'unanswered');
  return new PostError(fault, code, retryAfterMs(error), { cause: error });
}

/** The innermost code or name: the client wraps what `fetch` throws, and `fetch` what the socket did. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = 'original' in error ? error.original : error.cause;
  if (inner instanceof Error) return codeOf(inner);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
