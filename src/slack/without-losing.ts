import type { Log } from '../log.js';
import type { NewPost } from '../store/records.js';
import type { Services } from './services.js';

/** What was posted and cannot be remembered was posted none the less: it is logged, and no answer fails for it. */
export function withoutLosing({
  services,
  log,
}: {
  readonly services: Services;
  readonly log: Log;
}): {
  services: Services;
  remember: (post: Omit<NewPost, 'at'>) => Promise<void>;
} {
  const { threads, posts, now } = services;
  const afterwards = (work: Promise<void>, lost: string): Promise<void> =>
    work.catch((err: unknown) =>
      log.error({ err }, `a message was posted, but is not remembered for ${lost}`),
    );
  return {
    services: {
      ...services,
      threads: {
        questions: (thread) => threads.questions(thread),
        remember: (thread, question) =>
          afterwards(threads.remember(thread, question), 'what follows in its thread'),
      },
    },
    remember: (post) =>
      afterwards(posts.remember({ ...post, at: now() }), 'corrections and Remove'),
  };
}
