import { checkMessage } from '../../../block-kit/check-blocks.js';
import { isObject, type JsonObject } from '../../../block-kit/json.js';
import { LIMITS } from '../../../block-kit/limits.js';
import type { Faults } from '../create-faults.js';
import type { Ids } from '../create-ids.js';
import { HIDDEN, type Messages } from '../create-messages.js';
import { textOf } from '../json.js';
import type { StoredMessage, WorkspaceState } from '../workspace-state.js';
import { fillInBlocks } from './wire.js';

/** docs.slack.dev/interactivity/handling-user-interaction: `delete_original` goes alone, and not for commands. */
const NOT_DELETED =
  'nothing was deleted: “delete_original” goes alone in its body, and only for the message whose button was pressed';

/** What a response URL answers on. */
export interface ResponseOrigin {
  from: 'command' | 'message' | 'shortcut';
  person: string;
  channel: string;
  /** The message whose button was clicked: the only one that can be replaced or deleted. */
  ts?: string;
}

interface ResponseUrlsNeeds {
  state: WorkspaceState;
  now: () => number;
  ids: Ids;
  faults: Faults;
  messages: Messages;
  /** `http://127.0.0.1:3000`, once the server listens. */
  origin: () => string;
}

export interface ResponseUrls extends ReturnType<typeof createResponseUrls> {}

/** The URLs on which a bot answers without a token: five times within thirty minutes. */
export function createResponseUrls(needs: ResponseUrlsNeeds) {
  const { state, now, ids, faults, messages, origin } = needs;
  const issued = new Map<string, ResponseOrigin & { uses: number; at: number }>();

  return {
    issue(from: ResponseOrigin): string {
      const secret = ids.secret();
      issued.set(secret, { ...from, uses: 0, at: now() });
      const kind = from.from === 'command' ? 'commands' : 'actions';
      return `${origin()}/hooks/${kind}/${state.team.id}/${secret}`;
    },
    /** What a POST of `body` to the URL’s secret part does and answers. */
    use(secret: string, body: unknown): { status: number; body: JsonObject; note?: string } {
      const url = issued.get(secret);
      if (!url) return refuse(404, 'invalid_url');
      if (faults.isOn('expire-response-urls') || now() - url.at > LIMITS.responseUrlMs)
        return refuse(404, 'expired_url');
      if (url.uses >= LIMITS.responseUrlUses) return refuse(404, 'used_url');
      if (!isObject(body)) return refuse(400, 'invalid_payload');
      const original = url.ts === undefined ? undefined : messages.find(url.channel, url.ts);
      if (isTrue(body['delete_original'])) {
        url.uses += 1;
        const deletes = original?.from === 'bot' && Object.keys(body).length === 1;
        if (deletes) messages.remove(original);
        return { status: 200, body: { ok: true }, ...(!deletes && { note: NOT_DELETED }) };
      }
      const faulty = checkMessage(body)[0];
      if (faulty) {
        const detail = `[ERROR] ${faulty.message} [json-pointer:${faulty.pointer}]`;
        return refuse(400, faulty.code, { response_metadata: { messages: [detail] } });
      }
      url.uses += 1;
      const hidden = isHidden(body);
      if (!hidden) respond(url, body, original);
      return { status: 200, body: { ok: true }, ...(hidden && { note: HIDDEN }) };
    },
  };

  /** Private, and in a thread that Slack does not show it in. */
  function isHidden(body: JsonObject): boolean {
    const threadTs = textOf(body['thread_ts']);
    const isPublic = body['response_type'] === 'in_channel' || isTrue(body['replace_original']);
    return threadTs !== '' && !isPublic && !messages.isActiveThread(threadTs);
  }

  function respond(
    url: ResponseOrigin,
    body: JsonObject,
    original: StoredMessage | undefined,
  ): void {
    const text = textOf(body['text']);
    const blocks = fillInBlocks(body['blocks'], ids);
    if (isTrue(body['replace_original']) && original?.from === 'bot')
      return void messages.update(original, { text, blocks });
    const threadTs = body['thread_ts'];
    const isPublic = body['response_type'] === 'in_channel';
    messages.post({
      channel: url.channel,
      user: state.app.botUser,
      from: 'bot',
      text,
      blocks,
      ...(!isPublic && { ephemeralTo: url.person }),
      ...(typeof threadTs === 'string' && threadTs && { threadTs }),
    });
  }
}

/** Slack takes both, and its own examples have the string. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function refuse(status: number, error: string, extra: JsonObject = {}) {
  return { status, body: { ok: false, error, ...extra } };
}
