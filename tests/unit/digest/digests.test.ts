import { describe, expect, it } from 'vitest';
import { PostError } from '../../../src/digest/delivery/outbox.js';
import type { Deliveries } from '../../../src/store/store.js';
import { BY, NEWS, openTestDigests } from '../../support/test-digests.js';
import { memoryStore } from '../../support/memory-store.js';
import { quickClock } from '../../support/quick-clock.js';

const DAILY = { time: '08:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] } as const;
const story = (words: string, published?: string): string =>
  `${published ? `---\npublished: { status: exact, date: ${published}, basis: feed }\n---\n` : ''}${words}\n`;

describe('the first digest', () => {
  it('introduces the archive with its newest five and says how many there are', async () => {
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((day) => [
        `${day}.md`,
        story(`Harbour story number ${day}.`, `2025-03-0${day}`),
      ]),
    );
    const bot = await openTestDigests('2026-11-24T07:00Z', {
      ...files,
      'undated.md': story('No date.'),
    });
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.runUntil('2026-11-24T08:01Z');
    const [{ digest } = {}] = bot.sent('digest');
    expect(digest).toMatchObject({
      edition: 'first',
      total: 8,
      day: '2026-11-24',
      lateSince: null,
    });
    expect(digest?.entries.map(({ article }) => article.file)).toEqual([
      '7.md',
      '6.md',
      '5.md',
      '4.md',
      '3.md',
    ]);
  });
});

describe('the next digest', () => {
  it('holds what is new or changed by content, and nothing that was touched, renamed or is embargoed', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', {
      'old.txt': story('An old story of the harbour.'),
      'edited.txt': story('The first version.'),
      'renamed.txt': story('This one will be renamed.'),
      'touched.txt': story('This one will be touched.'),
    });
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.runUntil('2026-11-24T08:01Z');
    await bot.change({
      'edited.txt': story('The second version.'),
      'renamed.txt': null,
      'named.txt': story('This one will be renamed.'),
      'touched.txt': story('This one will be touched.'),
      'new.txt': story('<!channel> A new story, in dispute.'),
      'secret.md': '---\nembargo_until: 2027-01-01T00:00:00Z\n---\nNobody may know of this.\n',
      'back.md': '---\nwithdrawn: Retracted.\n---\nThis was wrong.\n',
    });
    await bot.runUntil('2026-11-25T08:01Z');
    const digest = bot.sent('digest')[1]?.digest;
    expect(digest).toMatchObject({ edition: 'news', total: 3 });
    expect(
      digest?.entries.map(({ article, change, lead }) => [article.file, change, lead?.text]),
    ).toEqual([
      ['back.md', 'new', undefined],
      ['edited.txt', 'changed', 'The second version.'],
      ['new.txt', 'new', '<!channel> A new story, in dispute.'],
    ]);
  });

  it('has one entry for an article that was replaced twice, and none for one that was changed back', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', {
      'twice.txt': story('One.'),
      'back.txt': story('As it was.'),
    });
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.runUntil('2026-11-24T08:01Z');
    await bot.change({ 'twice.txt': story('Two.'), 'back.txt': story('As it was not.') });
    await bot.runUntil('2026-11-24T09:00Z');
    await bot.change({ 'twice.txt': story('Three.'), 'back.txt': story('As it was.') });
    await bot.runUntil('2026-11-25T08:01Z');
    const entries = bot.sent('digest')[1]?.digest.entries;
    expect(entries?.map(({ article, lead }) => [article.file, lead?.text])).toEqual([
      ['twice.txt', 'Three.'],
    ]);
  });

  it('holds an article on the day on which its embargo has ended', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { 'a.txt': story('One story.') });
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.change({
      'b.md': '---\nembargo_until: 2026-11-25T00:00:00Z\n---\nReleased at last.\n',
    });
    await bot.runUntil('2026-11-26T08:01Z');
    expect(bot.sent('digest').map(({ digest }) => digest.entries.length)).toEqual([1, 1, 0]);
  });

  it('keeps to its topic, and takes a filter alone for all that comes from there', async () => {
    const cnn = (words: string): string => `---\noutlet: CNN\n---\n${words}\n`;
    const bot = await openTestDigests('2026-11-24T07:00Z', { 'a.txt': story('One story.') });
    const sport = { team: 'T1', channel: 'C2' };
    await bot.digests.change(NEWS, { ...DAILY, topic: 'panama canal' }, BY);
    await bot.digests.change(sport, { ...DAILY, topic: 'from:cnn' }, BY);
    await bot.runUntil('2026-11-24T08:01Z');
    await bot.change({
      'p.txt': story('Ships wait at the Panama Canal.'),
      'h.txt': story('Panama hats are made in Ecuador.'),
      'c.md': cnn('The weather was fine.'),
    });
    await bot.runUntil('2026-11-25T08:01Z');
    const filesOf = (topic: string): string[] | undefined =>
      bot
        .sent('digest')
        .map(({ digest }) => digest)
        .findLast((digest) => digest.topic === topic)
        ?.entries.map(({ article }) => article.file);
    expect(filesOf('panama canal')).toEqual(['p.txt']);
    expect(filesOf('from:cnn')).toEqual(['c.md']);
  });

  it('takes 200 new articles in one message, newest first', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { 'a.txt': story('One story.') });
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.runUntil('2026-11-24T08:01Z');
    await bot.change(
      Object.fromEntries(
        Array.from({ length: 200 }, (_, at) => [`${at}.md`, story(`Story ${at}.`, '2026-11-24')]),
      ),
    );
    await bot.runUntil('2026-11-25T08:01Z');
    expect(bot.box.posted).toHaveLength(2);
    expect(bot.sent('digest')[1]?.digest).toMatchObject({ total: 200 });
    const rest = await bot.digests.more('digest:T1:C1:2026-11-25', 150);
    expect(rest).toMatchObject({ skipped: 150, total: 200 });
    expect(rest?.entries).toHaveLength(50);
  });
});

describe('a quiet day', () => {
  const dated = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `${at}.md`,
      story(
        `Passage ${at}: ${'the ferries of the harbour stood still all day long, '.repeat(3)}they said.`,
        '2025-01-01',
      ),
    ]),
  );

  it('shows one dated passage, the same in every channel, and not again within thirty days', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', {
      ...dated,
      'undated.txt': 'x'.repeat(300),
    });
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.digests.change({ team: 'T1', channel: 'C2' }, DAILY, BY);
    await bot.runUntil('2026-12-31T08:01Z');
    const quiet = bot.sent('digest').filter(({ digest }) => digest.edition === 'quiet');
    const shown = (channel: string): (string | undefined)[] =>
      quiet
        .filter(({ digest }) => digest.channel === channel)
        .map(({ digest }) => digest.fromArchive?.text);
    expect(shown('C1')).toHaveLength(37);
    expect(shown('C1')).toEqual(shown('C2'));
    for (let at = 0; at + 30 < 37; at += 1)
      expect(new Set(shown('C1').slice(at, at + 31)).size).toBe(31);
    expect(shown('C1')).not.toContain(undefined);
  });

  it('is a note, or nothing, where the channel has chosen so', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', dated);
    await bot.digests.change(NEWS, { ...DAILY, quiet: 'note' }, BY);
    await bot.digests.change({ team: 'T1', channel: 'C2' }, { ...DAILY, quiet: 'skip' }, BY);
    await bot.runUntil('2026-11-26T08:01Z');
    const of = (channel: string) =>
      bot.sent('digest').filter(({ digest }) => digest.channel === channel);
    expect(of('C1').map(({ digest }) => [digest.edition, digest.fromArchive])).toEqual([
      ['first', null],
      ['quiet', null],
      ['quiet', null],
    ]);
    expect(of('C2')).toHaveLength(1);
    expect((await bot.digests.plan({ team: 'T1', channel: 'C2' }))?.setting.lastDay).toBe(
      '2026-11-26',
    );
  });
});

describe('the plan', () => {
  it('begins with 08:00 on weekdays in the zone of the person, and changes what is said and no more', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z');
    expect(await bot.digests.plan(NEWS)).toBeNull();
    const by = { user: 'U1', zone: 'America/Chicago' };
    expect(await bot.digests.change(NEWS, {}, by)).toMatchObject({
      setting: { time: '08:00', days: [1, 2, 3, 4, 5], zone: 'America/Chicago', changedBy: 'U1' },
      next: new Date('2026-11-24T14:00Z'),
    });
    const later = { user: 'U2', zone: 'Asia/Tokyo' };
    expect(await bot.digests.change(NEWS, { time: '09:30' }, later)).toMatchObject({
      setting: { time: '09:30', zone: 'America/Chicago', changedBy: 'U2' },
    });
    expect(await bot.digests.change(NEWS, { state: 'paused' }, later)).toMatchObject({
      next: null,
    });
    expect(await bot.digests.plans('T1')).toHaveLength(1);
  });

  it('previews what is sent at that moment, to the byte, and remembers nothing of it', async () => {
    const bot = await openTestDigests('2026-11-24T08:00Z', { 'a.txt': story('One story.') });
    await bot.digests.change(NEWS, DAILY, BY);
    const preview = await bot.digests.preview(NEWS, null);
    expect(await bot.digests.preview(NEWS, null)).toEqual(preview);
    await bot.runUntil('2026-11-24T08:00:10Z');
    expect(bot.sent('digest')[0]?.digest).toEqual(preview);
  });

  it('is sent besides when somebody asks, once for each press, and as planned all the same', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { 'a.txt': story('One story.') });
    expect(await bot.digests.sendNow(NEWS, 'press')).toEqual({
      kind: 'failed',
      reason: 'no_digest_set_up',
    });
    await bot.digests.change(NEWS, DAILY, BY);
    const both = [bot.digests.sendNow(NEWS, 'press'), bot.digests.sendNow(NEWS, 'press')];
    expect((await Promise.all(both)).map(({ kind }) => kind).toSorted()).toEqual([
      'already',
      'sent',
    ]);
    await bot.runUntil('2026-11-24T08:01Z');
    expect(bot.sent('digest').map(({ digest }) => digest.edition)).toEqual(['first', 'quiet']);
  });
});

describe('when the clock or the machine misbehaves', () => {
  const files = { 'a.txt': story('One story.') };

  it('an hour asleep makes one late digest, labelled; nine hours make none', async () => {
    const bot = await openTestDigests('2026-11-24T07:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    bot.clock.set('2026-11-24T09:00Z');
    await bot.runUntil('2026-11-24T09:01Z');
    expect(bot.sent('digest').map(({ digest }) => digest.lateSince)).toEqual([
      new Date('2026-11-24T08:00Z'),
    ]);
    bot.clock.set('2026-11-25T07:59Z');
    bot.clock.forward(9 * 60 * 60_000);
    await bot.runUntil('2026-11-25T23:00Z');
    expect(bot.box.posted).toHaveLength(1);
    await bot.runUntil('2026-11-26T08:01Z');
    expect(bot.sent('digest')[1]?.digest).toMatchObject({ day: '2026-11-26', lateSince: null });
  });

  it('a clock that is set back an hour makes no second one', async () => {
    const bot = await openTestDigests('2026-11-24T07:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.runUntil('2026-11-24T08:10Z');
    bot.clock.set('2026-11-24T07:10Z');
    await bot.runUntil('2026-11-25T08:10Z');
    expect(bot.sent('digest').map(({ digest }) => digest.day)).toEqual([
      '2026-11-24',
      '2026-11-25',
    ]);
  });

  it('a hundred channels at one minute are spread, a few a second, and none is doubled', async () => {
    const bot = await openTestDigests('2026-11-24T07:59Z', files);
    for (let number = 0; number < 100; number += 1)
      await bot.digests.change({ team: 'T1', channel: `C${number}` }, DAILY, BY);
    await bot.runUntil('2026-11-24T08:20Z');
    expect(new Set(bot.box.posted.map(({ to }) => to.channel)).size).toBe(100);
    expect(bot.box.posted).toHaveLength(100);
  });
});

describe('while Slack fails, a digest', () => {
  const files = { 'a.txt': story('One story.') };
  const error = (fault: PostError['fault'], reason: string, after: number | null = null) =>
    new PostError(fault, reason, after);

  it('is tried again after the time that Slack names', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    bot.box.faults.push({ error: error('later', 'ratelimited', 47_000) });
    await bot.runUntil('2026-11-24T08:02Z');
    expect(bot.clock.slept).toContain(47_000);
    expect(bot.sent('digest')).toHaveLength(1);
  });

  it('is not posted twice by a Slack that posts it and then says that it was too early', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    bot.box.faults.push({ error: error('later', 'ratelimited', 1_000), afterPosting: true });
    await bot.runUntil('2026-11-24T08:05Z');
    expect(bot.box.posted).toHaveLength(1);
    expect(await bot.store.posts.citing(['a.txt'])).toMatchObject([{ ts: '1.1' }]);
  });

  it('is sent after a 429 also where the bot may not look for its own message', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    bot.box.faults.push({ error: error('later', 'ratelimited', 1_000) });
    bot.box.blind.push(error('refused', 'missing_scope'));
    await bot.runUntil('2026-11-24T08:05Z');
    expect(bot.sent('digest')).toHaveLength(1);
  });

  it('is looked for after an answer that never came, and not posted twice', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    bot.box.faults.push({ error: error('unsure', 'TimeoutError'), afterPosting: true });
    bot.box.blind.push(error('later', 'ratelimited', 1_000));
    await bot.runUntil('2026-11-24T08:05Z');
    expect(bot.box.posted).toHaveLength(1);
    expect(bot.box.looks).toBe(2);
    expect(await bot.digests.plan(NEWS)).toMatchObject({ setting: { lastDay: '2026-11-24' } });
    expect(await bot.store.posts.citing(['a.txt'])).toMatchObject([{ ts: '1.1' }]);
  });

  it('is not posted a second time while the first may be on its way', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    bot.box.faults.push({
      error: error('unanswered', 'TimeoutError'),
      onItsWay: (arrive) => void bot.clock.sleep(50_000).then(arrive),
    });
    await bot.runUntil('2026-11-24T08:05Z');
    expect(bot.box.posted).toHaveLength(1);
    expect(await bot.digests.plan(NEWS)).toMatchObject({ setting: { lastDay: '2026-11-24' } });
  });

  it('is not posted a second time by a program that is started while the first may be on its way', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    bot.box.faults.push({
      error: error('unanswered', 'TimeoutError'),
      onItsWay: (arrive) => void bot.clock.sleep(50_000).then(arrive),
    });
    for (const end of ['08:00:10', '08:00:20', '08:03', '08:05'])
      await bot.runUntil(`2026-11-24T${end}Z`);
    expect(bot.box.posted).toHaveLength(1);
    expect(await bot.digests.plan(NEWS)).toMatchObject({ setting: { lastDay: '2026-11-24' } });
  });

  it('is not posted by a program that slept on its way to Slack while another took it over', async () => {
    const clock = quickClock('2026-11-24T07:59:59Z');
    const store = await memoryStore(clock.now);
    const renew: Deliveries['renew'] = async (key, owner, end, prepared) => {
      const renewed = await store.deliveries.renew(key, owner, end, prepared);
      if (prepared === undefined) return renewed;
      clock.forward(61_000);
      const { team, channel } = NEWS;
      const delivery = { key, kind: 'digest', team, channel, dueAt: clock.now() } as const;
      const until = new Date(clock.now().getTime() + 60 * 60_000);
      await store.deliveries.lease(delivery, 'another', until);
      return renewed;
    };
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files, {
      clock,
      store: { ...store, deliveries: { ...store.deliveries, renew } },
    });
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.runUntil('2026-11-24T08:10Z');
    expect(bot.box.posted).toEqual([]);
  });

  it('is given up in time, the person who set it up is told, and the next day brings the next', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    for (let tries = 0; tries < 6; tries += 1)
      bot.box.faults.push({ error: error('unsure', 'service_unavailable') });
    await bot.runUntil('2026-11-24T09:00Z');
    expect(bot.box.posted.map(({ to, message }) => [to.channel, message.kind])).toEqual([
      ['U1', 'notice'],
    ]);
    expect(bot.sent('notice')[0]?.notice).toMatchObject({
      kind: 'undelivered',
      reason: 'service_unavailable',
    });
    await bot.runUntil('2026-11-25T08:01Z');
    expect(bot.sent('digest').map(({ digest }) => digest.day)).toEqual(['2026-11-25']);
  });

  it.each(['is_archived', 'not_in_channel', 'channel_not_found'])(
    'is paused by %s, and whoever set it up is told',
    async (reason) => {
      const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
      await bot.digests.change(NEWS, DAILY, BY);
      bot.box.faults.push({ error: error('closed', reason) });
      await bot.runUntil('2026-11-26T08:01Z');
      expect(bot.sent('notice')[0]?.notice).toMatchObject({ kind: 'paused', reason });
      expect(bot.sent('digest')).toEqual([]);
      expect(await bot.digests.plan(NEWS)).toMatchObject({
        setting: { state: 'paused', pausedBy: reason },
        next: null,
      });
      await bot.digests.change(NEWS, { state: 'on' }, BY);
      await bot.runUntil('2026-11-27T08:01Z');
      expect(bot.sent('digest')).toHaveLength(1);
    },
  );

  it('is paused with nobody told where whoever set it up was forgotten', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.store.forget(BY.user);
    bot.box.faults.push({ error: error('closed', 'is_archived') });
    await bot.runUntil('2026-11-24T08:01Z');
    expect(bot.box.posted).toEqual([]);
    expect(await bot.digests.plan(NEWS)).toMatchObject({
      setting: { state: 'paused', pausedBy: 'is_archived', changedBy: null },
    });
  });

  it('that waits for Slack holds up no other', async () => {
    const bot = await openTestDigests('2026-11-24T07:59:59Z', files);
    await bot.digests.change(NEWS, DAILY, BY);
    await bot.digests.change({ team: 'T1', channel: 'C2' }, DAILY, BY);
    bot.box.faults.push({ error: error('later', 'ratelimited', 3 * 60_000) });
    await bot.runUntil('2026-11-24T08:05Z');
    expect(bot.box.posted.map(({ to }) => to.channel)).toEqual(['C2', 'C1']);
  });
});
