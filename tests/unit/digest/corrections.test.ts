import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/answer/answer.js';
import { findCorrection } from '../../../src/digest/corrections/find-correction.js';
import { PostError } from '../../../src/digest/delivery/outbox.js';
import type { PostedCitation } from '../../../src/store/records.js';
import { NOON, openMemoryArchive } from '../../support/open-memory-archive.js';
import { BY, NEWS, openTestDigests, type TestDigests } from '../../support/test-digests.js';

const WORDS = 'The ministry counted 5,200 deportees on Tuesday.';
const FILE = `Before it.\n${WORDS}\nAfter it.\n`;

const cited = (words = WORDS, file = 'a.txt', text = FILE): PostedCitation => {
  const start = text.indexOf(words);
  return {
    file,
    paragraph: 2,
    start,
    end: start + words.length,
    fingerprint: fingerprint(words),
    words,
  };
};

async function openPosted(files: Record<string, string> = { 'a.txt': FILE }): Promise<TestDigests> {
  const bot = await openTestDigests('2026-11-24T07:00Z', files);
  await bot.store.posts.remember({
    ...NEWS,
    ts: '100.1',
    thread: null,
    at: bot.clock.now(),
    askedBy: 'U1',
    body: 'body of 100.1',
    citations: [cited()],
  });
  await look(bot);
  return bot;
}

async function look(bot: TestDigests): Promise<void> {
  await bot.runUntil(new Date(bot.clock.now().getTime() + 60_000).toISOString());
}

/** What each message told, in short. */
const told = (bot: TestDigests): string[] =>
  bot.sent('correction').map(({ corrections }) => corrections.map(({ kind }) => kind).join());

describe('a thread', () => {
  it('is told once of words that were changed: the old ones, the new ones, what differs and since when', async () => {
    const bot = await openPosted();
    await bot.change({ 'a.txt': FILE.replace('5,200', '2,500') });
    const at = bot.clock.now();
    await look(bot);
    await look(bot);
    expect(told(bot)).toEqual(['changed']);
    expect(bot.box.posted[0]?.to).toEqual({ ...NEWS, thread: '100.1' });
    const correction = bot.sent('correction')[0]?.corrections[0];
    if (correction?.kind !== 'changed' || !correction.now) throw new Error('no rewording');
    const { citation, struck, now, since } = correction;
    expect(since).toEqual(at);
    expect(citation.words).toBe(WORDS);
    expect(struck.map(({ start, end }) => WORDS.slice(start, end))).toEqual(['5,200']);
    expect(now.text).toBe('The ministry counted 2,500 deportees on Tuesday.');
    expect(now.added.map(({ start, end }) => correction.article.text.slice(start, end))).toEqual([
      '2,500',
    ]);
  });

  it('is told nothing of an edit elsewhere, of words that moved, nor of a file that was renamed', async () => {
    const bot = await openPosted();
    await bot.change({ 'a.txt': `New first line.\n${FILE.replace('After', 'Long after')}` });
    await look(bot);
    await bot.change({ 'a.txt': FILE });
    await look(bot);
    await bot.change({ 'a.txt': null, 'renamed.txt': FILE });
    await look(bot);
    expect(told(bot)).toEqual([]);
  });

  it('is told of each change: replaced twice, edited elsewhere, edited back', async () => {
    const bot = await openPosted();
    for (const text of [
      FILE.replace('5,200', '2,500'),
      FILE.replace('5,200', '2,600'),
      FILE.replace('5,200', '2,600').replace('After', 'Long after'),
      FILE,
      FILE.replace('5,200', '2,500'),
    ]) {
      await bot.change({ 'a.txt': text });
      await look(bot);
    }
    expect(told(bot)).toEqual(['changed', 'changed', 'restored', 'changed']);
  });

  it('is told that an article was withdrawn, with the reason; that one is gone, without a word of it', async () => {
    const bot = await openPosted();
    await bot.change({
      'articles.yml': 'version: 1\narticles:\n  a.txt: { withdrawn: Retracted by the outlet. }\n',
    });
    await look(bot);
    await bot.change({
      'articles.yml': 'version: 1\narticles:\n  a.txt: { embargo_until: 2027-01-01T00:00:00Z }\n',
    });
    await look(bot);
    await bot.change({ 'articles.yml': 'version: 1\n', 'a.txt': null });
    await look(bot);
    expect(told(bot)).toEqual(['withdrawn', 'gone']);
    const [[withdrawn] = [], [gone] = []] = bot
      .sent('correction')
      .map(({ corrections }) => corrections);
    expect(withdrawn).toMatchObject({ reason: 'Retracted by the outlet.' });
    expect(Object.keys(gone ?? {}).toSorted()).toEqual(['citation', 'kind', 'since']);
  });

  it('is told beside its message, which says what stands corrected now, and nothing when all stands again', async () => {
    const bot = await openPosted();
    for (const text of [FILE.replace('5,200', '2,500'), FILE.replace('5,200', '2,600'), FILE]) {
      await bot.change({ 'a.txt': text });
      await look(bot);
    }
    await bot.change({ 'a.txt': null });
    await look(bot);
    const message = { ts: '100.1', body: 'body of 100.1' };
    expect(bot.box.marked).toEqual([
      { ...message, kinds: ['changed'] },
      { ...message, kinds: ['changed'] },
      { ...message, kinds: [] },
      { ...message, kinds: ['gone'] },
    ]);
  });

  it('is told also where Slack does not let the message be changed, and once', async () => {
    const bot = await openPosted();
    bot.box.markFaults.push(new PostError('refused', 'message_not_found'));
    await bot.change({ 'a.txt': FILE.replace('5,200', '2,500') });
    await look(bot);
    await look(bot);
    expect(told(bot)).toEqual(['changed']);
    expect(bot.box.marked).toEqual([]);
  });

  it('is told nothing of a message that somebody took away, not even while it is tried again', async () => {
    const bot = await openPosted();
    bot.box.faults.push({ error: new PostError('later', 'ratelimited', 30_000) });
    await bot.change({ 'a.txt': FILE.replace('5,200', '2,500') });
    await bot.runUntil(new Date(bot.clock.now().getTime() + 10_000).toISOString());
    await bot.store.posts.forget('T1:C1:100.1');
    await look(bot);
    expect(told(bot)).toEqual([]);
    expect(bot.box.faults).toEqual([]);
  });

  it('is told nothing where the channel has said no, nor later of what happened meanwhile', async () => {
    const bot = await openPosted();
    await bot.store.posts.setCorrections(NEWS, false, 'U1', bot.clock.now());
    await bot.change({ 'a.txt': FILE.replace('5,200', '2,500') });
    await look(bot);
    await bot.store.posts.setCorrections(NEWS, true, 'U1', bot.clock.now());
    await look(bot);
    expect(told(bot)).toEqual([]);
    await bot.change({ 'a.txt': FILE.replace('5,200', '2,600') });
    await look(bot);
    expect(told(bot)).toEqual(['changed']);
  });

  it('has one message for all that changed in it, and the digest of the day repeats it', async () => {
    const bot = await openTestDigests('2026-11-24T07:00Z', {
      'a.txt': FILE,
      'b.txt': 'Another story of the harbour.\n',
    });
    await bot.digests.change(NEWS, { time: '08:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] }, BY);
    await bot.runUntil('2026-11-24T08:01Z');
    await bot.change({
      'a.txt': FILE.replace('Before it.', 'Before that.'),
      'b.txt': 'Another.\n',
    });
    await look(bot);
    expect(told(bot)).toEqual(['changed,changed']);
    await bot.runUntil('2026-11-25T08:01Z');
    expect(bot.sent('digest')[1]?.digest.corrections).toHaveLength(2);
    await bot.runUntil('2026-11-26T08:01Z');
    expect(bot.sent('digest')[2]?.digest.corrections).toEqual([]);
  });
});

describe('the comparison', () => {
  it('finds no place for words of which nothing is left', async () => {
    const archive = await openMemoryArchive({ 'a.txt': 'Something else entirely.\n' });
    expect(findCorrection(cited(), archive.view(), NOON)).toMatchObject({
      kind: 'changed',
      now: null,
      struck: [{ start: 0, end: WORDS.length }],
    });
  });

  it('strikes and adds so that the rest of both texts is the same, for any edit', async () => {
    const word = fc.constantFrom(
      'ministry',
      'counted',
      '5,200',
      '“yes”',
      'ñandú',
      '\u{1F5DE}',
      '<!channel>',
      'the',
      '—',
      'a  b',
    );
    const line = fc
      .array(word, { minLength: 3, maxLength: 60 })
      .map((words) => words.join(' ').trim());
    await fc.assert(
      fc.asyncProperty(line, line, async (before, after) => {
        const archive = await openMemoryArchive({ 'a.txt': `${after}\n` });
        const found = findCorrection(cited(before, 'a.txt', before), archive.view(), NOON);
        if (found?.kind !== 'changed' || !found.now) return;
        const { now, article, struck } = found;
        expect(now.text).toBe(article.text.slice(now.start, now.end));
        const without = (
          text: string,
          spans: readonly { start: number; end: number }[],
          from: number,
        ) =>
          spans.reduceRight(
            (rest, { start, end }) => rest.slice(0, start - from) + rest.slice(end - from),
            text,
          );
        expect(without(before, struck, 0)).toBe(without(now.text, now.added, now.start));
      }),
      { numRuns: 100 },
    );
  });
});
