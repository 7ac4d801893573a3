import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/answer/archive/archive.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';
import { allowNoNetwork } from '../support/no-network.js';
import {
  BOT_USER,
  RESPONSE_URL,
  signature,
  startTestBot,
  type TestBot,
} from '../support/test-bot.js';
import { SEEDS } from '../support/seeds.js';
import { nextCall, nextResponse, quotations, readBlocks } from '../support/wire.js';

allowNoNetwork();

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(async () => {
  await bot.close();
});

const mention = {
  type: 'app_mention',
  user: 'U1',
  channel: 'C1',
  ts: '1700000000.000100',
  text: `<@${BOT_USER}> panama`,
};

describe('a request that does not come from Slack', () => {
  const body = new URLSearchParams({
    command: '/deport',
    text: 'panama',
    response_url: RESPONSE_URL,
  }).toString();
  const form = 'application/x-www-form-urlencoded';
  const now = (): number => Math.floor(Date.now() / 1000);

  it('with a wrong signature gets 401 and no answer', async () => {
    const response = await bot.post(body, form, signature(now(), body, 'another-secret'));
    expect(response.status).toBe(401);
  });

  it('six minutes old, signed rightly then, gets 401', async () => {
    expect((await bot.post(body, form, signature(now() - 360, body))).status).toBe(401);
  });

  it('without any signature gets 401', async () => {
    const headers = { 'content-type': form };
    const response = await fetch(`${bot.url}/slack/events`, { method: 'POST', body, headers });
    expect(response.status).toBe(401);
  });

  it('with words changed after signing gets 401', async () => {
    const response = await bot.post(body.replace('panama', 'mexico'), form, signature(now(), body));
    expect(response.status).toBe(401);
  });
});

describe('when Slack fails while a command is answered', () => {
  it.each([500, 503, 429])(
    'a %i is tried again, and the person gets the answer',
    async (status) => {
      const refused = nextResponse({ status });
      // The next try may come before the first is seen to be refused.
      const answer = nextResponse();
      await bot.command('panama');
      await refused;
      expect(quotations((await answer).blocks)).toHaveLength(3);
    },
  );

  it('a broken connection is tried again', async () => {
    const { origin, pathname } = new URL(RESPONSE_URL);
    nock(origin).post(pathname).replyWithError(new Error('socket hang up'));
    const answer = nextResponse();
    await bot.command('panama');
    expect(quotations((await answer).blocks)).toHaveLength(3);
  });

  it.each([
    ['a page of a proxy', '<html><body>Please sign in</body></html>'],
    ['a refusal', { ok: false, error: 'invalid_payload' }],
  ])('an address that answers with %s leads to a direct message that says so', async (_, body) => {
    const answered = nextResponse({ body });
    const direct = nextCall('chat.postMessage');
    await bot.command('panama');
    await answered;
    const { blocks, rest } = await direct;
    expect(rest['channel']).toBe('U1');
    expect(readBlocks(blocks)).toMatch(
      /^This comes here because Slack did not take my reply where you asked/,
    );
    expect(quotations(blocks)).toHaveLength(3);
  });

  it('an address that answers with an object that says so has taken the answer', async () => {
    const answer = nextResponse({ body: { ok: true } });
    await bot.command('panama');
    expect(quotations((await answer).blocks)).toHaveLength(3);
    const help = nextResponse();
    await bot.command('help');
    await help;
    expect(bot.log.map(({ message }) => message)).not.toContain('a listener failed');
  });

  it('an expired address leads to a direct message with the answer', async () => {
    const expired = nextResponse({ status: 404, body: 'expired_url' });
    const direct = nextCall('chat.postMessage');
    await bot.command('panama');
    await expired;
    const { blocks, rest } = await direct;
    expect(rest['channel']).toBe('U1');
    expect(readBlocks(blocks)).toContain('Slack did not take my reply where you asked');
    expect(quotations(blocks)).toHaveLength(3);
  });

  it('an address that never works leads to a direct message too', async () => {
    const { origin, pathname } = new URL(RESPONSE_URL);
    nock(origin).post(pathname).times(4).reply(500);
    const direct = nextCall('chat.postMessage');
    await bot.command('panama');
    expect((await direct).rest['channel']).toBe('U1');
  });
});

describe('when Slack fails while a mention is answered', () => {
  it('a 429 is waited out, and the answer posted once', async () => {
    const limited = nextCall('chat.postMessage', {
      status: 429,
      body: {},
      headers: { 'retry-after': '1' },
    });
    const answer = nextCall('chat.postMessage');
    await bot.event(mention);
    await limited;
    expect(quotations((await answer).blocks)).toHaveLength(3);
  });

  it('a 500 is tried again', async () => {
    const failed = nextCall('chat.postMessage', { status: 500, body: 'oops' });
    const answer = nextCall('chat.postMessage');
    await bot.event(mention);
    await failed;
    expect(quotations((await answer).blocks)).toHaveLength(3);
  });

  it('a refusal is said in the thread where the answer would have come, with a reference that the log holds, and what Slack said', async () => {
    const refused = nextCall('chat.postMessage', {
      body: {
        ok: false,
        error: 'invalid_blocks',
        response_metadata: { messages: ['[ERROR] too long [json-pointer:/blocks/0]'] },
      },
    });
    const reason = nextCall('chat.postMessage');
    await bot.event(mention);
    await refused;
    const { blocks, rest } = await reason;
    expect(rest).toMatchObject({ channel: 'C1', thread_ts: mention.ts });
    expect(readBlocks(blocks)).toContain('because Slack did not take the form of my message');
    const [reference = 'none'] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(readBlocks(blocks)) ?? [];
    const line = bot.log.find(
      ({ fields }) => 'reference' in fields && fields.reference === reference,
    );
    expect(line?.level).toBe('error');
    expect(JSON.stringify(line)).toContain('json-pointer:/blocks/0');
  });

  it('where not even that reaches the person, it goes to a direct message, and the bot lives on', async () => {
    const closed = { body: { ok: false, error: 'is_archived' } };
    const answer = nextCall('chat.postMessage', closed);
    const refused = nextCall('chat.postMessage', closed);
    const barred = nextCall('chat.postEphemeral', closed);
    const direct = nextCall('chat.postMessage');
    await bot.event(mention);
    await Promise.all([answer, refused, barred]);
    const { blocks, rest } = await direct;
    expect(rest['channel']).toBe('U1');
    expect(readBlocks(blocks)).toMatch(
      /^This comes here because the channel is archived.*That did not work, because the channel is archived; unarchive it, or use another channel\./,
    );
    const next = nextResponse();
    await bot.command('help');
    expect((await next).rest['response_type']).toBe('ephemeral');
  });

  it.each(['user_not_in_channel', 'is_archived', 'missing_scope'])(
    'a private word that cannot be said in the channel (%s) comes in a direct message',
    async (error) => {
      const barred = nextCall('chat.postEphemeral', { body: { ok: false, error } });
      const direct = nextCall('chat.postMessage');
      await bot.event({ ...mention, text: `<@${BOT_USER}> watches` });
      await barred;
      const { blocks, rest } = await direct;
      expect(rest).toMatchObject({ channel: 'U1' });
      expect(rest).not.toHaveProperty('thread_ts');
      expect(readBlocks(blocks)).toMatch(/^This comes here because .+; .+\.No watch is set here/);
    },
  );

  it('what fails in a wish that is answered privately is told privately, in the channel', async () => {
    const broken = await startTestBot({
      change: (services) => ({
        ...services,
        watches: { ...services.watches, list: () => Promise.reject(new Error('disk full')) },
      }),
    });
    const told = nextCall('chat.postEphemeral');
    await broken.event({ ...mention, text: `<@${BOT_USER}> watches` });
    const { blocks, rest } = await told;
    expect(rest).toMatchObject({ channel: 'C1', user: 'U1' });
    expect(rest).not.toHaveProperty('thread_ts');
    expect(readBlocks(blocks)).toContain('HHHH-HHHH');
    await broken.close();
  });

  it('a Slack that is wholly gone is logged, and the bot lives on', async () => {
    nock('https://slack.com').post(/./).times(12).replyWithError(new Error('connect ECONNREFUSED'));
    await bot.event(mention);
    await expect
      .poll(() => bot.log.map(({ message }) => message), { timeout: 10_000 })
      .toContain('the person could not be told that it failed');
    nock.cleanAll();
    const next = nextResponse();
    await bot.command('help');
    await next;
  });
});

describe('a mention by another bot', () => {
  const by = { user: undefined, subtype: 'bot_message', bot_id: 'B9' };
  /** What Slack tells of that bot, once. */
  const told = (answer: object): void => {
    nock('https://slack.com').post('/api/bots.info').reply(200, answer);
  };

  it('is answered ten times an hour where it is a workflow, then asked to wait once; people are answered still', async () => {
    const noon = new Date('2026-11-25T12:00:00Z');
    const own = await startTestBot({ change: (services) => ({ ...services, now: () => noon }) });
    told({ ok: true, bot: { id: 'B9', is_workflow_bot: true } });
    const said: string[] = [];
    for (let asked = 1; asked <= 13; asked += 1) {
      const answer = asked <= 11 ? nextCall('chat.postMessage') : null;
      await own.event({ ...mention, ...by, ts: `${asked}.1` }, { event_id: `Ev${asked}` });
      if (answer) said.push(readBlocks((await answer).blocks));
    }
    expect(said[9]).toContain('“panama”');
    expect(said[10]).toContain('Workflows have asked me 10 times in this channel');
    const person = nextCall('chat.postMessage');
    await own.event(
      { ...mention, team: 'T1', ts: `${noon.getTime() / 1_000}.1` },
      { event_id: 'Ev99' },
    );
    expect(readBlocks((await person).blocks)).toContain('“panama”');
    expect(own.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
    await own.close();
  });

  it.each([
    ['that is no workflow', { ok: true, bot: { id: 'B9', is_workflow_bot: false } }],
    ['that Slack does not know', { ok: false, error: 'bot_not_found' }],
    ['that Slack does not tell of', { ok: false, error: 'missing_scope' }],
  ])('%s is left alone', async (_, answer) => {
    told(answer);
    await bot.event({ ...mention, ...by });
    await expect.poll(() => nock.isDone()).toBe(true);
    const help = nextResponse();
    await bot.command('help');
    await help;
    expect(bot.log.map(({ message }) => message)).not.toContain('a listener failed');
  });

  it('is left alone where the bot is itself', async () => {
    await bot.event({ ...mention, ...by, bot_id: 'B0CLIPDESK' });
    const help = nextResponse();
    await bot.command('help');
    await help;
    expect(bot.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });
});

describe('a shortcut on a message, when Slack fails', () => {
  const chosen = (more: object = {}): string => {
    const payload = {
      type: 'message_action',
      callback_id: 'find_coverage',
      trigger_id: 'trigger',
      message_ts: '1.2',
      message: { type: 'message', user: 'U2', ts: '1.2', thread_ts: '1.1', text: 'panama' },
      user: { id: 'U1', name: 'maya' },
      channel: { id: 'C1', name: 'newsroom' },
      team: { id: 'T1', domain: 'test' },
      token: 'x',
      action_ts: '1.3',
      ...more,
    };
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  };
  const form = 'application/x-www-form-urlencoded';

  it('is answered in the channel, to the person only, when no address came with it', async () => {
    const answer = nextCall('chat.postEphemeral');
    expect((await bot.post(chosen(), form)).status).toBe(200);
    const { blocks, rest } = await answer;
    expect(rest).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '1.1' });
    expect(quotations(blocks)).toHaveLength(3);
  });

  it('is answered in a direct message where the bot is not in the channel either', async () => {
    const barred = nextCall('chat.postEphemeral', { body: { ok: false, error: 'not_in_channel' } });
    const direct = nextCall('chat.postMessage');
    await bot.post(chosen(), form);
    await barred;
    const { blocks, rest } = await direct;
    expect(rest['channel']).toBe('U1');
    expect(quotations(blocks)).toHaveLength(3);
  });

  it('is answered in a direct message when the address has expired', async () => {
    const expired = nextResponse({ status: 404, body: 'expired_url' });
    const direct = nextCall('chat.postMessage');
    await bot.post(chosen({ response_url: RESPONSE_URL }), form);
    await expired;
    expect((await direct).rest['channel']).toBe('U1');
  });
});

describe('a fault of our own', () => {
  it('is told privately with a reference, and the log has the error under it but not the question', async () => {
    const archive = await openArchive({ folder: openFolder(SEEDS), now: () => new Date() });
    const broken = await startTestBot({
      archive: { ...archive, ask: () => Promise.reject(new Error('index lost')) },
    });
    const reason = nextResponse();
    await broken.command('a secret scoop');
    const { blocks, rest } = await reason;
    expect(rest['response_type']).toBe('ephemeral');
    expect(readBlocks(blocks)).toMatch(/no answer for you.*[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const loud = broken.log.filter(({ level }) => level !== 'debug');
    expect(loud.map(({ message }) => message)).toContain('a listener failed');
    expect(JSON.stringify(loud)).not.toContain('secret scoop');
    await broken.close();
  });
});

describe('what a load balancer asks', () => {
  it('is answered without Slack', async () => {
    const response = await fetch(`${bot.url}/healthz`);
    expect(await response.json()).toEqual({
      status: 'ok',
      articles: 5,
      slack: { state: 'listening', since: expect.any(String), tries: 0, reason: null },
    });
  });
});
