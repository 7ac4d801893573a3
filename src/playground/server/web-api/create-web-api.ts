import type { JsonObject } from '../../../block-kit/json.js';
import type { Core } from '../../core.js';
import { parseJson } from '../../../local-http.js';
import { agentMethods } from './agent-methods.js';
import { appMethods } from './app-methods.js';
import {
  ApiArguments,
  ApiError,
  type Method,
  type Methods,
  parseBody,
  requireScope,
  unfold,
} from './call.js';
import { conversationsMethods } from './conversation-methods.js';
import { chatMethods } from './message-methods.js';
import { viewsMethods } from './view-methods.js';

/** The methods that exist here; any other is `unknown_method`. */
const methods: Methods = {
  ...agentMethods,
  ...appMethods,
  ...chatMethods,
  ...conversationsMethods,
  ...viewsMethods,
};

/** One call, as it came over the wire. */
export interface ApiRequest {
  method: string;
  headers: Record<string, string>;
  query: URLSearchParams;
  raw: string;
}

export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  body: JsonObject;
}

const DOWN = { status: 503, headers: {}, body: { ok: false, error: 'service_unavailable' } };
const DOWN_NOTE = 'fault switch: Slack is down';

/** Answers Web API calls as Slack does, and writes each into the journal. */
export function createWebApi(core: Core): (request: ApiRequest) => ApiResponse {
  return (request) => {
    const { method: name, headers, raw, query } = request;
    const entry = core.journal.open({
      direction: 'from-bot',
      kind: 'web-api',
      title: name,
      headers: shortenTokens(headers),
      raw,
    });
    const finish = (response: ApiResponse, note?: string): ApiResponse => {
      const refused = response.status !== 200 || response.body['ok'] !== true;
      const outcome = refused ? 'refused' : 'ok';
      core.journal.complete(entry, { answer: response, outcome, ...(note && { note }) });
      return response;
    };
    if (core.faults.isOn('slack-down-10s')) return finish(DOWN, DOWN_NOTE);
    if (core.faults.take('rate-limit-once'))
      return finish(
        { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } },
        'fault switch: answered 429 once',
      );
    try {
      const fields = parseBody(raw, headers['content-type'] ?? '', query);
      const { token, ...shown } = fields;
      core.journal.complete(entry, { body: unfold(shown) });
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (!method) throw new ApiError('unknown_method', { req_method: name });
      checkToken(method, headers, token, core);
      if (method.scope !== undefined) requireScope(core, method.scope);
      const result = method.run(new ApiArguments(fields), core, (note) =>
        core.journal.complete(entry, { note }),
      );
      return finish({
        status: 200,
        headers: scopeHeaders(core, method),
        body: { ok: true, ...result },
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const body = { ok: false, error: error.code, ...error.extra };
      return finish({ status: 200, headers: scopeHeaders(core), body });
    }
  };
}

function checkToken(
  method: Method,
  headers: Record<string, string>,
  argument: unknown,
  { credentials }: Core,
): void {
  const bearer = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  const token = bearer ?? (typeof argument === 'string' ? argument : '');
  if (!token) throw new ApiError('not_authed');
  const wanted = method.token === 'app' ? credentials.appToken : credentials.botToken;
  if (token === wanted) return;
  const other = token === credentials.appToken || token === credentials.botToken;
  throw new ApiError(other ? 'not_allowed_token_type' : 'invalid_auth');
}

function scopeHeaders({ manifest }: Core, method?: Method): Record<string, string> {
  return {
    'x-oauth-scopes': [...manifest.scopes].join(','),
    ...(method?.scope !== undefined && { 'x-accepted-oauth-scopes': method.scope }),
  };
}

function shortenTokens(headers: Record<string, string>): Record<string, string> {
  const { authorization, ...rest } = headers;
  return authorization === undefined
    ? rest
    : { ...rest, authorization: `${authorization.slice(0, 12)}…` };
}

/** A POST to a response URL. */
export interface ResponseRequest {
  /** The last part of its path. */
  secret: string;
  headers: Record<string, string>;
  raw: string;
}

/** Answers on a response URL, and writes it into the journal. */
export function receiveResponse(core: Core, request: ResponseRequest): ApiResponse {
  const { secret, headers, raw } = request;
  const body = parseJson(raw);
  const entry = core.journal.open({
    direction: 'from-bot',
    kind: 'response-url',
    title: 'POST to the response URL',
    headers,
    body: body ?? raw,
    raw,
  });
  const down = core.faults.isOn('slack-down-10s');
  const { note, ...answer } = down
    ? { ...DOWN, note: DOWN_NOTE }
    : { headers: {}, note: undefined, ...core.responseUrls.use(secret, body) };
  const outcome = answer.status === 200 ? 'ok' : 'refused';
  core.journal.complete(entry, { answer, outcome, ...(note !== undefined && { note }) });
  return answer;
}
