import { setImmediate as rest } from 'node:timers/promises';
import type { Log } from '../log.js';
import type { LeasedDelivery, Post } from '../store/records.js';
import { judgePost } from './corrections/judge-post.js';
import type { Deliver, Job } from './delivery/deliver.js';
import { PostError, type Outbox } from './delivery/outbox.js';
import { GIVEN_UP_AFTER_MS, type DigestNeeds } from './digest-job.js';
import type { RunBeside } from './watch-notifier.js';

/** Tells the threads of what was posted that its words stand there no more, and marks the messages themselves. */
export interface CorrectionNotifier {
  /** Looks at the posts that cite one of the files; at all of them when none are named. */
  check(
    files: readonly string[] | undefined,
    signal: AbortSignal,
    runBeside: RunBeside,
  ): Promise<void>;
  /** Finishes what was begun and left behind; false when it has become pointless. */
  resume(left: LeasedDelivery, signal: AbortSignal): Promise<boolean>;
}

export function createCorrectionNotifier(
  needs: DigestNeeds & {
    readonly deliver: Deliver;
    readonly outbox: Pick<Outbox, 'mark'>;
    readonly log: Log;
  },
): CorrectionNotifier {
  const { archive, store, clock, deliver, outbox, log } = needs;
  const { posts, seenArticles } = store;

  async function notify(post: Post, signal: AbortSignal): Promise<void> {
    const { team, channel } = post;
    const result = await deliver(createCorrectionJob(post), signal);
    if (result.kind === 'sent') {
      log.info({ team, channel }, 'a correction was posted');
      await mark(post.id);
    }
    if (result.kind === 'failed')
      log.warn({ team, channel, reason: result.reason }, 'a correction could not be posted');
  }

  /** The thread has been told: where the message itself cannot say it, that is enough. */
  async function mark(id: string): Promise<void> {
    const post = await posts.get(id);
    const body = await posts.body(id);
    if (!post || body === null) return;
    const { corrections } = await judgePost(post, archive.view(), seenArticles);
    try {
      await outbox.mark(
        post,
        body,
        corrections.filter((one) => one !== null),
      );
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      const { team, channel } = post;
      const { reason } = error;
      log.info({ team, channel, reason }, 'a corrected message could not be marked');
    }
  }

  function createCorrectionJob(post: Post): Job {
    const { id, team, channel, thread, ts, corrections } = post;
    const at = clock.now();
    return {
      delivery: { key: keyOf(post), kind: 'correction', team, channel, dueAt: at },
      thread: thread ?? ts,
      until: new Date(at.getTime() + GIVEN_UP_AFTER_MS),
      settles: true,
      async compose() {
        // Somebody may have taken it away while a try was waited for.
        if ((await posts.get(id)) === null) return { message: null, effects: {} };
        const { notified, news } = await judgePost(post, archive.view(), seenArticles);
        return {
          message: news.length > 0 ? { kind: 'correction', corrections: news } : null,
          effects: { correction: { post: id, corrections, notified, at: clock.now() } },
        };
      },
    };
  }

  async function checkPost(post: Post, signal: AbortSignal, runBeside: RunBeside): Promise<void> {
    const { notified, news } = await judgePost(post, archive.view(), seenArticles);
    if (news.length === 0) return;
    if (await posts.wantsCorrections(post)) runBeside(keyOf(post), () => notify(post, signal));
    // So that corrections switched on again begin with what happens then.
    else await posts.setNotified(post.id, post.corrections, notified, clock.now());
  }

  return {
    async check(files, signal, runBeside) {
      for (const post of await posts.citing(files)) {
        signal.throwIfAborted();
        try {
          await checkPost(post, signal, runBeside);
        } catch (error) {
          signal.throwIfAborted();
          log.error({ err: error, post: post.id }, 'a post could not be compared with the archive');
        }
        await rest();
      }
    },

    async resume(left, signal) {
      const [, ...parts] = left.key.split(':');
      const post = await posts.get(parts.slice(0, -1).join(':'));
      if (!post || left.key !== keyOf(post)) return false;
      await notify(post, signal);
      return true;
    },
  };
}

/** One message for each change. */
function keyOf({ id, corrections }: Post): string {
  return `correction:${id}:${corrections}`;
}
