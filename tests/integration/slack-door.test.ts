import fc from 'fast-check';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, VIEWS } from '../../src/slack/actions.js';
import { BOT_USER, RESPONSE_URL, startTestBot, type TestBot } from '../support/test-bot.js';
import { nextCall, nextResponse, quotations, readBlocks } from '../support/wire.js';

const JSON_TYPE = 'application/json';

let bot: TestBot;
beforeEach(async () => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  bot = await startTestBot();
});
afterEach(async () => {
  await bot.close();
  nock.cleanAll();
  nock.enableNetConnect();
});

/** Slack, content with everything. */
function takeEverything(): void {
  nock('https://slack.com')
    .persist()
    .post(/./)
    .reply(200, { ok: true, ts: '1700000001.000100', user: { id: 'U1', tz: 'UTC' } });
  nock(new URL(RESPONSE_URL).origin).persist().post(/./).reply(200, 'ok');
}

const person = { id: 'U1', team_id: 'T1' };
const ts = '1700000000.000100';
const done = {
  user: person,
  team: { id: 'T1' },
  trigger_id: 'trigger',
  response_url: RESPONSE_URL,
};
const event = (fields: object): object => ({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  authorizations: [{ team_id: 'T1', enterprise_id: null, is_enterprise_install: false }],
  is_ext_shared_channel: false,
  event: { user: 'U1', channel: 'C1', ts, ...fields },
});
/** One of each kind, as Slack sends it. */
const PAYLOADS: readonly object[] = [
  event({ type: 'app_mention', text: `<@${BOT_USER}> panama`, thread_ts: ts }),
  event({ type: 'message', channel: 'D1', channel_type: 'im', text: 'panama' }),
  event({ type: 'message', channel_type: 'channel', subtype: 'message_changed', message: { ts } }),
  event({ type: 'app_home_opened', tab: 'home' }),
  event({ type: 'member_joined_channel', channel_type: 'C', team: 'T1' }),
  event({ type: 'agent_session_stopped', thread_ts: ts, streaming_message_ts: [] }),
  event({ type: 'channel_archive' }),
  {
    ...done,
    type: 'block_actions',
    channel: { id: 'C1' },
    container: { message_ts: ts },
    actions: [{ action_id: ACTIONS.share, type: 'button', value: '{"request":{},"skip":0}' }],
  },
  {
    ...done,
    type: 'block_actions',
    view: { type: 'home', id: 'V1' },
    container: { type: 'view' },
    actions: [{ action_id: ACTIONS.homeSearch, type: 'plain_text_input', value: 'panama' }],
  },
  {
    ...done,
    type: 'message_action',
    callback_id: 'find_coverage',
    channel: { id: 'C1' },
    message: { ts, user: 'U2', text: 'panama', blocks: [{ type: 'rich_text', elements: [] }] },
  },
  {
    ...done,
    type: 'view_submission',
    view: {
      id: 'V1',
      callback_id: VIEWS.digest,
      private_metadata: '{"channel":"C1"}',
      state: { values: { time: { time: { value: '8' } } } },
    },
  },
  { ...done, type: 'shortcut', callback_id: 'another' },
];
const COMMAND = {
  command: '/deport',
  text: 'panama',
  user_id: 'U1',
  channel_id: 'C1',
  team_id: 'T1',
  trigger_id: 'trigger',
  response_url: RESPONSE_URL,
};

/** Every place in a payload where a value stands. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))];
}

/** The same with another value in one place, or with none. */
function put(value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown {
  if (key === undefined) return odd;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      String(index) === key ? put(item, rest, odd) : item,
    );
  return { ...value, [key]: put(Reflect.get(value, key), rest, odd) };
}

const ODD = [
  undefined,
  null,
  true,
  0,
  -1,
  '',
  'x',
  '💥'.repeat(40),
  [],
  [null],
  {},
  { id: null },
  { type: 7 },
];

const oddPayload = fc
  .constantFrom(...PAYLOADS)
  .chain((payload) =>
    fc.record({
      payload: fc.constant(payload),
      changes: fc.array(
        fc.tuple(fc.constantFrom(...places(payload)), fc.constantFrom<unknown>(...ODD)),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )
  .map(({ payload, changes }) =>
    changes.reduce<unknown>((so, [at, odd]) => put(so, at, odd), payload),
  );

describe('what is signed but not as Slack sends it', () => {
  it.each(['null', '7', '"words"', '[]', 'true', '{', ''])(
    'the body %s is refused, and the bot lives on',
    async (body) => {
      expect((await bot.post(body, JSON_TYPE)).status).toBe(400);
      const form = `payload=${encodeURIComponent(body)}`;
      expect((await bot.post(form, 'application/x-www-form-urlencoded')).status).toBe(400);
      const reply = nextResponse();
      expect((await bot.command('panama')).status).toBe(200);
      await reply;
    },
  );

  it('odd values anywhere end in an answer or a refusal, never in a fault of the bot', async () => {
    takeEverything();
    const runs = fc.asyncProperty(oddPayload, async (payload) => {
      const { status } = await bot.post(JSON.stringify(payload ?? null), JSON_TYPE);
      expect([200, 400, 404]).toContain(status);
    });
    await fc.assert(runs, { numRuns: 300 });
    expect(bot.log.filter(({ message }) => message.includes('could not be handled'))).toEqual([]);
  });

  it.each(Object.keys(COMMAND))('a command whose %s comes twice is refused', async (field) => {
    const form = new URLSearchParams([...Object.entries(COMMAND), [field, 'again']]).toString();
    const { status } = await bot.post(form, 'application/x-www-form-urlencoded');
    expect(status).toBe(400);
    const line = bot.log.find(({ level }) => level === 'warn');
    expect(JSON.stringify(line?.fields)).toContain(field);
  });
});

describe('what an older version of the bot left behind', () => {
  const pressed = {
    ...done,
    channel: { id: 'C1' },
    container: { message_ts: ts, channel_id: 'C1' },
  };
  it('a button that is gone says so to whoever presses it', async () => {
    const reply = nextResponse();
    const { status } = await bot.press('no_such_button', 'x', pressed);
    expect(status).toBe(200);
    expect(readBlocks((await reply).blocks)).toContain('This button is from an older version');
  });

  it.each([
    {
      type: 'message_action',
      callback_id: 'gone',
      channel: { id: 'C1' },
      message: { ts, text: 'panama' },
      says: 'no longer has this shortcut',
    },
    {
      type: 'view_submission',
      view: { id: 'V1', callback_id: 'gone', private_metadata: '', state: { values: {} } },
      says: 'This form is from an older version',
    },
  ])('a $type that is gone says so', async ({ says, ...fields }) => {
    const reply = fields.type === 'view_submission' ? nextCall('chat.postMessage') : nextResponse();
    const body = JSON.stringify({ ...done, ...fields });
    expect((await bot.post(body, JSON_TYPE)).status).toBe(200);
    expect(readBlocks((await reply).blocks)).toContain(says);
  });
});

describe('a bot that is told to stop', () => {
  const mention = event({ type: 'app_mention', text: `<@${BOT_USER}> panama` });

  it('first answers what it has acknowledged, also where Slack asks it to wait', async () => {
    const refused = nextCall('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    // The second try may come at once.
    const answered = nextCall('chat.postMessage');
    expect((await bot.post(JSON.stringify(mention), JSON_TYPE)).status).toBe(200);
    await refused;
    await bot.close();
    expect(nock.pendingMocks()).toEqual([]);
    expect(quotations((await answered).blocks)).not.toEqual([]);
    bot = await startTestBot();
  });

  it('takes nothing more', async () => {
    const { url } = bot;
    await bot.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
    bot = await startTestBot();
  });
});

describe('the pages about the bot', () => {
  it('/metrics counts answers, payloads and what Slack refused, and holds no word of a question', async () => {
    const answered = nextResponse();
    await bot.command('panama hush');
    await answered;
    await bot.post('{"type":"app_mention"}', JSON_TYPE);
    const expired = nextResponse({ status: 404, body: 'expired_url' });
    const told = nextCall('chat.postMessage', { body: { ok: false, error: 'is_archived' } });
    await bot.command('mexico');
    await expired;
    await told;
    const page = async (): Promise<string> => (await fetch(`${bot.url}/metrics`)).text();
    await expect.poll(page).toContain('clipdesk_slack_errors_total{code="is_archived"} 1');
    const text = await page();
    expect(text).toContain('clipdesk_answer_seconds_count{kind="passages",state="shown"} 2');
    expect(text).toContain('clipdesk_payloads_total{fits="true"} 2');
    expect(text).toContain('clipdesk_articles 5');
    expect(text).toContain('clipdesk_nodejs_eventloop_lag_seconds');
    expect(text).not.toMatch(/panama|hush|mexico/i);
  });

  it.each(['/healthz', '/readyz'])('%s answers GET and HEAD, and nothing else', async (path) => {
    expect((await fetch(bot.url + path)).status).toBe(200);
    const head = await fetch(bot.url + path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(bot.url + path, { method: 'POST' })).status).toBe(405);
  });

  it('/readyz says when Slack last sent something', async () => {
    const page = async (): Promise<unknown> => (await fetch(`${bot.url}/readyz`)).json();
    expect(await page()).toMatchObject({ status: 'ready', store: 'reached', lastEventAt: null });
    const reply = nextResponse();
    await bot.command('panama');
    await reply;
    expect(await page()).toMatchObject({ lastEventAt: expect.any(String) });
  });
});
