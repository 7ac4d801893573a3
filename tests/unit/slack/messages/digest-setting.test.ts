import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../../src/block-kit/check-blocks.js';
import {
  digestChangedMessage,
  digestModal,
  digestSettingMessage,
} from '../../../../src/slack/messages/digest-setting.js';
import { noticeMessage } from '../../../../src/slack/messages/outgoing-message.js';
import { sayDays, sayMoment } from '../../../../src/slack/messages/wording.js';
import { aSetting } from '../../../support/digest.js';
import { readBlocks } from '../../../support/wire.js';

const MONDAY = new Date('2026-11-23T14:00:00Z');

describe('when the next digest comes', () => {
  it.each([
    ['America/Chicago', 'Monday, Nov 23, 08:00 CST'],
    ['Europe/Berlin', 'Monday, Nov 23, 15:00 CET'],
    ['Asia/Kolkata', 'Monday, Nov 23, 19:30 IST'],
    ['America/Santiago', 'Monday, Nov 23, 11:00 GMT-3'],
    ['UTC', 'Monday, Nov 23, 14:00 UTC'],
  ])('is said on the clocks of %s: %s', (zone, said) => {
    expect(sayMoment(MONDAY, zone)).toBe(said);
  });

  it('names days as people do', () => {
    expect(sayDays([1, 2, 3, 4, 5])).toBe('on weekdays');
    expect(sayDays([1, 2, 3, 4, 5, 6, 7])).toBe('every day');
    expect(sayDays([6, 7])).toBe('on weekends');
    expect(sayDays([3])).toBe('on Wednesday');
    expect(sayDays([1, 3, 5])).toBe('on Monday, Wednesday and Friday');
  });
});

describe('the setting of a channel', () => {
  it('offers to set one up where there is none, and nothing to switch off', () => {
    const message = digestSettingMessage(null, 'C1');
    expect(readBlocks(message.blocks)).toMatch(/No digest is set up.*Set upPreview/);
    expect(readBlocks(message.blocks)).not.toContain('Off');
    expect(checkMessage(message)).toEqual([]);
  });

  it('shows plan, topic, quiet day, next run and who changed it', () => {
    const setting = aSetting({ topic: 'tariffs <!here>', quiet: 'skip' });
    const message = digestSettingMessage({ setting, next: MONDAY }, 'C1');
    const text = readBlocks(message.blocks);
    expect(text).toContain('Digest: on08:00 on weekdays, time of America/Chicago.');
    expect(text).toContain('Only what answers “tariffs <!here>”.');
    expect(text).toContain('On a day without news: no message.');
    expect(text).toContain('Next: Monday, Nov 23, 08:00 CST');
    expect(JSON.stringify(message.blocks)).toContain('"fallback":"Jun 1, 2025, 12:00 UTC"');
    expect(JSON.stringify(message.blocks)).toContain('{"type":"user","user_id":"U1"}');
    expect(text).toMatch(/EditPreviewSend now.*Send it.*PauseOff.*Switch it off/);
    expect(message.text).toContain('&lt;!here&gt;');
  });

  it('names nobody where whoever changed it was forgotten', () => {
    const setting = aSetting({ changedBy: null });
    const { blocks } = digestSettingMessage({ setting, next: MONDAY }, 'C1');
    expect(readBlocks(blocks)).toMatch(/Last changed (?!by)/);
    expect(JSON.stringify(blocks)).not.toContain('user_id');
  });

  it('says why the bot paused it, and offers Resume', () => {
    const setting = aSetting({ state: 'paused', pausedBy: 'is_archived' });
    const text = readBlocks(digestSettingMessage({ setting, next: null }, 'C1').blocks);
    expect(text).toContain('Digest: paused, because the channel is archived');
    expect(text).toContain('ResumeOff');
  });

  it('is confirmed to all with who did it', () => {
    const message = digestChangedMessage({ setting: aSetting(), next: MONDAY }, 'U2');
    expect(JSON.stringify(message.blocks)).toContain('{"type":"user","user_id":"U2"}');
    expect(readBlocks(message.blocks)).toContain('Next: Monday, Nov 23, 08:00 CST');
    const off = digestChangedMessage({ setting: aSetting({ state: 'off' }), next: null }, 'U2');
    expect(readBlocks(off.blocks)).toBe(' switched the daily digest of this channel off.');
  });
});

describe('the form', () => {
  it('is taken by Slack and filled in with what is set', () => {
    const view = digestModal(aSetting({ topic: 'x'.repeat(500), days: [2, 4] }), 'C1');
    expect(checkView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('"initial_time":"08:00"');
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ channel: 'C1' });
  });
});

describe('a word to whoever set a digest up', () => {
  it('says which one did not come, why, and what becomes of it', () => {
    const message = noticeMessage(
      { setting: aSetting(), kind: 'paused', reason: 'not_in_channel', dueAt: MONDAY },
      '/deport',
    );
    expect(JSON.stringify(message.blocks)).toContain('{"type":"channel","channel_id":"C1"}');
    expect(readBlocks(message.blocks)).toContain(
      ', due Monday, Nov 23, 08:00 CST, could not be posted, because I am not in the channel; invite me there.',
    );
    expect(checkMessage(message)).toEqual([]);
  });
});
