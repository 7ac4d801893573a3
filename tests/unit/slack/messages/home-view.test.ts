import { describe, expect, it } from 'vitest';
import { checkView } from '../../../../src/block-kit/check-blocks.js';
import { fault } from '../../../../src/corpus/fault.js';
import { homeView } from '../../../../src/slack/messages/home-view.js';
import { reportModal } from '../../../../src/slack/messages/report-messages.js';
import { watchModal } from '../../../../src/slack/messages/watch-messages.js';
import { digestModal } from '../../../../src/slack/messages/digest-setting.js';
import type { FailedDelivery, Report } from '../../../../src/store/records.js';
import { aDigest, aSetting } from '../../../support/digest.js';
import { NOON } from '../../../support/open-memory-archive.js';
import { readBlocks } from '../../../support/wire.js';

const HOSTILE = '<!channel> *b* & <https://example.org|x> '.repeat(80);
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const report = (at: number): Report => ({
  team: 'T1',
  user: 'U1',
  at: NOON,
  question: HOSTILE,
  thread: [],
  file: `${at}<!here>.txt`,
  paragraph: 3,
  start: 0,
  end: 9,
  fingerprint: 'f',
  reason: 'out of date',
  remark: HOSTILE,
});
const failed = (reason: string, channel = 'C1'): FailedDelivery => ({
  kind: 'digest',
  team: 'T1',
  channel,
  reason,
  at: NOON,
});

const EMPTY = {
  freshness: aDigest().searched,
  user: 'U1',
  command: '/deport',
  watches: [],
  digests: [],
  asked: null,
  sources: [],
  recent: [],
  admin: null,
};
const NOTHING_WRONG = { reports: [], failed: { counts: [], newest: [] }, faults: [] };

describe('the Home tab', () => {
  it('is taken by Slack however much there is, and its text rings no bell', () => {
    const view = homeView({
      ...EMPTY,
      asked: HOSTILE,
      sources: [],
      recent: many(20, (at) => `${at} ${HOSTILE}`.slice(0, 300)),
      watches: many(200, (at) => ({
        id: `w${at}`,
        team: 'T1',
        channel: at % 2 === 0 ? 'C1' : 'U1',
        user: 'U1',
        question: HOSTILE,
        madeAt: NOON,
        seenUpTo: 0,
      })),
      digests: many(60, () => ({
        next: NOON,
        setting: aSetting({ topic: HOSTILE, state: 'on', changedBy: 'U1' }),
      })),
      admin: {
        reports: many(11, report),
        failed: {
          counts: many(9, (at) => ({ reason: `error_${at}`, count: 9 })),
          newest: many(9, () => failed('is_archived')),
        },
        faults: many(90, (at) => fault('error', `${at}<!here>.txt`, HOSTILE)),
      },
    });
    expect(checkView(view)).toEqual([]);
    const text = readBlocks(view.blocks);
    expect(text).toContain('and 175 more watches; /deport watches lists them all');
    expect(text).toContain('and 70 more files: npm run check names them all.');
    expect(text).toContain('There are more: npm run reports prints them all');
    expect(JSON.stringify(view.blocks)).not.toMatch(/"type":"mrkdwn","text":"[^"]*<!(?!date)/);
  });

  it('tells the admins what went wrong, counted, with the newest and the reason', () => {
    const text = readBlocks(
      homeView({
        ...EMPTY,
        admin: {
          ...NOTHING_WRONG,
          failed: {
            counts: [
              { reason: 'token_revoked', count: 3 },
              { reason: 'too late', count: 1 },
            ],
            newest: [failed('token_revoked'), failed('too late', 'D1')],
          },
          faults: [
            fault('warning', 'odd.txt', 'look at it'),
            fault('error', 'bad.txt', 'left out: it is not UTF-8'),
          ],
        },
      }).blocks,
    );
    expect(text).toContain('4 messages in the last sixty days:3 × the bot’s token was revoked; ');
    expect(text).toContain('1 × it was too late to send it');
    expect(text).toContain('Digest to a direct message, Jun 1, 2025, 12:00 UTC: it was too late');
    expect(text).toContain('bad.txt · left out: it is not UTF-8');
    expect(text).not.toContain('odd.txt');
  });

  it('says to the admins when nothing is wrong, and to nobody else anything of it', () => {
    const admin = readBlocks(homeView({ ...EMPTY, admin: NOTHING_WRONG }).blocks);
    expect(admin).toContain('None: every file is used.');
    expect(admin).toContain('Nothing, in the last sixty days.');
    expect(readBlocks(homeView(EMPTY).blocks)).not.toContain('For admins');
  });
});

it('every form is taken by Slack, whatever it is about', () => {
  const choice = { time: '08:00', zone: 'UTC', days: [1], topic: HOSTILE, quiet: 'note' } as const;
  const reported = { question: HOSTILE, file: `${HOSTILE}.txt` };
  for (const modal of [
    watchModal(),
    digestModal(choice, null),
    digestModal(choice, 'C1'),
    reportModal('x'.repeat(2_000), reported),
  ])
    expect(checkView(modal)).toEqual([]);
});
