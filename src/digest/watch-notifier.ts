import { setImmediate as rest } from 'node:timers/promises';
import type { Citation } from '../answer/answer.js';
import type { View } from '../answer/archive/view.js';
import type { Log } from '../log.js';
import type { LeasedDelivery, Watch } from '../store/records.js';
import { answering } from './content/answering.js';
import { findNews, recordView, type News } from './content/find-news.js';
import type { Deliver, Job } from './delivery/deliver.js';
import { GIVEN_UP_AFTER_MS, type DigestNeeds } from './digest-job.js';

/** Runs work beside what is being done; never twice at a time under one name. */
export type RunBeside = (name: string, work: () => Promise<unknown>) => void;

/** Tells whoever watches a question what has arrived to answer it. */
export interface WatchNotifier {
  /** Looks at what has arrived since each watch was last looked at; also what arrived while no bot was running. */
  check(signal: AbortSignal, runBeside: RunBeside): Promise<void>;
  /** Finishes what was begun and left behind; false when it has become pointless. */
  resume(left: LeasedDelivery, signal: AbortSignal): Promise<boolean>;
}

export function createWatchNotifier(
  needs: DigestNeeds & { readonly deliver: Deliver; readonly log: Log },
): WatchNotifier {
  const { archive, store, clock, deliver, log } = needs;

  async function notify(watch: Watch, signal: AbortSignal): Promise<void> {
    const result = await deliver(createWatchJob(watch), signal);
    const { team, channel } = watch;
    if (result.kind === 'failed')
      log.warn({ team, channel, reason: result.reason }, 'a watch could not be told');
  }

  function createWatchJob(watch: Watch): Job {
    const { id, team, channel, user: askedBy } = watch;
    const at = clock.now();
    return {
      delivery: { key: keyOf(watch), kind: 'watch', team, channel, dueAt: at },
      askedBy,
      until: new Date(at.getTime() + GIVEN_UP_AFTER_MS),
      settles: true,
      async compose() {
        const view = archive.view();
        const upTo = Math.max(await recordView(view, store.seenArticles), watch.seenUpTo);
        const news = await findNews(view, store.seenArticles, watch.seenUpTo);
        const citations = await findForWatch(watch, view, news);
        const isThere = (await store.watches.get(id)) !== null;
        return {
          message:
            isThere && citations.length > 0 ? { kind: 'watch', news: { watch, citations } } : null,
          effects: { watch: { id, seenUpTo: upTo, notified: filesOf(citations) } },
        };
      },
    };
  }

  async function findForWatch(
    watch: Watch,
    view: View,
    news: readonly News[],
  ): Promise<readonly Citation[]> {
    if (news.length === 0) return [];
    const notified = await store.watches.notified(watch.id);
    const fresh = news.map(({ article }) => article).filter(({ file }) => !notified.has(file));
    return archive.inSlices(answering(view, watch.question, fresh));
  }

  return {
    async check(signal, runBeside) {
      const view = archive.view();
      const upTo = await recordView(view, store.seenArticles);
      // Most watches were last looked at together: what is new to them is found once.
      const newsSince = new Map<number, readonly News[]>();
      for (const watch of await store.watches.list()) {
        signal.throwIfAborted();
        try {
          const { seenUpTo } = watch;
          const news =
            newsSince.get(seenUpTo) ?? (await findNews(view, store.seenArticles, seenUpTo));
          newsSince.set(seenUpTo, news);
          const found = await findForWatch(watch, view, news);
          if (found.length > 0) runBeside(keyOf(watch), () => notify(watch, signal));
          else if (upTo > seenUpTo) await store.watches.moveOn(watch.id, seenUpTo, upTo);
        } catch (error) {
          signal.throwIfAborted();
          log.error({ err: error, watch: watch.id }, 'a watch could not be looked after');
        }
        // Answers go first.
        await rest();
      }
    },

    async resume(left, signal) {
      const watch = await store.watches.get(left.key.split(':')[1] ?? '');
      if (!watch || left.key !== keyOf(watch)) return false;
      await notify(watch, signal);
      return true;
    },
  };
}

/** One message for each time that a watch is looked at and has news. */
function keyOf({ id, seenUpTo }: Watch): string {
  return `watch:${id}:${seenUpTo}`;
}

/** The files of the citations, and of the copies of their text. */
export function filesOf(citations: readonly Citation[]): string[] {
  return citations.flatMap(({ passage, copies }) =>
    [passage, ...copies].map(({ article }) => article.file),
  );
}
