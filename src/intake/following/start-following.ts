import type { Log } from '../../log.js';
import type { ExportReport } from '../export-report.js';
import { type Followed, readFollowed } from './followed.js';
import { followSources, type FollowNeeds } from './follow-sources.js';
import { whileLeased } from './lease.js';

/** It notices within this that sources.yml was changed, in milliseconds. */
const LONGEST_SLEEP_MS = 30_000;

type Needs = Omit<FollowNeeds, 'heard' | 'signal'> & { readonly log: Log };

/**
 * Follows the sources of an archive, each in its time, until it is stopped. Of several bots with the same folder one
 * does at a time. Without sources.yml nothing happens.
 */
export function startFollowing(needs: Needs): { stop(): Promise<void> } {
  const { clock, log } = needs;
  const stopped = new AbortController();
  const { signal } = stopped;

  async function goOn(): Promise<void> {
    while (!signal.aborted) {
      try {
        await followDue({ ...needs, signal, heard: logged(log) });
      } catch (error) {
        if (!signal.aborted) log.error({ err: error }, 'sources: they could not be followed');
      }
      const next = await untilNext(needs);
      await clock.sleep(next, signal).catch(() => {});
    }
  }

  const loop = goOn();
  return {
    async stop() {
      stopped.abort(new Error('the bot is stopping'));
      await loop;
    },
  };
}

/**
 * Looks at the sources whose time has come, or at all of them. Gives what was looked at; `null` when another process
 * is at it.
 */
export async function followDue(
  needs: FollowNeeds,
  which: 'due' | 'all' = 'due',
): Promise<readonly Followed[] | null> {
  const { dir, clock } = needs;
  const choose = async (): Promise<{ all: readonly Followed[]; due: readonly Followed[] }> => {
    const now = clock.now();
    const all = await readFollowed(dir, now);
    const isDue = ({ nextTry }: Followed): boolean => nextTry !== null && nextTry <= now;
    return { all, due: which === 'all' ? all : all.filter(isDue) };
  };
  let { due } = await choose();
  if (due.length === 0) return [];
  const isDone = await whileLeased(dir, needs, async () => {
    // Another process may have looked at them just now.
    const chosen = await choose();
    due = chosen.due;
    const names = new Set(chosen.all.map(({ source }) => source.name));
    await followSources(
      due.map(({ source }) => source),
      names,
      needs,
    );
  });
  return isDone ? due : null;
}

async function untilNext({ dir, clock }: Needs): Promise<number> {
  const now = clock.now();
  const tries = (await readFollowed(dir, now)).flatMap(({ nextTry }) => nextTry ?? []);
  const waits = tries.map((next) => next.getTime() - now.getTime()).filter((ms) => ms > 0);
  return Math.min(LONGEST_SLEEP_MS, ...waits);
}

/** Stories are counted, not named: some may be under embargo. */
function logged(log: Log): FollowNeeds['heard'] {
  return {
    brought(source, _name, { counts, leftOut }: ExportReport) {
      if (counts.taken + counts.updated === 0) return;
      const left = [...leftOut.values()].reduce((sum, { count }) => sum + count, 0);
      log.info({ source, ...counts, leftOut: left }, 'sources: stories were taken');
    },
    failed(source, reason, cause) {
      const err = cause === null ? {} : { err: cause };
      log.warn({ source, reason, ...err }, 'sources: one could not be followed');
    },
  };
}
