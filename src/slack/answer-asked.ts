import type { Archive } from '../answer/archive.js';
import { figures } from '../answer/figures.js';
import { timeline } from '../answer/timeline.js';
import { checkQuote } from '../quotes/check-quote.js';
import type { Reply } from '../requests/reply.js';
import type { AskedRef } from './actions.js';

/** What the archive answers now. */
export async function answerAsked(
  { request, skip, thread }: AskedRef,
  archive: Archive,
): Promise<Reply> {
  switch (request.kind) {
    case 'passages':
      return { kind: 'passages', answer: await archive.ask(request.question, { skip, thread }) };
    case 'check':
      return { kind: 'check', checked: checkQuote(archive.view(), request.sentence, 1000) };
    case 'timeline':
      return { kind: 'timeline', timeline: timeline(archive.view(), request.topic) };
    case 'sources':
      return {
        kind: 'sources',
        sources: { articles: archive.articles(), searched: archive.freshness() },
      };
    case 'figures':
      return { kind: 'figures', figures: figures(archive.view(), request.topic) };
    default:
      throw new Error('not yet');
  }
}
