import { setImmediate as rest } from 'node:timers/promises';
import type { Taken } from '../store/deliveries.js';
import type { Post } from '../store/posts.js';
import type { Deliver, Job } from './deliver.js';
import type { DigestNeeds } from './digest-job.js';
import { judgePost } from './judge-post.js';
import type { Beside } from './watch-keeper.js';
import type { Log } from '../log.js';

/** A correction that Slack would not take for so long is given up, in milliseconds. */
const TOLD_FOR_MS = 24 * 60 * 60_000;

/** Tells the threads of what was posted that its words stand there no more. */
export interface CorrectionKeeper {
  /** Looks at the posts that cite one of the files; at all of them when none are named. */
  look(files: readonly string[] | undefined, signal: AbortSignal, beside: Beside): Promise<void>;
  /** Finishes what was begun and left behind; false when it has become pointless. */
  takeOver(left: Taken, signal: AbortSignal): Promise<boolean>;
}

export function createCorrectionKeeper(
  needs: DigestNeeds & { readonly deliver: Deliver; readonly log: Log },
): CorrectionKeeper {
  const { archive, store, clock, deliver, log } = needs;
  const { posts, sightings } = store;

  async function tell(post: Post, signal: AbortSignal): Promise<void> {
    const { team, channel } = post;
    const result = await deliver(createCorrectionJob(post), signal);
    if (result.kind === 'sent') log.info({ team, channel }, 'a correction was posted');
    if (result.kind === 'failed')
      log.warn({ team, channel, reason: result.reason }, 'a correction could not be posted');
  }

  function createCorrectionJob(post: Post): Job {
    const { id, team, channel, thread, ts, corrections } = post;
    const at = clock.now();
    return {
      delivery: {
        key: keyOf(post),
        kind: 'correction',
        team,
        channel,
        dueAt: at,
      },
      to: { team, channel, thread: thread ?? ts },
      until: new Date(at.getTime() + TOLD_FOR_MS),
      settles: true,
      async compose() {
        const { told, news } = await judgePost(post, archive.view(), sightings);
        const outcome = { correction: { post: id, corrections, told, at: clock.now() } };
        return {
          outgoing: news.length > 0 ? { kind: 'correction', corrections: news } : null,
          outcome,
        };
      },
    };
  }

  async function lookAt(post: Post, signal: AbortSignal, beside: Beside): Promise<void> {
    const { told, news } = await judgePost(post, archive.view(), sightings);
    if (news.length === 0) return;
    if (await posts.wantsCorrections(post)) beside(keyOf(post), () => tell(post, signal));
    // So that corrections switched on again begin with what happens then.
    else await posts.note(post.id, post.corrections, told, clock.now());
  }

  return {
    async look(files, signal, beside) {
      for (const post of await posts.citing(files)) {
        signal.throwIfAborted();
        try {
          await lookAt(post, signal, beside);
        } catch (error) {
          signal.throwIfAborted();
          log.error({ err: error, post: post.id }, 'a post could not be compared with the archive');
        }
        await rest();
      }
    },

    async takeOver(left, signal) {
      const [, ...parts] = left.key.split(':');
      const post = await posts.get(parts.slice(0, -1).join(':'));
      if (!post || left.key !== keyOf(post)) return false;
      await tell(post, signal);
      return true;
    },
  };
}

/** One message for each change. */
function keyOf({ id, corrections }: Post): string {
  return `correction:${id}:${corrections}`;
}
