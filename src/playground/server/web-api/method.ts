import type { Core } from '../../core.js';
import type { JsonObject } from '../../../block-kit/json.js';
import type { ApiArguments } from './api-arguments.js';

/** One Web API method. */
export interface Method {
  /** Scopes of which one must be granted; none: any token will do. */
  scopes: readonly string[];
  /** Which token it takes: the bot's, unless it says the app's. */
  token?: 'app';
  /** What it answers beside `ok: true`; throws an `ApiError` where Slack refuses. */
  run(args: ApiArguments, core: Core): JsonObject;
}

export type Methods = Readonly<Record<string, Method>>;
