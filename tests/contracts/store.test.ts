import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import {
  POINTLESS,
  type Delivery,
  type DigestSetting,
  type NewPost,
  type PostedCitation,
  type Report,
  type Watch,
} from '../../src/store/records.js';
import type { Store } from '../../src/store/store.js';
import { describeWith } from '../support/describe-with.js';
import { startPostgres, type Postgres } from '../support/postgres.js';

/** What every store promises, on real databases; `null` where the packages have no PostgreSQL for this platform. */
const NO_POSTGRES = 'the packages have no PostgreSQL for this platform';
const SERVERS: Record<string, Postgres | null> = {
  SQLite: startSqlite(),
  PostgreSQL: await startPostgres(),
};

function startSqlite(): Postgres {
  const dir = mkdtempSync(path.join(tmpdir(), 'clipdesk-store-'));
  let made = 0;
  return {
    async database() {
      made += 1;
      return `file:${path.join(dir, 'made at first start', `${made}.db`)}`;
    },
    async stop() {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NEWS = { team: 'T1', channel: 'C1' };
const SPORT = { team: 'T1', channel: 'C2' };

for (const [name, server] of Object.entries(SERVERS))
  describeWith(`a store on ${name}`, server === null ? NO_POSTGRES : null, () => {
    let time = Date.parse('2026-11-22T12:00:00Z');
    const now = (): Date => new Date(time);
    const later = (ms: number): Date => new Date(time + ms);

    afterAll(async () => {
      await server?.stop();
    });

    /** As many programs on one new database. */
    async function open(count: number): Promise<Store[]> {
      const url = (await server?.database()) ?? '';
      return Promise.all(
        Array.from({ length: count }, async () => {
          const store = await openStore({ url, now });
          onTestFinished(() => store.close());
          return store;
        }),
      );
    }
    async function openOne(): Promise<Store> {
      return storeOf(await open(1), 0);
    }
    async function openTwo(): Promise<[Store, Store]> {
      const stores = await open(2);
      return [storeOf(stores, 0), storeOf(stores, 1)];
    }
    /** The stores by turns. */
    function storeOf(stores: readonly Store[], turn: number): Store {
      const store = stores[turn % stores.length];
      if (!store) throw new RangeError('no store was opened');
      return store;
    }

    it('lets any number of programs start at once on a database that is empty', async () => {
      const stores = await open(4);
      await Promise.all(stores.map((store) => store.digests.list()));
      expect(stores).toHaveLength(4);
    });

    it('says that it can be reached', async () => {
      const store = await openOne();
      await expect(store.check()).resolves.toBeUndefined();
    });

    describe('claims', () => {
      it('go to one of twenty rivals in four programs', async () => {
        const stores = await open(4);
        for (const key of ['one', 'two', 'three']) {
          const rivals = Array.from({ length: 20 }, (_, turn) =>
            storeOf(stores, turn).claims.claim(key),
          );
          expect((await Promise.all(rivals)).filter(Boolean)).toHaveLength(1);
        }
      });

      it('are forgotten after a day, whatever their length', async () => {
        const store = await openOne();
        const key = `share:${'ü'.repeat(9_000)}`;
        expect(await store.claims.claim(key)).toBe(true);
        time += 23 * HOUR;
        await store.prune();
        expect(await store.claims.claim(key)).toBe(false);
        time += 2 * HOUR;
        await store.prune();
        expect(await store.claims.claim(key)).toBe(true);
      });
    });

    describe('the setting of a channel', () => {
      it('is closed and everybody’s until somebody says otherwise', async () => {
        const store = await openOne();
        expect(await store.channels.get(NEWS)).toEqual({
          opened: null,
          onlyAdmins: false,
          followUps: false,
        });
        await store.channels.change(NEWS, {});
        expect(await store.channels.get(NEWS)).toEqual({
          opened: null,
          onlyAdmins: false,
          followUps: false,
        });
      });

      it('keeps what is not changed, whichever program changes the rest', async () => {
        const [one, other] = await openTwo();
        const opened = { by: 'U1', at: now() };
        await Promise.all([
          one.channels.change(NEWS, { opened }),
          other.channels.change(NEWS, { onlyAdmins: true }),
          one.channels.change(NEWS, { followUps: true }),
        ]);
        expect(await one.channels.get(NEWS)).toEqual({
          opened,
          onlyAdmins: true,
          followUps: true,
        });
        expect(await other.channels.get(SPORT)).toEqual({
          opened: null,
          onlyAdmins: false,
          followUps: false,
        });
        await other.channels.change(NEWS, { opened: null });
        expect(await one.channels.get(NEWS)).toEqual({
          opened: null,
          onlyAdmins: true,
          followUps: true,
        });
      });

      it('is that of a channel of one organisation', async () => {
        const store = await openOne();
        await store.channels.change(NEWS, { opened: { by: 'U1', at: now() } });
        expect((await store.channels.get({ ...NEWS, team: 'T2' })).opened).toBeNull();
        await store.prune();
        expect((await store.channels.get(NEWS)).opened).not.toBeNull();
      });
    });

    describe('threads', () => {
      it('keep their newest twenty questions in order, to the character', async () => {
        const store = await openOne();
        const odd = 'NUL \0, half a pair \uD83D, <!channel>, “ñ” \u{1F5DE}';
        await store.threads.remember('T1:C1:1.1', odd);
        expect(await store.threads.questions('T1:C1:1.1')).toEqual([odd]);
        for (let number = 1; number <= 25; number += 1)
          await store.threads.remember('T1:C1:1.1', `question ${number}`);
        const kept = await store.threads.questions('T1:C1:1.1');
        expect(kept).toHaveLength(20);
        expect([kept[0], kept[19]]).toEqual(['question 6', 'question 25']);
        expect(await store.threads.questions('T1:C1:2.2')).toEqual([]);
      });

      it('lose no question of two programs that write at once', async () => {
        const stores = await open(2);
        await Promise.all(
          Array.from({ length: 10 }, (_, number) =>
            storeOf(stores, number).threads.remember('T1:C1:1.1', `question ${number}`),
          ),
        );
        expect((await storeOf(stores, 0).threads.questions('T1:C1:1.1')).toSorted()).toEqual(
          Array.from({ length: 10 }, (_, number) => `question ${number}`),
        );
      });

      it('are forgotten after thirty days of silence', async () => {
        const store = await openOne();
        await store.threads.remember('T1:C1:1.1', 'panama');
        time += 29 * DAY;
        await store.threads.remember('T1:C1:1.1', 'and honduras?');
        time += 29 * DAY;
        await store.prune();
        expect(await store.threads.questions('T1:C1:1.1')).toEqual(['panama', 'and honduras?']);
        time += 2 * DAY;
        expect(await store.threads.questions('T1:C1:1.1')).toEqual([]);
        await store.prune();
        expect(await store.threads.questions('T1:C1:1.1')).toEqual([]);
      });
    });

    describe('digest settings', () => {
      const choice = {
        time: '08:30',
        zone: 'America/New_York',
        days: [1, 2, 3, 4, 5],
        topic: 'panama “canal”',
        quiet: 'archive',
        state: 'on',
        pausedBy: null,
        changedBy: 'U1',
      } as const;
      const since = (changedAt: Date) => ({ changedAt, runsFrom: changedAt });

      it('come back as they were saved, and remember through a change what was sent', async () => {
        const store = await openOne();
        expect(await store.digests.get(NEWS)).toBeNull();
        const made = await store.digests.save({ ...NEWS, ...choice, ...since(now()) });
        expect(made).toEqual({
          ...NEWS,
          ...choice,
          ...since(now()),
          lastDay: null,
          lastAt: null,
          seenUpTo: null,
        });
        const delivery = digestOf('2026-11-23');
        await store.deliveries.lease(delivery, 'me', later(HOUR));
        await store.deliveries.finish(delivery.key, 'me', SENT, {
          digest: { day: '2026-11-23', at: now(), seenUpTo: 7 },
        });
        await store.digests.save({
          ...NEWS,
          ...choice,
          days: [6, 7],
          topic: null,
          state: 'off',
          changedBy: 'U2',
          ...since(later(HOUR)),
        });
        expect(await store.digests.get(NEWS)).toMatchObject({
          days: [6, 7],
          topic: null,
          state: 'off',
          changedBy: 'U2',
          ...since(later(HOUR)),
          lastDay: '2026-11-23',
          lastAt: now(),
          seenUpTo: 7,
        });
      });

      it('are listed by team and channel', async () => {
        const store = await openOne();
        for (const where of [SPORT, { team: 'T0', channel: 'C9' }, NEWS])
          await store.digests.save({ ...where, ...choice, ...since(now()) });
        const listed = (await store.digests.list()).map(({ team, channel }) => team + channel);
        expect(listed).toEqual(['T0C9', 'T1C1', 'T1C2']);
        expect(await store.digests.list('T0')).toHaveLength(1);
      });

      it('are paused by an error only while nobody has changed them', async () => {
        const store = await openOne();
        await store.digests.save({ ...NEWS, ...choice, ...since(now()) });
        expect(await store.digests.pause(NEWS, later(-1), 'is_archived')).toBe(false);
        expect(await store.digests.pause(NEWS, now(), 'is_archived')).toBe(true);
        expect(await store.digests.get(NEWS)).toMatchObject({
          state: 'paused',
          pausedBy: 'is_archived',
        });
        expect(await store.digests.pause(NEWS, now(), 'is_archived')).toBe(false);
      });
    });

    const SENT = { status: 'sent', ts: '1.1' } as const;
    function digestOf(day: string): Delivery {
      return { ...NEWS, key: `digest:T1:C1:${day}`, kind: 'digest', dueAt: now() };
    }

    describe('deliveries', () => {
      it('are taken by one of twenty rivals in four programs', async () => {
        const stores = await open(4);
        const taken = await Promise.all(
          Array.from({ length: 20 }, (_, turn) =>
            storeOf(stores, turn).deliveries.lease(
              digestOf('2026-11-23'),
              `rival ${turn}`,
              later(HOUR),
            ),
          ),
        );
        expect(taken.filter(Boolean)).toHaveLength(1);
      });

      it('are left to nobody else while they are held, and to one when they are left behind', async () => {
        const [one, other] = await openTwo();
        const delivery = digestOf('2026-11-23');
        expect(await one.deliveries.lease(delivery, 'first', later(HOUR))).toEqual({
          ...delivery,
          tries: 1,
          prepared: null,
        });
        expect(await one.deliveries.renew(delivery.key, 'first', later(2 * HOUR), 'words')).toBe(
          true,
        );
        expect(await other.deliveries.lease(delivery, 'second', later(HOUR))).toBeNull();
        expect(await other.deliveries.expired()).toEqual([]);
        time += 2 * HOUR;
        expect(await other.deliveries.expired()).toMatchObject([{ key: delivery.key, tries: 1 }]);
        expect(await other.deliveries.lease(delivery, 'second', later(HOUR))).toMatchObject({
          tries: 2,
          prepared: 'words',
        });
        expect(await one.deliveries.renew(delivery.key, 'first', later(HOUR), 'late')).toBe(false);
        expect(await one.deliveries.finish(delivery.key, 'first', SENT)).toBe(false);
        expect(await other.deliveries.finish(delivery.key, 'second', SENT)).toBe(true);
        expect(await one.deliveries.result(delivery.key)).toEqual({ ...SENT, prepared: 'words' });
      });

      it('end once, and are not taken again', async () => {
        const store = await openOne();
        const delivery = digestOf('2026-11-23');
        await store.deliveries.lease(delivery, 'me', later(1));
        const failed = { status: 'failed', reason: 'is_archived' } as const;
        expect(await store.deliveries.finish(delivery.key, 'me', failed)).toBe(true);
        expect(await store.deliveries.finish(delivery.key, 'me', SENT)).toBe(false);
        time += DAY;
        expect(await store.deliveries.lease(delivery, 'me', later(1))).toBeNull();
        expect(await store.deliveries.expired()).toEqual([]);
        expect(await store.deliveries.result(delivery.key)).toEqual({ ...failed, prepared: null });
      });

      it('that were given up are counted, the newest told, and none that had become pointless', async () => {
        const { deliveries } = await openOne();
        expect(await deliveries.failed(9)).toEqual({ counts: [], newest: [] });
        for (const [day, reason] of [
          ['2026-11-21', 'is_archived'],
          ['2026-11-22', POINTLESS],
          ['2026-11-23', 'ratelimited'],
          ['2026-11-25', 'ratelimited'],
        ] as const) {
          const delivery = digestOf(day);
          await deliveries.lease(delivery, 'me', later(1));
          await deliveries.finish(delivery.key, 'me', { status: 'failed', reason });
          time += HOUR;
        }
        await deliveries.lease(digestOf('2026-11-24'), 'me', later(1));
        await deliveries.finish(digestOf('2026-11-24').key, 'me', SENT);
        expect(await deliveries.failed(1)).toEqual({
          counts: [
            { reason: 'ratelimited', count: 2 },
            { reason: 'is_archived', count: 1 },
          ],
          newest: [{ ...NEWS, kind: 'digest', reason: 'ratelimited', at: later(-HOUR) }],
        });
      });

      it('can be let go of at once', async () => {
        const store = await openOne();
        const delivery = digestOf('2026-11-23');
        await store.deliveries.lease(delivery, 'me', later(HOUR));
        await store.deliveries.release(delivery.key, 'me');
        expect(await store.deliveries.lease(delivery, 'you', later(HOUR))).toMatchObject({
          tries: 2,
        });
      });

      it('are forgotten sixty days after they ended, and never before', async () => {
        const store = await openOne();
        await store.deliveries.lease(digestOf('2026-11-23'), 'me', later(1));
        await store.deliveries.lease(digestOf('2026-11-24'), 'me', later(1));
        await store.deliveries.finish('digest:T1:C1:2026-11-23', 'me', SENT);
        time += 61 * DAY;
        await store.prune();
        expect(await store.deliveries.result('digest:T1:C1:2026-11-23')).toBeNull();
        expect(await store.deliveries.expired()).toHaveLength(1);
      });
    });

    describe('what the archive has held', () => {
      const a1 = { file: 'a.txt', sha256: 'a1' };
      const a2 = { file: 'a.txt', sha256: 'a2' };
      const b1 = { file: 'b.txt', sha256: 'b1' };

      it('is news by content: a touched file is none, nor one that was changed and changed back', async () => {
        const { seenArticles } = await openOne();
        expect(await seenArticles.record([], now())).toBe(0);
        const first = await seenArticles.record([a1], now());
        expect(await seenArticles.changedSince(0)).toEqual([{ ...a1, before: null }]);
        time += 1;
        expect(await seenArticles.record([a1], now())).toBe(first);
        await seenArticles.record([a2, b1], now());
        expect(await seenArticles.changedSince(first)).toEqual([
          { ...a2, before: 'a1' },
          { ...b1, before: null },
        ]);
        time += 1;
        await seenArticles.record([a1, b1], now());
        expect(await seenArticles.changedSince(first)).toEqual([{ ...b1, before: null }]);
      });

      it('is not undone by a program that read the folder before another saw it change', async () => {
        const [one, other] = await openTwo();
        const first = await one.seenArticles.record([a1], now());
        const readBefore = now();
        time += 1_000;
        await one.seenArticles.record([a2], now());
        expect(await other.seenArticles.record([a1], readBefore)).toBe(first);
        expect(await other.seenArticles.changedSince(0)).toEqual([{ ...a2, before: null }]);
      });

      it('is seen once when four programs see it at once', async () => {
        const stores = await open(4);
        const many = Array.from({ length: 300 }, (_, at) => ({
          file: `${at}.txt`,
          sha256: `${at}`,
        }));
        await Promise.all(stores.map(({ seenArticles }) => seenArticles.record(many, now())));
        expect(await storeOf(stores, 0).seenArticles.changedSince(0)).toHaveLength(300);
      });

      it('is known only up to what a program has read itself', async () => {
        const [one, other] = await openTwo();
        const first = await one.seenArticles.record([a1], now());
        const readBefore = now();
        time += 1_000;
        await one.seenArticles.record([a1, b1], now());
        expect(await other.seenArticles.record([a1], readBefore)).toBe(first);
      });

      it('says which files had a content, as after one was renamed', async () => {
        const { seenArticles } = await openOne();
        await seenArticles.record([a1, b1], now());
        await seenArticles.record([{ file: 'c.txt', sha256: 'a1' }], now());
        expect(await seenArticles.filesWith(['a1', 'zz'])).toEqual([
          a1,
          { file: 'c.txt', sha256: 'a1' },
        ]);
        expect(await seenArticles.filesWith([])).toEqual([]);
      });

      it('says when a content was seen', async () => {
        const { seenArticles } = await openOne();
        const at = now();
        await seenArticles.record([a1], at);
        time += HOUR;
        expect(await seenArticles.seenAt(a1)).toEqual(at);
        expect(await seenArticles.seenAt(a2)).toBeNull();
      });

      it('takes twenty thousand articles, and forgets no more than nobody will ask for', async () => {
        const store = await openOne();
        const { seenArticles } = store;
        const many = Array.from({ length: 20_000 }, (_, at) => ({
          file: `${at}.txt`,
          sha256: '0'.repeat(64),
        }));
        const first = await seenArticles.record(many, now());
        await store.watches.add(watch('w1', { seenUpTo: first }), []);
        time += 1;
        await seenArticles.record([{ file: '7.txt', sha256: '1' }], now());
        await store.prune();
        expect(await seenArticles.changedSince(first)).toEqual([
          { file: '7.txt', sha256: '1', before: '0'.repeat(64) },
        ]);
        await store.watches.remove('w1');
        await store.prune();
        expect(await seenArticles.changedSince(0)).toHaveLength(20_000);
        expect(await seenArticles.seenAt({ file: '7.txt', sha256: '0'.repeat(64) })).toBeNull();
      });
    });

    function watch(id: string, fields: Partial<Watch> = {}): Watch {
      return { ...NEWS, id, user: 'U1', question: id, madeAt: now(), seenUpTo: 0, ...fields };
    }

    describe('watches', () => {
      it('are there once for each question of a channel', async () => {
        const store = await openOne();
        const question = `"safe third country" ${'x'.repeat(4_000)}`;
        expect(await store.watches.add(watch('w1', { question }), [])).toMatchObject({
          kind: 'made',
        });
        expect(await store.watches.add(watch('w2', { question, user: 'U2' }), [])).toMatchObject({
          kind: 'there',
          watch: { id: 'w1', user: 'U1', question },
        });
        expect(await store.watches.add(watch('w3', { question, ...SPORT }), [])).toMatchObject({
          kind: 'made',
        });
        expect((await store.watches.list()).map(({ id }) => id)).toEqual(['w1', 'w3']);
      });

      it('are fifty for a person and two hundred for a channel at most', async () => {
        const store = await openOne();
        for (const person of ['U1', 'U2', 'U3', 'U4'])
          for (let number = 0; number < 50; number += 1)
            await store.watches.add(watch(`${person}-${number}`, { user: person }), []);
        expect(await store.watches.add(watch('more', { ...SPORT }), [])).toEqual({
          kind: 'person-limit',
          limit: 50,
        });
        expect(await store.watches.add(watch('more', { user: 'U5' }), [])).toEqual({
          kind: 'channel-limit',
          limit: 200,
        });
        expect(await store.watches.list({ team: 'T1', user: 'U1' })).toHaveLength(50);
        expect(await store.watches.list(NEWS)).toHaveLength(200);
        expect(await store.watches.remove('U1-0')).toBe(true);
        expect(await store.watches.remove('U1-0')).toBe(false);
        expect(await store.watches.get('U1-0')).toBeNull();
        expect(await store.watches.add(watch('more'), [])).toMatchObject({ kind: 'made' });
      });

      it('move on in one program only, and remember the files they have told of', async () => {
        const [one, other] = await openTwo();
        await one.watches.add(watch('w1', { seenUpTo: 3 }), ['a.txt']);
        const moved = [one, other].map((store) => store.watches.moveOn('w1', 3, 5));
        expect((await Promise.all(moved)).filter(Boolean)).toHaveLength(1);
        const delivery: Delivery = { ...NEWS, key: 'watch:w1:5', kind: 'watch', dueAt: now() };
        await one.deliveries.lease(delivery, 'me', later(HOUR));
        await one.deliveries.finish(delivery.key, 'me', SENT, {
          watch: { id: 'w1', seenUpTo: 9, notified: ['b.txt', 'a.txt'] },
        });
        expect(await other.watches.get('w1')).toMatchObject({ seenUpTo: 9 });
        expect(await other.watches.notified('w1')).toEqual(new Set(['a.txt', 'b.txt']));
      });

      it('that are removed while their message is sent leave nothing behind', async () => {
        const store = await openOne();
        await store.watches.add(watch('w1'), ['a.txt']);
        const delivery: Delivery = { ...NEWS, key: 'watch:w1:0', kind: 'watch', dueAt: now() };
        await store.deliveries.lease(delivery, 'me', later(HOUR));
        await store.watches.remove('w1');
        const outcome = { watch: { id: 'w1', seenUpTo: 9, notified: ['b.txt'] } };
        expect(await store.deliveries.finish(delivery.key, 'me', SENT, outcome)).toBe(true);
        expect(await store.watches.notified('w1')).toEqual(new Set());
      });
    });

    describe('what was posted', () => {
      const cited = (file: string, words = 'The words.'): PostedCitation => ({
        file,
        paragraph: 3,
        start: 10,
        end: 20,
        fingerprint: 'f',
        words,
      });
      const post = (
        ts: string,
        citations: PostedCitation[],
        fields: Partial<NewPost> = {},
      ): NewPost => ({
        ...NEWS,
        ts,
        thread: null,
        at: now(),
        askedBy: null,
        body: null,
        citations,
        ...fields,
      });

      it('is remembered once, with the words to the character', async () => {
        const store = await openOne();
        const words = '“<!channel>” \0 \uD83D end';
        await store.posts.remember(post('1.1', [cited('a.txt', words), cited('b.txt')]));
        await store.posts.remember(post('1.1', [cited('c.txt')]));
        await store.posts.remember(post('2.2', []));
        const { body: _, ...remembered } = post('1.1', []);
        expect(await store.posts.citing()).toEqual([
          {
            ...remembered,
            id: 'T1:C1:1.1',
            corrections: 0,
            citations: [cited('a.txt', words), cited('b.txt')].map((one) => ({
              ...one,
              notified: null,
              notifiedAt: null,
            })),
          },
        ]);
        expect(await store.posts.citing(['b.txt', 'z.txt'])).toHaveLength(1);
        expect(await store.posts.citing(['z.txt'])).toEqual([]);
        expect(await store.posts.citing([])).toEqual([]);
      });

      it('knows what its thread was told, and since when', async () => {
        const store = await openOne();
        await store.posts.remember(
          post('1.1', [cited('a.txt'), cited('b.txt')], { thread: '0.1' }),
        );
        const since = now();
        time += HOUR;
        const delivery: Delivery = {
          ...NEWS,
          key: 'correction:1',
          kind: 'correction',
          dueAt: now(),
        };
        await store.deliveries.lease(delivery, 'me', later(HOUR));
        await store.deliveries.finish(delivery.key, 'me', SENT, {
          correction: { post: 'T1:C1:1.1', corrections: 0, notified: [null, 'changed'], at: now() },
        });
        expect(await store.posts.get('T1:C1:1.1')).toMatchObject({
          thread: '0.1',
          corrections: 1,
          citations: [
            { notified: null, notifiedAt: null },
            { notified: 'changed', notifiedAt: now() },
          ],
        });
        expect(await store.posts.notifiedSince(NEWS, since)).toHaveLength(1);
        expect(await store.posts.notifiedSince(NEWS, now())).toEqual([]);
        expect(await store.posts.notifiedSince(SPORT, since)).toEqual([]);
        expect(await store.posts.setNotified('T1:C1:1.1', 0, ['gone', 'gone'], now())).toBe(false);
        expect(await store.posts.setNotified('T1:C1:1.1', 1, ['gone', 'changed'], now())).toBe(
          true,
        );
        expect(await store.posts.get('T1:C1:1.1')).toMatchObject({
          corrections: 1,
          citations: [{ notified: 'gone' }, { notified: 'changed' }],
        });
      });

      it('is known by who asked for it, though it cites nothing, until it is taken away', async () => {
        const { posts } = await openOne();
        const body = '{"text":"\\u0000 <!channel>"}';
        await posts.remember(post('1.1', [], { askedBy: 'U1' }));
        await posts.remember(post('2.2', [cited('a.txt')], { askedBy: 'U2', body }));
        const found = await posts.find(NEWS, '1.1');
        expect(found).toMatchObject({ askedBy: 'U1', citations: [] });
        expect(await posts.find(SPORT, '1.1')).toBeNull();
        expect(await posts.body('T1:C1:1.1')).toBeNull();
        expect(await posts.body('T1:C1:2.2')).toBe(body);
        await posts.forget('T1:C1:2.2');
        expect(await posts.find(NEWS, '2.2')).toBeNull();
        expect(await posts.citing(['a.txt'])).toEqual([]);
        expect(await posts.body('T1:C1:2.2')).toBeNull();
        expect(await posts.find(NEWS, '1.1')).toEqual(found);
      });

      it('is forgotten after a year', async () => {
        const store = await openOne();
        await store.posts.remember(post('1.1', [cited('a.txt')]));
        time += 364 * DAY;
        await store.prune();
        expect(await store.posts.citing(['a.txt'])).toHaveLength(1);
        time += 2 * DAY;
        await store.prune();
        expect(await store.posts.citing(['a.txt'])).toEqual([]);
        expect(await store.posts.get('T1:C1:1.1')).toBeNull();
      });

      it('is corrected in a channel unless it has said no', async () => {
        const { posts } = await openOne();
        expect(await posts.wantsCorrections(NEWS)).toBe(true);
        await posts.setCorrections(NEWS, false, 'U1', now());
        expect(await posts.wantsCorrections(NEWS)).toBe(false);
        expect(await posts.wantsCorrections(SPORT)).toBe(true);
        await posts.setCorrections(NEWS, true, 'U2', now());
        expect(await posts.wantsCorrections(NEWS)).toBe(true);
      });
    });

    describe('what people say of passages', () => {
      const report = (fields: Partial<Report> = {}): Report => ({
        team: 'T1',
        user: 'U1',
        at: now(),
        question: 'panama',
        thread: ['who said it'],
        file: 'a.txt',
        paragraph: 3,
        start: 10,
        end: 20,
        fingerprint: 'f',
        reason: 'wrong subject',
        remark: null,
        ...fields,
      });

      it('is kept to the character, newest first, the last word of each person', async () => {
        const [one, other] = await openTwo();
        const first = report({ question: '“<!channel>” \0 \uD83D', remark: '*x* \0 \uDC00' });
        await one.reports.add(first);
        time += HOUR;
        await other.reports.add(report());
        await other.reports.add(report({ reason: 'other', remark: 'Not that Panama.' }));
        expect(await one.reports.list()).toEqual([
          report({ reason: 'other', remark: 'Not that Panama.' }),
          first,
        ]);
        await one.reports.add(report({ user: 'U2' }));
        expect(await other.reports.list()).toHaveLength(3);
        expect(await other.reports.list(1)).toHaveLength(1);
      });

      it('is forgotten after a year', async () => {
        const store = await openOne();
        await store.reports.add(report());
        time += 364 * DAY;
        await store.prune();
        expect(await store.reports.list()).toHaveLength(1);
        time += 2 * DAY;
        await store.prune();
        expect(await store.reports.list()).toEqual([]);
      });
    });

    describe('a person who is forgotten', () => {
      const DIRECT = { team: 'T1', channel: 'D1' };
      const PLACE = { file: 'a.txt', paragraph: 1, start: 0, end: 9, fingerprint: 'f' };
      const CITED = { ...PLACE, words: 'Words.' };
      const digest = (fields: Partial<DigestSetting>): DigestSetting => ({
        ...NEWS,
        time: '08:30',
        zone: 'UTC',
        days: [1],
        topic: null,
        quiet: 'skip',
        state: 'on',
        pausedBy: null,
        changedBy: 'U1',
        changedAt: now(),
        runsFrom: now(),
        lastDay: null,
        lastAt: null,
        seenUpTo: null,
        ...fields,
      });

      it('leaves nothing behind but what is a channel’s, without a name', async () => {
        const [store, other] = await openTwo();
        await store.watches.add(watch('w1'), ['a.txt']);
        await store.watches.add(watch('w2', DIRECT), []);
        for (const thread of ['T1:with:U1', 'T1:D1:1.1', 'T1:D1:2.2'])
          await store.threads.remember(thread, 'panama');
        await store.digests.save(digest({}));
        await store.digests.save(digest(DIRECT));
        await store.posts.setCorrections(NEWS, false, 'U1', now());
        await store.channels.change(NEWS, { opened: { by: 'U1', at: now() } });
        await store.posts.remember({
          ...DIRECT,
          ts: '1.1',
          thread: null,
          at: now(),
          citations: [CITED],
          askedBy: 'U1',
          body: null,
        });
        const notice: Delivery = {
          team: 'T1',
          channel: 'U1',
          key: 'n',
          kind: 'notice',
          dueAt: now(),
        };
        await store.deliveries.lease(notice, 'me', later(HOUR));
        const asked = { thread: null, at: now(), citations: [CITED], askedBy: 'U1', body: null };
        await store.posts.remember({ ...NEWS, ts: '5.5', ...asked });
        await store.posts.remember({ ...NEWS, ts: '7.7', ...asked, body: 'For <@U1>' });
        await store.threads.remember('asked:T1:U1', 'panama');
        await store.posts.remember({ team: 'T1', channel: 'D2', ts: '6.6', ...asked });
        await store.threads.remember('T1:D2:6.6', 'panama');
        const report = {
          ...PLACE,
          team: 'T1',
          user: 'U1',
          at: now(),
          question: 'panama',
          thread: [],
        };
        await store.reports.add({ ...report, reason: 'other', remark: 'No.' });
        await store.reports.add({ ...report, user: 'U2', reason: 'other', remark: null });

        expect(await other.forget('U1')).toEqual({
          watches: 2,
          conversations: 5,
          digests: 1,
          messages: 3,
          posts: 2,
          reports: 1,
          settings: 3,
        });
        expect(await store.watches.list()).toEqual([]);
        for (const thread of ['T1:with:U1', 'T1:D1:1.1', 'T1:D1:2.2'])
          expect(await store.threads.questions(thread)).toEqual([]);
        expect(await store.digests.list()).toEqual([digest({ changedBy: null })]);
        expect(await store.posts.citing()).toMatchObject([
          { ...NEWS, ts: '5.5', askedBy: null },
          { ...NEWS, ts: '7.7', askedBy: null },
        ]);
        expect(await store.posts.body('T1:C1:7.7')).toBeNull();
        expect(await store.reports.list()).toMatchObject([{ user: 'U2' }]);
        expect(await store.posts.wantsCorrections(NEWS)).toBe(false);
        expect((await store.channels.get(NEWS)).opened).toEqual({ by: null, at: now() });
        expect(await store.deliveries.finish('n', 'me', SENT)).toBe(false);
        expect(await other.forget('U1')).toEqual({
          watches: 0,
          conversations: 0,
          digests: 0,
          messages: 0,
          posts: 0,
          reports: 0,
          settings: 0,
        });
      });

      it('takes nothing of others along, nor of what was asked in channels', async () => {
        const store = await openOne();
        await store.watches.add(watch('w1', { user: 'U11' }), []);
        await store.watches.add(watch('w2', { ...DIRECT, user: 'U2' }), []);
        const threads = ['T1:with:U11', 'T1:with:U2', 'T1:C1:1.1', 'T1:D1:1.1', 'T1:D11:1.1'];
        for (const thread of threads) await store.threads.remember(thread, 'panama');
        await store.digests.save(digest({ changedBy: 'U2' }));
        expect(await store.forget('U1', 'D3')).toMatchObject({ watches: 0, conversations: 0 });
        expect(await store.watches.list()).toHaveLength(2);
        for (const thread of threads)
          expect(await store.threads.questions(thread)).toEqual(['panama']);
        expect(await store.digests.get(NEWS)).toMatchObject({ changedBy: 'U2' });
        expect(await store.forget('U2', 'D11')).toMatchObject({ watches: 1, conversations: 3 });
        expect(await store.digests.get(NEWS)).toMatchObject({ changedBy: null, state: 'on' });
      });
    });

    describe('quiet days', () => {
      const shown = (from: number) => ({
        file: 'a.txt',
        start: from,
        end: from + 9,
        fingerprint: 'f',
      });

      it('have one passage each, the last that was shown, for every program', async () => {
        const [one, other] = await openTwo();
        expect(await one.quietDays.get('2026-11-23')).toBeNull();
        await Promise.all(
          [one, other].map(({ quietDays }) => quietDays.set('2026-11-23', shown(1))),
        );
        expect(await other.quietDays.get('2026-11-23')).toEqual(shown(1));
        expect(await one.quietDays.get('2026-11-24')).toBeNull();
        await one.quietDays.set('2026-11-23', shown(7));
        expect(await other.quietDays.get('2026-11-23')).toEqual(shown(7));
      });

      it('are asked for from the newest back', async () => {
        const { quietDays } = await openOne();
        for (const day of [3, 1, 2]) await quietDays.set(`2026-11-0${day}`, shown(day));
        expect(await quietDays.before('2026-11-03', 30)).toEqual([shown(2), shown(1)]);
        expect(await quietDays.before('2026-11-04', 2)).toEqual([shown(3), shown(2)]);
      });
    });
  });

describe('a store whose database goes away', () => {
  it.each(['taken away', 'replaced'])('(the file is %s) says so, and what to do', async (how) => {
    const dir = mkdtempSync(path.join(tmpdir(), 'clipdesk-store-'));
    const file = path.join(dir, 'clipdesk.db');
    const store = await openStore({ url: `file:${file}`, now: () => new Date() });
    onTestFinished(async () => {
      await store.close();
      rmSync(dir, { recursive: true });
    });
    await store.check();
    if (how === 'replaced') copyFileSync(file, `${file}.copy`);
    rmSync(file);
    if (how === 'replaced') renameSync(`${file}.copy`, file);
    await expect(store.check()).rejects.toThrow(
      /DATABASE_URL: the file .* put it or a backup back/,
    );
  });
});
