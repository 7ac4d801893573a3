import { describe, expect, it } from 'vitest';
import { PostError } from '../../../src/digest/delivery/outbox.js';
import { NEWS, openTestDigests, type TestDigests } from '../../support/test-digests.js';

const OLD = {
  'old.txt': 'Ships wait at the Panama Canal.\n',
  'other.txt': 'The weather was fine.\n',
};

async function look(bot: TestDigests): Promise<void> {
  await bot.runUntil(new Date(bot.clock.now().getTime() + 60_000).toISOString());
}

/** The files that each message told of. */
const told = (bot: TestDigests): string[][] =>
  bot.sent('watch').map(({ news }) => news.citations.map(({ passage }) => passage.article.file));

describe('a watch', () => {
  it('tells of an article that arrives and answers, and of nothing that was there or only half answers', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    expect(await bot.watches.add(NEWS, 'U1', 'panama canal')).toMatchObject({ kind: 'made' });
    await look(bot);
    expect(told(bot)).toEqual([]);
    await bot.change({
      'hats.txt': 'Panama hats are made in Ecuador.\n',
      'locks.txt': 'The new locks of the Panama Canal are open.\n',
    });
    await look(bot);
    expect(told(bot)).toEqual([['locks.txt']]);
    expect(bot.box.posted[0]?.to).toEqual({ ...NEWS, thread: null });
    expect(await bot.store.posts.citing(['locks.txt'])).toHaveLength(1);
    await look(bot);
    expect(told(bot)).toHaveLength(1);
  });

  it('sends one message for ten that arrive at once, and shows a text once that several carry', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await bot.watches.add(NEWS, 'U1', 'panama canal');
    const same = 'At the Panama Canal the second lock was closed for repairs until the morning.\n';
    await bot.change({
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, at) => [
          `${at}.txt`,
          `Report ${'abcdefghij'[at]}: the Panama Canal and the ${'abcdefghij'[at]}-dock.\n`,
        ]),
      ),
      'x.txt': same,
      'y.txt': same,
    });
    await look(bot);
    expect(told(bot)).toHaveLength(1);
    expect(told(bot)[0]).toHaveLength(11);
    await bot.change({ 'y.txt': `${same}Corrected.\n` });
    await look(bot);
    expect(told(bot)).toHaveLength(1);
  });

  it('tells nothing of a file that is touched, renamed, or edited when it had answered before', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await bot.watches.add(NEWS, 'U1', 'panama canal');
    await bot.change({ 'old.txt': OLD['old.txt'] });
    await look(bot);
    await bot.change({ 'old.txt': null, 'renamed.txt': OLD['old.txt'] });
    await look(bot);
    await bot.change({ 'renamed.txt': 'Ships no longer wait at the Panama Canal.\n' });
    await look(bot);
    expect(told(bot).flat()).toEqual(['renamed.txt']);
    await bot.change({ 'renamed.txt': 'Ships wait again at the Panama Canal.\n' });
    await look(bot);
    expect(told(bot)).toHaveLength(1);
  });

  it('tells of an edit by which an article comes to answer', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await bot.watches.add(NEWS, 'U1', 'panama canal');
    await bot.change({ 'other.txt': 'The weather at the Panama Canal was fine.\n' });
    await look(bot);
    expect(told(bot)).toEqual([['other.txt']]);
  });

  it('keeps to its filters, and takes a filter alone for all that comes from there', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await bot.watches.add(NEWS, 'U1', 'panama canal from:cnn');
    await bot.watches.add(NEWS, 'U1', 'from:gazette');
    const by = (outlet: string, words: string): string => `---\noutlet: ${outlet}\n---\n${words}\n`;
    await bot.change({
      'cnn.md': by('CNN', 'The Panama Canal has new locks.'),
      'gazette.md': by('Gazette', 'The Panama Canal has no new locks.'),
    });
    await look(bot);
    expect(told(bot).flat().toSorted()).toEqual(['cnn.md', 'gazette.md']);
  });

  it('tells of what arrived while no bot was running, and of what an embargo has held back', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await bot.watches.add(NEWS, 'U1', 'panama canal');
    await bot.change({
      'a.txt': 'The Panama Canal was busy.\n',
      'b.md': '---\nembargo_until: 2026-11-25T00:00:00Z\n---\nThe Panama Canal will close.\n',
    });
    await look(bot);
    expect(told(bot)).toEqual([['a.txt']]);
    await bot.runUntil('2026-11-25T05:00Z');
    expect(told(bot)).toEqual([['a.txt'], ['b.md']]);
  });

  it('says nothing at the first start over an archive that is full', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await look(bot);
    expect(bot.box.posted).toEqual([]);
    expect(await bot.store.seenArticles.changedSince(0)).toHaveLength(2);
  });

  it('is told once after an answer that never came, and goes on after one that Slack refused', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await bot.watches.add(NEWS, 'U1', 'panama canal');
    bot.box.faults.push({ error: new PostError('unsure', 'TimeoutError'), afterPosting: true });
    await bot.change({ 'a.txt': 'The Panama Canal was busy.\n' });
    await look(bot);
    expect(told(bot)).toEqual([['a.txt']]);
    bot.box.faults.push({ error: new PostError('closed', 'is_archived') });
    await bot.change({ 'b.txt': 'The Panama Canal was busier.\n' });
    await look(bot);
    await bot.change({ 'c.txt': 'The Panama Canal was busiest.\n' });
    await look(bot);
    expect(told(bot)).toEqual([['a.txt'], ['c.txt']]);
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is not told again of what the first release has posted and had no time to mark', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    const made = await bot.watches.add(NEWS, 'U1', 'panama canal');
    if (!('watch' in made)) throw new Error('no watch was made');
    const { watch } = made;
    await bot.change({ 'a.txt': 'The Panama Canal was busy.\n' });
    const key = `watch:${watch.id}:${watch.seenUpTo}`;
    const now = bot.clock.now();
    await bot.store.deliveries.lease({ ...NEWS, key, kind: 'watch', dueAt: now }, 'old', now);
    const outcome = { watch: { id: watch.id, seenUpTo: watch.seenUpTo + 1, told: ['a.txt'] } };
    const prepared = JSON.stringify({ citations: [], outcome });
    await bot.store.deliveries.renew(key, 'old', now, prepared);
    bot.box.posted.push({
      ts: '1.1',
      to: { ...NEWS, thread: null },
      message: { kind: 'watch', news: { watch, citations: [] } },
      key,
    });
    await look(bot);
    expect(bot.box.posted).toHaveLength(1);
    expect(await bot.store.watches.notified(watch.id)).toContain('a.txt');
    expect(await bot.store.deliveries.result(key)).toMatchObject({ status: 'sent', ts: '1.1' });
  });

  it('is gone when it is removed', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    const made = await bot.watches.add(NEWS, 'U1', 'panama canal');
    const id = 'watch' in made ? made.watch.id : '';
    expect(await bot.watches.list({ team: 'T1', user: 'U1' })).toHaveLength(1);
    expect(await bot.watches.remove(id)).toMatchObject({ question: 'panama canal' });
    expect(await bot.watches.remove(id)).toBeNull();
    await bot.change({ 'a.txt': 'The Panama Canal was busy.\n' });
    await look(bot);
    expect(told(bot)).toEqual([]);
  });

  it('is refused when the question cannot be read', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', { ...OLD });
    await expect(bot.watches.add(NEWS, 'U1', 'panama since:yesterday')).rejects.toThrow('since');
  });
});
