import type { Core } from '../../core.js';
import { parseJson } from '../../state/json.js';
import type { ApiResponse } from './create-web-api.js';

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
  const result = down
    ? { status: 503, body: { ok: false, error: 'service_unavailable' } }
    : core.responseUrls.use(secret, body);
  const answer = { ...result, headers: {} };
  core.journal.complete(entry, {
    answer,
    outcome: result.status === 200 ? 'ok' : 'refused',
    ...(down && { note: 'fault switch: Slack is down' }),
  });
  return answer;
}
