import type { Archive } from '../answer/archive/archive.js';
import type { Article } from '../corpus/article/article.js';
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import { POINTLESS, type LeasedDelivery } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { CorrectionNotifier } from './correction-notifier.js';
import type { DigestSender } from './digest-sender.js';
import type { WatchNotifier } from './watch-notifier.js';

/** How long it sleeps unless it is told otherwise, in milliseconds. */
const LONGEST_SLEEP_MS = 30_000;
/** The store is pruned so often, in milliseconds. */
const PRUNED_EVERY_MS = 60 * 60_000;

/** Does in its time what nobody asks for at the moment: digests, watches, corrections. */
export interface Scheduler {
  start(): void;
  /** Lets go of what is under way; what is not posted by then is posted after the next start. */
  stop(): Promise<void>;
}

/**
 * One loop that survives every error: it logs it and goes on. A delivery that waits for Slack runs beside the loop
 * and holds up no other.
 */
export function createScheduler(needs: {
  readonly archive: Pick<Archive, 'view' | 'inSlices' | 'subscribe'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly digests: DigestSender;
  readonly watches: WatchNotifier;
  readonly corrections: CorrectionNotifier;
  /** Aborted by `stop`. */
  readonly stopped: AbortController;
  /** How long it sleeps at most; it notices within that what another replica, or somebody at the clock, has done. */
  readonly longestSleepMs?: number | undefined;
}): Scheduler {
  const { archive, store, clock, log, digests, watches, corrections, stopped } = needs;
  const { longestSleepMs = LONGEST_SLEEP_MS } = needs;
  const { signal } = stopped;
  const running = new Map<string, Promise<unknown>>();
  let lastChecked: readonly Article[] | null = null;
  let prunedAt = -Infinity;
  let wake = new AbortController();
  let loop: Promise<void> | null = null;

  /** Runs beside the loop; never twice at a time under one name. */
  function runBeside(name: string, work: () => Promise<unknown>): void {
    if (running.has(name) || signal.aborted) return;
    const end = (): boolean => running.delete(name);
    running.set(name, guarded(name, work).then(end));
  }

  async function guarded(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) log.error({ err: error, work: name }, 'something planned failed');
    }
  }

  async function sendDue(): Promise<void> {
    for (const { key, send } of await digests.due()) runBeside(key, () => send(signal));
  }

  async function resumeLeft(): Promise<void> {
    const sender = { digest: digests, notice: digests, watch: watches, correction: corrections };
    for (const left of await store.deliveries.expired())
      runBeside(left.key, async () => {
        if (!(await sender[left.kind].resume(left, signal))) await giveUp(left);
      });
  }

  /** Its channel's setting, its watch or its post is gone. */
  async function giveUp({ key, ...left }: LeasedDelivery): Promise<void> {
    const nobody = 'abandoned';
    if (await store.deliveries.lease({ key, ...left }, nobody, clock.now()))
      await store.deliveries.finish(key, nobody, { status: 'failed', reason: POINTLESS });
  }

  /** Watches and corrections, whenever another view stands than was checked last. */
  function checkArchive(): void {
    const { articles } = archive.view();
    if (articles === lastChecked) return;
    runBeside('archive', async () => {
      const before = lastChecked;
      const files = before === null ? undefined : differing(before, articles);
      await watches.check(signal, runBeside);
      await corrections.check(files, signal, runBeside);
      lastChecked = articles;
    });
  }

  async function prune(): Promise<void> {
    const now = clock.now().getTime();
    if (Math.abs(now - prunedAt) < PRUNED_EVERY_MS) return;
    prunedAt = now;
    await store.prune();
  }

  async function untilNext(): Promise<void> {
    const next = await digests.next();
    const ms = next === null ? Infinity : next.getTime() - clock.now().getTime();
    const sleep = Math.min(longestSleepMs, Math.max(0, ms));
    await clock.sleep(sleep, AbortSignal.any([signal, wake.signal])).catch(() => {});
    wake = new AbortController();
  }

  async function goOn(): Promise<void> {
    const unsubscribe = archive.subscribe(() => wake.abort());
    while (!signal.aborted) {
      await guarded('digests', sendDue);
      checkArchive();
      await guarded('left behind', resumeLeft);
      await guarded('pruning', prune);
      await guarded('sleeping', untilNext);
    }
    unsubscribe();
    await Promise.all(running.values());
  }

  return {
    start() {
      loop ??= goOn();
    },
    async stop() {
      stopped.abort(new Error('the bot is stopping'));
      await loop;
    },
  };
}

/** The files that are not what they were, by name. */
function differing(before: readonly Article[], after: readonly Article[]): string[] {
  const was = new Map(before.map((article) => [article.file, article]));
  const changed = after.filter((article) => {
    const same = was.get(article.file) === article;
    if (same) was.delete(article.file);
    return !same;
  });
  return [...new Set([...changed.map(({ file }) => file), ...was.keys()])];
}
