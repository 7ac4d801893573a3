import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { whileLeased } from '../../../../src/intake/following/lease.js';
import { quickClock } from '../../../support/quick-clock.js';
import { tempFolder } from '../../../support/temp-folder.js';

const NOON = '2025-02-05T12:00:00Z';

it('lets one of many processes work, and the next when it has done', async () => {
  const { dir, at } = tempFolder();
  const clock = quickClock(NOON);
  let working = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    working += 1;
    most = Math.max(most, working);
    await new Promise((resolve) => setTimeout(resolve, 5));
    working -= 1;
  };
  const tries = Array.from({ length: 12 }, (_, n) =>
    whileLeased(dir, { clock, unique: `p${n}` }, work),
  );
  const done = (await Promise.all(tries)).filter(Boolean);
  expect(most).toBe(1);
  expect(done.length).toBeGreaterThan(0);
  expect(await whileLeased(dir, { clock, unique: 'last' }, work)).toBe(true);
  expect(readdirSync(at('.sources'))).toEqual([]);
});

it('lets one of many take over from a process that was killed, once its lease has run out', async () => {
  const { dir, at } = tempFolder();
  const clock = quickClock(NOON);
  const never = new Promise<void>(() => {});
  void whileLeased(dir, { clock, unique: 'killed' }, () => never);
  await clock.runUntil('2025-02-05T12:00:01Z');
  // The killed process's clock stands still: it renews nothing.
  const later = quickClock('2025-02-05T12:01:59Z');
  expect(await whileLeased(dir, { clock: later, unique: 'b' }, () => never)).toBe(false);
  later.forward(2_000);
  let took = 0;
  const tries = Array.from({ length: 12 }, (_, n) =>
    whileLeased(dir, { clock: later, unique: `p${n}` }, async () => {
      took += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }),
  );
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(took);
  expect(took).toBe(1);
  expect(readdirSync(at('.sources'))).toEqual([]);
});

it('holds for as long as the work takes', async () => {
  const { dir } = tempFolder();
  const clock = quickClock(NOON);
  let end = (): void => {};
  const work = new Promise<void>((resolve) => (end = resolve));
  const first = whileLeased(dir, { clock, unique: 'a' }, () => work);
  // Files are written between one look at the clock and the next.
  for (let minute = 0; minute < 10; minute += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await clock.runUntil(new Date(clock.now().getTime() + 30_000));
  }
  expect(await whileLeased(dir, { clock, unique: 'b' }, () => work)).toBe(false);
  end();
  expect(await first).toBe(true);
});

it('ends with the work that fails', async () => {
  const { dir } = tempFolder();
  const needs = { clock: quickClock(NOON), unique: 'a' };
  const failing = whileLeased(dir, needs, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await whileLeased(dir, needs, () => Promise.resolve())).toBe(true);
});
