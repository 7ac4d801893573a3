import { describe, expect, it } from 'vitest';
import { createMovableClock } from '../../../src/playground/state/movable-clock.js';
import { createWorkspace } from '../../../src/playground/create-workspace.js';
import { driveWorkspace } from '../../support/playground/drive-workspace.js';
import { startBoltApp } from './support/start-bolt-app.js';
import { testManifest } from './support/test-manifest.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22, 8);

/** A machine whose clock stands still; only pauses of a few milliseconds pass on it. */
function standing() {
  return {
    real: () => START,
    after: (ms: number, run: () => void) => {
      if (ms > 1_000) return () => undefined;
      const timer = setTimeout(run, 0);
      return () => clearTimeout(timer);
    },
  };
}

describe('the clock of the playground', () => {
  it('shows the machine’s time until it is moved, then that much more', async () => {
    const clock = createMovableClock(standing());
    expect(clock.now()).toBe(START);
    await clock.forward(HOUR);
    expect(clock.now()).toBe(START + HOUR);
  });

  it('wakes each sleeper at its own time on the way, the earliest first, and leaves the later ones asleep', async () => {
    const clock = createMovableClock(standing());
    const woken: [string, number][] = [];
    const sleeper = async (name: string, ms: number): Promise<void> => {
      await clock.sleep(ms);
      woken.push([name, clock.now() - START]);
    };
    void sleeper('noon', 4 * HOUR);
    void sleeper('nine', HOUR);
    void sleeper('tomorrow', 24 * HOUR);
    await clock.forward(5 * HOUR);
    expect(woken).toEqual([
      ['nine', HOUR],
      ['noon', 4 * HOUR],
    ]);
  });

  it('lets what a sleeper begins on waking fall due in the same move', async () => {
    const clock = createMovableClock(standing());
    const hours: number[] = [];
    const everyHour = async (): Promise<void> => {
      for (;;) {
        await clock.sleep(HOUR);
        hours.push((clock.now() - START) / HOUR);
      }
    };
    void everyHour();
    await clock.forward(3 * HOUR);
    expect(hours).toEqual([1, 2, 3]);
  });

  it('never goes back, nor further than 31 days at a time', async () => {
    const clock = createMovableClock(standing());
    for (const ms of [-1, Number.NaN, 32 * 24 * HOUR])
      await expect(async () => clock.forward(ms)).rejects.toThrow(RangeError);
    expect(clock.now()).toBe(START);
  });

  it('makes one move after the other when it is moved twice at once', async () => {
    const clock = createMovableClock(standing());
    await Promise.all([clock.forward(HOUR), clock.forward(HOUR)]);
    expect(clock.now()).toBe(START + 2 * HOUR);
  });

  it('tells a sleeper that is called off why, and does not wake it again', async () => {
    const clock = createMovableClock(standing());
    const abort = new AbortController();
    const asleep = clock.sleep(HOUR, abort.signal);
    abort.abort(new Error('the bot stops'));
    await expect(asleep).rejects.toThrow('the bot stops');
    await expect(clock.sleep(HOUR, abort.signal)).rejects.toThrow('the bot stops');
    await clock.forward(2 * HOUR);
  });
});

describe('a workspace whose clock is moved', () => {
  it('dates the next message by it, and a kept workspace goes on from its last message', async () => {
    const needs = {
      now: () => START,
      random: Math.random,
      after: standing().after,
      manifest: testManifest(),
    };
    const workspace = driveWorkspace(createWorkspace(needs));
    await workspace.do({ kind: 'move-clock', ms: 24 * HOUR });
    await workspace.say('maya', '#newsroom', 'Good morning.');
    const [message] = workspace.visibleTo('maya', '#newsroom');
    expect(Number(message?.ts) * 1000).toBeGreaterThanOrEqual(START + 24 * HOUR);
    expect(workspace.snapshot()?.now).toBeGreaterThanOrEqual(START + 24 * HOUR);

    const next = createWorkspace({ ...needs, state: workspace.state });
    expect(next.snapshot()?.now).toBeGreaterThanOrEqual(START + 24 * HOUR);
  });

  it.each(['http', 'socket'] as const)(
    'is still believed by a bot over %s, days from the machine’s own time',
    async (transport) => {
      const { workspace } = await startBoltApp(transport);
      await workspace.moveClock(3 * 24 * HOUR);
      expect(await workspace.say('maya', '#newsroom', '/deport panama')).toEqual({ ok: true });
      const answer = await workspace.nextMessage({ ephemeralTo: 'maya' });
      expect(Number(answer.ts)).toBeGreaterThan(Date.now() / 1000 + 2 * 86_400);
    },
  );
});
