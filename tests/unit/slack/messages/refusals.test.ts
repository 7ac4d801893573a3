import { describe, expect, it } from 'vitest';
import { refusalOf, sayRefusal } from '../../../../src/slack/messages/refusals.js';

describe('what Slack refuses', () => {
  it.each([
    'is_archived',
    'restricted_action',
    'thread_not_found',
    'messages_tab_disabled',
    'expired_trigger_id',
    'trigger_expired',
    'trigger_exchanged',
    'exchanged_trigger_id',
    'channel_not_found',
    'not_in_channel',
    'user_not_in_channel',
    'msg_too_long',
    'msg_blocks_too_long',
    'missing_scope',
    'ratelimited',
    'token_revoked',
    'account_inactive',
    'invalid_auth',
    'expired_url',
    'http_502',
    'ECONNREFUSED',
    'TimeoutError',
  ])('as %s is said with its reason and what to do, in words', (code) => {
    const { why, mend } = refusalOf(code) ?? { why: '', mend: '' };
    expect(sayRefusal(code)).toBe(`${why}; ${mend}`);
    expect(why).toMatch(/\w+ \w+/);
    expect(mend).toMatch(/\w+ \w+/);
    expect(sayRefusal(code)).not.toContain(code);
  });

  it('for a reason that is not known yet is said with Slack’s own code', () => {
    expect(sayRefusal('error_of_tomorrow')).toBe('Slack refused it (error_of_tomorrow)');
    expect(sayRefusal('became pointless')).toBe('it failed on its way (became pointless)');
    expect(sayRefusal('constructor')).toBe('Slack refused it (constructor)');
  });
});
