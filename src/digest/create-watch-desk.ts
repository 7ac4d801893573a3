import { askView, MAX_LIMIT } from '../answer/ask.js';
import type { DigestNeeds } from './digest-job.js';
import { recordView } from './find-news.js';
import type { WatchDesk } from './watch-desk.js';

export function createWatchDesk(needs: DigestNeeds & { readonly newId: () => string }): WatchDesk {
  const { archive, store, clock, newId } = needs;
  return {
    async add({ team, channel }, user, question) {
      const view = archive.view();
      // What stands in the archive at this moment is old to the watch, whether another process has seen it or not.
      const seenUpTo = await recordView(view, store.sightings);
      const { question: read, citations, status } = askView(view, question, { limit: MAX_LIMIT });
      const answering = citations.flatMap(({ passage, copies }) =>
        [passage, ...copies].map(({ article }) => article.file),
      );
      return store.watches.add(
        {
          id: newId(),
          team,
          channel,
          user,
          question: read.text,
          madeAt: clock.now(),
          seenUpTo,
        },
        status === 'found' ? answering : [],
      );
    },

    list: (of) => store.watches.list(of),

    async remove(id) {
      const watch = await store.watches.get(id);
      return watch && (await store.watches.remove(id)) ? watch : null;
    },
  };
}
