import { setImmediate as rest } from 'node:timers/promises';
import type { View } from '../answer/archive/view.js';
import type { Taken } from '../store/deliveries.js';
import type { Watch } from '../store/watches.js';
import type { Citation } from '../answer/answer.js';
import { answering } from './answering.js';
import type { Deliver, Job } from './deliver.js';
import type { DigestNeeds } from './digest-job.js';
import { findNews, recordView, type News } from './find-news.js';
import type { Log } from '../log.js';

/** News for a watch is worth telling for so long after it was first tried. */
const TOLD_FOR_MS = 24 * 60 * 60_000;

/** Runs work beside what is being done; never twice at a time under one name. */
export type Beside = (name: string, work: () => Promise<unknown>) => void;

/** Tells whoever watches a question what has arrived to answer it. */
export interface WatchKeeper {
  /** Looks at what has arrived since each watch was last looked at; also what arrived while no bot was running. */
  look(signal: AbortSignal, beside: Beside): Promise<void>;
  /** Finishes what was begun and left behind; false when it has become pointless. */
  takeOver(left: Taken, signal: AbortSignal): Promise<boolean>;
}

export function createWatchKeeper(
  needs: DigestNeeds & { readonly deliver: Deliver; readonly log: Log },
): WatchKeeper {
  const { archive, store, clock, deliver, log } = needs;

  async function tell(watch: Watch, signal: AbortSignal): Promise<void> {
    const result = await deliver(createWatchJob(watch), signal);
    const { team, channel } = watch;
    if (result.kind === 'failed')
      log.warn({ team, channel, reason: result.reason }, 'a watch could not be told');
  }

  function createWatchJob(watch: Watch): Job {
    const { id, team, channel } = watch;
    const at = clock.now();
    return {
      delivery: { key: keyOf(watch), kind: 'watch', team, channel, dueAt: at },
      to: { team, channel, thread: null },
      until: new Date(at.getTime() + TOLD_FOR_MS),
      async compose() {
        const view = archive.view();
        const upTo = Math.max(await recordView(view, store.sightings), watch.seenUpTo);
        const news = await findNews(view, store.sightings, watch.seenUpTo);
        const found = await findForWatch(watch, view, news);
        const told = found.flatMap(({ passage, copies }) =>
          [passage, ...copies].map(({ article }) => article.file),
        );
        const there = (await store.watches.get(id)) !== null;
        return {
          outgoing:
            there && found.length > 0 ? { kind: 'watch', news: { watch, citations: found } } : null,
          outcome: { watch: { id, seenUpTo: upTo, told } },
        };
      },
      settles: true,
    };
  }

  async function findForWatch(
    watch: Watch,
    view: View,
    news: readonly News[],
  ): Promise<readonly Citation[]> {
    const files = news.map(({ article }) => article.file);
    const told = files.length > 0 ? await store.watches.told(watch.id, files) : new Set();
    const fresh = news.map(({ article }) => article).filter(({ file }) => !told.has(file));
    return answering(view, watch.question, fresh);
  }

  return {
    async look(signal, beside) {
      const view = archive.view();
      const upTo = await recordView(view, store.sightings);
      // Most watches were last looked at together: what is new to them is found once.
      const newsSince = new Map<number, readonly News[]>();
      for (const watch of await store.watches.list()) {
        signal.throwIfAborted();
        try {
          const { seenUpTo } = watch;
          const news = newsSince.get(seenUpTo) ?? (await findNews(view, store.sightings, seenUpTo));
          newsSince.set(seenUpTo, news);
          const found = await findForWatch(watch, view, news);
          if (found.length > 0) beside(keyOf(watch), () => tell(watch, signal));
          else if (upTo > seenUpTo) await store.watches.moveOn(watch.id, seenUpTo, upTo);
        } catch (error) {
          signal.throwIfAborted();
          log.error({ err: error, watch: watch.id }, 'a watch could not be looked after');
        }
        // Answers go first.
        await rest();
      }
    },

    async takeOver(left, signal) {
      const watch = await store.watches.get(left.key.split(':')[1] ?? '');
      if (!watch || left.key !== keyOf(watch)) return false;
      await tell(watch, signal);
      return true;
    },
  };
}

/** One message for each time that a watch is looked at and has news. */
function keyOf({ id, seenUpTo }: Watch): string {
  return `watch:${id}:${seenUpTo}`;
}
