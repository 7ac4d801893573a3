import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';

describe('the clock of this machine', () => {
  it('has slept no shorter than it was asked to', async () => {
    const before = systemClock.now().getTime();
    await systemClock.sleep(20);
    // A timer of Node's may ring within the millisecond before.
    expect(systemClock.now().getTime() - before).toBeGreaterThanOrEqual(19);
  });

  it('wakes at once when it is called off, also from a wait of months', async () => {
    const abort = new AbortController();
    const asleep = systemClock.sleep(100 * 86_400_000, abort.signal);
    abort.abort();
    await expect(asleep).rejects.toMatchObject({ name: 'AbortError' });
    await expect(systemClock.sleep(0, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
