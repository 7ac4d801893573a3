import { describe, expect, it, onTestFinished } from 'vitest';
import { createAccess, type Access } from '../../../src/slack/access.js';
import { createClientWithoutRetries } from '../../../src/slack/wire/client.js';
import { startLocalSlack, type Methods } from '../../support/local-slack.js';
import { memoryStore } from '../../support/memory-store.js';
import { createLog } from '../../support/test-bot.js';

const NOBODY = { user: 'U1', teams: [], sentFor: 'T1' };

async function open(methods: Methods): Promise<{ access: Access; calls: () => number }> {
  const slack = await startLocalSlack(methods);
  onTestFinished(() => slack.close());
  const { channels } = await memoryStore();
  const client = createClientWithoutRetries('xoxb-1', { apiUrl: slack.apiUrl }, createLog([]));
  const access = createAccess({ channels, client, team: 'T1', admins: [], now: () => new Date(0) });
  await channels.change(
    { team: 'T1', channel: 'COPEN' },
    { opened: { by: 'U1', at: new Date(0) } },
  );
  return { access, calls: () => slack.calls.length };
}

const about = (channel: object): Methods => ({
  'conversations.info': () => ({ body: { ok: true, channel } }),
});
const refused = (error: string): Methods => ({
  'conversations.info': () => ({ body: { ok: false, error } }),
});

describe('words of the archive in a channel', () => {
  it.each([
    ['shared with others', about({ is_ext_shared: true }), 'shared_channel'],
    ['of the house alone', about({ is_ext_shared: false }), null],
    ['that Slack does not tell of', about({}), 'maybe_shared'],
    ['without the right to ask', refused('missing_scope'), 'maybe_shared'],
    ['that the bot cannot see', refused('channel_not_found'), 'channel_not_found'],
  ])('%s', async (_what, methods, bar) => {
    const { access } = await open(methods);
    expect(await access.barred('C1')).toBe(bar);
  });

  it('may stand in a direct message and in an open channel, and nobody asks Slack', async () => {
    const { access, calls } = await open({});
    expect(await access.barred('D1')).toBeNull();
    expect(await access.barred('COPEN', true)).toBeNull();
    expect(await access.barred('C1', false)).toBeNull();
    expect(await access.barred('C1', true)).toBe('shared_channel');
    expect(calls()).toBe(0);
  });

  it('wait for Slack where it cannot be asked at the moment', async () => {
    const { access } = await open(refused('internal_error'));
    await expect(access.barred('C1')).rejects.toThrow('internal_error');
  });
});

describe('somebody of another organisation', () => {
  it.each([
    [{ id: 'U1', team_id: 'T1' }, false],
    [{ id: 'U1', team_id: 'T2' }, true],
    [{ id: 'U1', team_id: 'T1', is_stranger: true }, true],
  ])('is known by what Slack says: %j', async (user, isOutsider) => {
    const { access, calls } = await open({ 'users.info': () => ({ body: { ok: true, user } }) });
    expect(await access.isOutsider(NOBODY)).toBe(isOutsider);
    expect(await access.isOutsider(NOBODY)).toBe(isOutsider);
    expect(calls()).toBe(1);
  });

  it('is told by the payload first, and by where it was sent where nobody else says', async () => {
    const { access } = await open({});
    expect(await access.isOutsider({ ...NOBODY, teams: ['T1', 'T2'] })).toBe(true);
    expect(await access.isOutsider({ ...NOBODY, teams: ['T1'], sentFor: 'T2' })).toBe(false);
    expect(await access.isOutsider(NOBODY)).toBe(false);
    expect(await access.isOutsider({ ...NOBODY, sentFor: 'T2' })).toBe(true);
    expect(await access.isOutsider({ ...NOBODY, sentFor: null })).toBe(true);
  });
});
