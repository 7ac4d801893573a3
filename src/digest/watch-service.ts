import { askView, MAX_LIMIT } from '../answer/ask.js';
import type { ChannelRef, Watch } from '../store/records.js';
import type { AddWatchResult, WatchOwner } from '../store/store.js';
import { recordView } from './content/find-news.js';
import type { DigestNeeds } from './digest-job.js';
import { filesOf } from './watch-notifier.js';

/** What people do with their watches. */
export interface WatchService {
  /**
   * Saves a question; nothing that is in the archive already will be told.
   * @throws QuestionError when the question cannot be read
   */
  add(where: ChannelRef, user: string, question: string): Promise<AddWatchResult>;
  /** Oldest first. */
  list(of: WatchOwner): Promise<readonly Watch[]>;
  /** `null` when there is none any more. */
  get(id: string): Promise<Watch | null>;
  /** Gives the removed watch; `null` when there was none any more. */
  remove(id: string): Promise<Watch | null>;
}

export function createWatchService(
  needs: DigestNeeds & { readonly newId: () => string },
): WatchService {
  const { archive, store, clock, newId } = needs;
  return {
    async add({ team, channel }, user, question) {
      const view = archive.view();
      // What stands in the archive at this moment is old to the watch, whether another process has seen it or not.
      const seenUpTo = await recordView(view, store.seenArticles);
      const {
        question: read,
        citations,
        status,
      } = await archive.inSlices(askView(view, question, { limit: MAX_LIMIT }));
      const madeAt = clock.now();
      return store.watches.add(
        { id: newId(), team, channel, user, question: read.text, madeAt, seenUpTo },
        status === 'found' ? filesOf(citations) : [],
      );
    },

    get: (id) => store.watches.get(id),

    list: (of) => store.watches.list(of),

    async remove(id) {
      const watch = await store.watches.get(id);
      return watch && (await store.watches.remove(id)) ? watch : null;
    },
  };
}
