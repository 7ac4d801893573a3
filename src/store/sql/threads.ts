import type { Threads } from '../store.js';
import { THREADS_KEPT_MS } from './prune.js';
import type { Database } from './tables.js';
import { decodeWords, encodeWords } from './words.js';

const QUESTIONS_KEPT = 20;

export function createThreads(db: Database, now: () => Date): Threads {
  return {
    async questions(thread) {
      const rows = await db
        .selectFrom('thread_questions')
        .select(['question', 'at'])
        .where('thread', '=', thread)
        .orderBy('position', 'desc')
        .limit(QUESTIONS_KEPT)
        .execute();
      const newest = rows[0]?.at ?? 0;
      if (newest <= now().getTime() - THREADS_KEPT_MS) return [];
      return rows.map(({ question }) => decodeWords(question)).toReversed();
    },

    async remember(thread, question) {
      await db.transaction().execute(async (transaction) => {
        // Two replicas may write to one thread: the second takes the place after the first's.
        for (let placed = false; !placed;) {
          const last = await transaction
            .selectFrom('thread_questions')
            .select((row) => row.fn.max('position').as('position'))
            .where('thread', '=', thread)
            .executeTakeFirst();
          const position = (last?.position ?? 0) + 1;
          const written = await transaction
            .insertInto('thread_questions')
            .values({ thread, position, question: encodeWords(question), at: now().getTime() })
            .onConflict((on) => on.doNothing())
            .returning('position')
            .executeTakeFirst();
          placed = written !== undefined;
          await transaction
            .deleteFrom('thread_questions')
            .where('thread', '=', thread)
            .where('position', '<=', position - QUESTIONS_KEPT)
            .execute();
        }
      });
    },
  };
}
