import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACTIONS, encodeProof } from '../../src/slack/actions.js';
import { allowNoNetwork } from '../support/no-network.js';
import { startTestBot, type TestBot } from '../support/test-bot.js';
import { nextCall, nextResponse, readBlocks } from '../support/wire.js';

allowNoNetwork();

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(async () => {
  await bot.close();
});

const opened = { body: { ok: true, view: { id: 'V7', hash: '1.h' } } };

/** What a person reads in a view as it left on the wire. */
function readView(rest: Record<string, unknown>): string {
  return readBlocks(JSON.parse(z.string().parse(rest['view'])));
}

describe('a modal', () => {
  it('opens before Slack tells the person’s zone, and is filled in when it does', async () => {
    const open = nextCall('views.open', opened);
    nock('https://slack.com')
      .post('/api/users.info')
      .reply(async () => {
        // Slack tells nothing before the modal stands.
        await open;
        return [200, { ok: true, user: { tz: 'Europe/Berlin' } }];
      });
    const update = nextCall('views.update');
    await bot.press(ACTIONS.editDigest, 'C1');
    const first = (await open).rest;
    expect(first['trigger_id']).toBe('trigger');
    expect(readView(first)).toContain('One moment …');
    const { rest } = await update;
    expect(rest).toMatchObject({ view_id: 'V7', hash: '1.h' });
    expect(String(rest['view'])).toContain('"initial_value":"Europe/Berlin"');
  });

  it('does not ask for the zone of a digest that is set', async () => {
    nock('https://slack.com')
      .post('/api/users.info')
      .reply(200, { ok: true, user: { tz: 'UTC' } })
      .post('/api/conversations.info')
      .reply(200, { ok: true, channel: { is_ext_shared: false } });
    const confirmed = nextCall('chat.postMessage');
    await bot.command('digest 8:30 daily berlin');
    await confirmed;
    const open = nextCall('views.open', opened);
    const update = nextCall('views.update');
    await bot.press(ACTIONS.editDigest, 'C1');
    await open;
    expect(String((await update).rest['view'])).toContain('"initial_value":"Europe/Berlin"');
  });

  const gone = encodeProof({
    ref: { file: 'gone.txt', start: 0, end: 5, fingerprint: '0123456789abcdef' },
    asked: null,
  });

  it('says itself why it stays empty', async () => {
    const open = nextCall('views.open', opened);
    const update = nextCall('views.update');
    await bot.press(ACTIONS.open, gone);
    await open;
    expect(readView((await update).rest)).toContain('no longer holds these words');
  });

  it('says itself what failed, with a reference that the log holds', async () => {
    const broken = await startTestBot({
      change: (services) => ({
        ...services,
        archive: { ...services.archive, verify: () => Promise.reject(new Error('index lost')) },
      }),
    });
    const open = nextCall('views.open', opened);
    const update = nextCall('views.update');
    await broken.press(ACTIONS.open, gone);
    await open;
    expect(readView((await update).rest)).toContain('HHHH-HHHH');
    expect(broken.log).toContainEqual(
      expect.objectContaining({ fields: expect.objectContaining({ reference: 'HHHH-HHHH' }) }),
    );
    await broken.close();
  });

  it('that the person has closed in the meantime is no failure', async () => {
    const open = nextCall('views.open', opened);
    const update = nextCall('views.update', { body: { ok: false, error: 'not_found' } });
    await bot.press(ACTIONS.open, gone);
    await Promise.all([open, update]);
    const help = nextResponse();
    await bot.command('help');
    await help;
    expect(bot.log.map(({ message }) => message)).not.toContain('a listener failed');
  });

  it('that cannot be filled tells the person so privately', async () => {
    const open = nextCall('views.open', opened);
    const failing = { body: { ok: false, error: 'hash_conflict' } };
    const updates = [nextCall('views.update', failing), nextCall('views.update', failing)];
    const told = nextResponse();
    await bot.press(ACTIONS.open, gone);
    await Promise.all([open, ...updates]);
    expect(readBlocks((await told).blocks)).toContain('was closed or changed in the meantime');
  });

  it.each(['expired_trigger_id', 'trigger_expired', 'exchanged_trigger_id', 'trigger_exchanged'])(
    'that came too late (%s) leads to a word to press again',
    async (error) => {
      const open = nextCall('views.open', { body: { ok: false, error } });
      const told = nextResponse();
      await bot.press(ACTIONS.editDigest, 'C1');
      await open;
      const { blocks, rest } = await told;
      expect(rest['response_type']).toBe('ephemeral');
      expect(readBlocks(blocks)).toContain('press the button again');
    },
  );
});
