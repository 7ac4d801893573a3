import nock from 'nock';
import { z } from 'zod';
import { checkMessage } from '../../src/block-kit/check-blocks.js';
import { RESPONSE_URL } from './test-bot.js';

/** What the bot sent, as it left on the wire. */
export interface Sent {
  readonly text: string;
  readonly blocks: unknown[];
  /** Everything else: channel, thread_ts, response_type … */
  readonly rest: Record<string, unknown>;
}

/** A reply that Slack's far side gives: a status, a body, headers, or a broken connection. */
export interface FarSide {
  readonly status?: number;
  readonly body?: string | Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** The next message posted to the response URL; fails the test's own timeout when none comes. */
export function nextResponse({
  status = 200,
  body = 'ok',
  headers = {},
}: FarSide = {}): Promise<Sent> {
  const { origin, pathname } = new URL(RESPONSE_URL);
  return new Promise((resolve) => {
    nock(origin)
      .post(pathname)
      .reply((_uri, sent) => {
        resolve(read(sent));
        return [status, body, headers];
      });
  });
}

/** The next call of a Web API method. */
export function nextCall(
  method: string,
  { status = 200, body = { ok: true, ts: '1700000001.000100' }, headers = {} }: FarSide = {},
): Promise<Sent> {
  return new Promise((resolve) => {
    nock('https://slack.com')
      .post(`/api/${method}`)
      .reply((_uri, sent) => {
        resolve(read(sent, method.startsWith('chat.')));
        return [status, body, headers];
      });
  });
}

const block = z.looseObject({ type: z.string() });

function read(body: unknown, isMessage = true): Sent {
  const fields = typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : body;
  const { text = '', blocks, ...rest } = z.record(z.string(), z.unknown()).parse(fields);
  const parsed: unknown = typeof blocks === 'string' ? JSON.parse(blocks) : (blocks ?? []);
  const sent = { text: z.string().parse(text), blocks: z.array(block).parse(parsed), rest };
  // A view, and what takes a message away, say nothing by themselves.
  const speaks = isMessage && !('view' in rest || 'delete_original' in rest || isDeletion(sent));
  const faults = speaks ? checkMessage(sent) : [];
  if (faults.length > 0)
    throw new Error(`Slack would refuse this message: ${JSON.stringify(faults)}`);
  return sent;
}

/** The arguments of `chat.delete`, which say which message and no more. */
function isDeletion({ text, blocks, rest }: Sent): boolean {
  return 'ts' in rest && text === '' && blocks.length === 0;
}

/** Every piece of text in blocks, in order, joined: what a person reads. */
export function readBlocks(blocks: unknown): string {
  const pieces: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if ('text' in value && typeof value.text === 'string') pieces.push(value.text);
      else Object.values(value).forEach(walk);
    }
  };
  walk(blocks);
  return pieces.join('');
}

/** The quotations among blocks, each with its runs joined. */
export function quotations(blocks: unknown): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 'rich_text_quote') found.push(readBlocks(value));
      else Object.values(value).forEach(walk);
    }
  };
  walk(blocks);
  return found;
}

/** The value of the first button with this action id. */
export function buttonValue(blocks: unknown, actionId: string): string | undefined {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if ('action_id' in value && value.action_id === actionId && 'value' in value)
        found.push(String(value.value));
      else Object.values(value).forEach(walk);
    }
  };
  walk(blocks);
  return found[0];
}

/** The texts among blocks that Slack reads as markup: words of ours alone, with moments in them. */
export function markupIn(blocks: unknown): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 'mrkdwn') found.push(readBlocks(value));
      else Object.values(value).forEach(walk);
    }
  };
  walk(blocks);
  return found;
}

/** All that an answer says in markup: when the archive was read. */
export const READ_AT = /^The archive was read <!date\^[^<>]+>\.$/;
