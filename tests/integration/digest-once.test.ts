import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, type Postgres } from '../support/postgres.js';
import {
  openDigestNewsroom,
  type DigestNewsroom,
  type Program,
} from '../support/digest-newsroom.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';

const DAYS = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'];
const CHANNELS = 10;
/** Twenty-five programs are started one after another; nothing but a standstill takes so long. */
const BUSY_MACHINE_MS = 10 * 60_000;

let postgres: Postgres | null = null;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
});

/** Each channel has each day's digest once, and every one is remembered as posted. */
async function expectEachOnce(newsroom: DigestNewsroom): Promise<void> {
  const { channels, store } = newsroom;
  const keys = newsroom.messages().map(({ key }) => key);
  const due = channels.flatMap((channel) =>
    DAYS.map((day) => `digest:T0NEWSROOM:${channel}:${day}`),
  );
  expect(keys.toSorted()).toEqual(due.toSorted());
  for (const key of due)
    expect(await store.deliveries.result(key)).toMatchObject({ status: 'sent' });
  // Of a channel's five digests the first cites the archive.
  expect(await store.posts.citing()).toHaveLength(CHANNELS);
}

it(
  'fifty digests of a program that is killed again and again are each sent once',
  { timeout: BUSY_MACHINE_MS },
  async () => {
    const { at } = tempFolder();
    const newsroom = await openDigestNewsroom({
      database: `file:${at('store/clipdesk.db')}`,
      corpus: SEEDS,
      channels: CHANNELS,
    });
    let kills = 0;
    /** A life of the program, seconds on its clock; the next begins when what this one held is no longer held. */
    async function live(begin: string, life: (program: Program) => Promise<void>): Promise<void> {
      const program = await newsroom.start(begin);
      await life(program);
      await program.kill();
      kills += 1;
    }
    for (const day of DAYS) {
      for (const hour of ['08', '09']) {
        // What it has posted is in the channel, and it will never hear of it.
        await live(hour === '08' ? `${day}T07:59:58Z` : `${day}T09:00Z`, async (program) => {
          let posts = 1 + Math.floor(Math.random() * 3);
          const dead = new AbortController();
          newsroom.afterPost = async () => {
            posts -= 1;
            if (posts > 0 || dead.signal.aborted) return;
            dead.abort();
            await program.kill();
          };
          while (!dead.signal.aborted && !(await newsroom.isSent(day))) await sleep(10);
        });
        newsroom.afterPost = () => {};
        await live(`${day}T${hour}:30Z`, () => sleep(Math.random() * 60));
      }
      await live(`${day}T10:00Z`, () => newsroom.untilSent(day));
    }
    expect(kills).toBe(25);
    await expectEachOnce(newsroom);
  },
);

it(
  'two programs on one PostgreSQL send fifty digests, each once',
  { timeout: BUSY_MACHINE_MS },
  async ({ skip }) => {
    if (postgres === null) skip('the packages have no PostgreSQL for this platform');
    const newsroom = await openDigestNewsroom({
      database: (await postgres?.database()) ?? '',
      corpus: SEEDS,
      channels: CHANNELS,
    });
    const before = `${DAYS[0]}T07:00Z`;
    const programs = await Promise.all([newsroom.start(before), newsroom.start(before)]);
    for (const day of DAYS) {
      for (const program of programs) program.move(`${day}T07:59:50Z`);
      await newsroom.untilSent(day);
    }
    for (const program of programs) await program.kill();
    await expectEachOnce(newsroom);
    expect(programs.map(({ errors }) => errors())).toEqual(['', '']);
  },
);
