import { describe, expect, it } from 'vitest';
import { PostError } from '../../../src/digest/postbox.js';
import { NEWS, openTestRoom, type TestRoom } from '../../support/digest-desk.js';

const OLD = {
  'old.txt': 'Ships wait at the Panama Canal.\n',
  'other.txt': 'The weather was fine.\n',
};

async function look(room: TestRoom): Promise<void> {
  await room.runUntil(new Date(room.clock.now().getTime() + 60_000).toISOString());
}

/** The files that each message told of. */
const told = (room: TestRoom): string[][] =>
  room.sent('watch').map(({ news }) => news.citations.map(({ passage }) => passage.article.file));

describe('a watch', () => {
  it('tells of an article that arrives and answers, and of nothing that was there or only half answers', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    expect(await room.watches.add(NEWS, 'U1', 'panama canal')).toMatchObject({ kind: 'made' });
    await look(room);
    expect(told(room)).toEqual([]);
    await room.change({
      'hats.txt': 'Panama hats are made in Ecuador.\n',
      'locks.txt': 'The new locks of the Panama Canal are open.\n',
    });
    await look(room);
    expect(told(room)).toEqual([['locks.txt']]);
    expect(room.box.posted[0]?.to).toEqual({ ...NEWS, thread: null });
    expect(await room.store.posts.citing(['locks.txt'])).toHaveLength(1);
    await look(room);
    expect(told(room)).toHaveLength(1);
  });

  it('sends one message for ten that arrive at once, and shows a text once that several carry', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await room.watches.add(NEWS, 'U1', 'panama canal');
    const same = 'At the Panama Canal the second lock was closed for repairs until the morning.\n';
    await room.change({
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, at) => [
          `${at}.txt`,
          `Report ${'abcdefghij'[at]}: the Panama Canal and the ${'abcdefghij'[at]}-dock.\n`,
        ]),
      ),
      'x.txt': same,
      'y.txt': same,
    });
    await look(room);
    expect(told(room)).toHaveLength(1);
    expect(told(room)[0]).toHaveLength(11);
    await room.change({ 'y.txt': `${same}Corrected.\n` });
    await look(room);
    expect(told(room)).toHaveLength(1);
  });

  it('tells nothing of a file that is touched, renamed, or edited when it had answered before', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await room.watches.add(NEWS, 'U1', 'panama canal');
    await room.change({ 'old.txt': OLD['old.txt'] });
    await look(room);
    await room.change({ 'old.txt': null, 'renamed.txt': OLD['old.txt'] });
    await look(room);
    await room.change({ 'renamed.txt': 'Ships no longer wait at the Panama Canal.\n' });
    await look(room);
    expect(told(room).flat()).toEqual(['renamed.txt']);
    await room.change({ 'renamed.txt': 'Ships wait again at the Panama Canal.\n' });
    await look(room);
    expect(told(room)).toHaveLength(1);
  });

  it('tells of an edit by which an article comes to answer', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await room.watches.add(NEWS, 'U1', 'panama canal');
    await room.change({ 'other.txt': 'The weather at the Panama Canal was fine.\n' });
    await look(room);
    expect(told(room)).toEqual([['other.txt']]);
  });

  it('keeps to its filters, and takes a filter alone for all that comes from there', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await room.watches.add(NEWS, 'U1', 'panama canal from:cnn');
    await room.watches.add(NEWS, 'U1', 'from:gazette');
    const by = (outlet: string, words: string): string => `---\noutlet: ${outlet}\n---\n${words}\n`;
    await room.change({
      'cnn.md': by('CNN', 'The Panama Canal has new locks.'),
      'gazette.md': by('Gazette', 'The Panama Canal has no new locks.'),
    });
    await look(room);
    expect(told(room).flat().toSorted()).toEqual(['cnn.md', 'gazette.md']);
  });

  it('tells of what arrived while no bot was running, and of what an embargo has held back', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await room.watches.add(NEWS, 'U1', 'panama canal');
    await room.change({
      'a.txt': 'The Panama Canal was busy.\n',
      'b.md': '---\nembargo_until: 2026-11-25T00:00:00Z\n---\nThe Panama Canal will close.\n',
    });
    await look(room);
    expect(told(room)).toEqual([['a.txt']]);
    await room.runUntil('2026-11-25T05:00Z');
    expect(told(room)).toEqual([['a.txt'], ['b.md']]);
  });

  it('says nothing at the first start over an archive that is full', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await look(room);
    expect(room.box.posted).toEqual([]);
    expect(await room.store.sightings.changedSince(0)).toHaveLength(2);
  });

  it('is told once after an answer that never came, and goes on after one that Slack refused', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await room.watches.add(NEWS, 'U1', 'panama canal');
    room.box.faults.push({ error: new PostError('unsure', 'TimeoutError'), afterPosting: true });
    await room.change({ 'a.txt': 'The Panama Canal was busy.\n' });
    await look(room);
    expect(told(room)).toEqual([['a.txt']]);
    room.box.faults.push({ error: new PostError('closed', 'is_archived') });
    await room.change({ 'b.txt': 'The Panama Canal was busier.\n' });
    await look(room);
    await room.change({ 'c.txt': 'The Panama Canal was busiest.\n' });
    await look(room);
    expect(told(room)).toEqual([['a.txt'], ['c.txt']]);
    expect(room.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is gone when it is removed', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    const made = await room.watches.add(NEWS, 'U1', 'panama canal');
    const id = 'watch' in made ? made.watch.id : '';
    expect(await room.watches.list({ team: 'T1', user: 'U1' })).toHaveLength(1);
    expect(await room.watches.remove(id)).toMatchObject({ question: 'panama canal' });
    expect(await room.watches.remove(id)).toBeNull();
    await room.change({ 'a.txt': 'The Panama Canal was busy.\n' });
    await look(room);
    expect(told(room)).toEqual([]);
  });

  it('is refused when the question cannot be read', async () => {
    const room = await openTestRoom('2026-11-24T07:00Z', { ...OLD });
    await expect(room.watches.add(NEWS, 'U1', 'panama since:yesterday')).rejects.toThrow('since');
  });
});
