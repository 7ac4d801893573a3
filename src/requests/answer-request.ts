import type { Archive } from '../answer/archive/archive.js';
import { expectLimit, type AskOptions } from '../answer/ask.js';
import { figures } from '../answer/figures/figures.js';
import { sources } from '../answer/sources.js';
import { timeline } from '../answer/timeline/timeline.js';
import { checkQuote } from '../quotes/check/check-quote.js';
import { findQuotations } from '../quotes/find-quotations.js';
import { readAhead } from '../quotes/read-ahead.js';
import { readRequest } from './read-request.js';
import type { Reply } from './reply.js';
import { RequestError, subjectOf, type Request } from './request.js';

/**
 * Answers a request of any kind from the archive as it may be seen now. `thread` is for passages, `skip` for passages and
 * quotations; `limit` is how many entries a list has at most, each kind has its own unless it is given.
 * @throws QuestionError when a question or a topic cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export async function answerRequest(
  archive: Archive,
  request: Request,
  options: AskOptions = {},
): Promise<Reply> {
  const { limit, skip, thread = [] } = options;
  if (limit !== undefined) expectLimit(limit);
  const passages = async (question: string): Promise<Reply> => ({
    kind: 'passages',
    answer: await archive.ask(question, { ...options, thread: thread.map(topicOf) }),
  });
  switch (request.kind) {
    case 'passages':
      return passages(request.question);
    case 'quotes': {
      const view = archive.view();
      await readAhead(view.articles);
      const found = findQuotations(view, request, { limit, skip });
      // "What did Mexico say about deportees?" is answered by what is told of it where nobody is quoted.
      if (found.total === 0 && request.question !== null) return passages(request.question);
      return { kind: 'quotes', found };
    }
    case 'check':
      return { kind: 'check', checked: checkQuote(archive.view(), request.sentence, limit) };
    case 'timeline':
      return { kind: 'timeline', timeline: timeline(archive.view(), request.topic, limit) };
    case 'figures':
      return { kind: 'figures', figures: figures(archive.view(), request.topic, limit) };
    case 'sources':
      return { kind: 'sources', sources: sources(archive.view()) };
  }
}

/** A follow-up to `timeline tariffs` is about tariffs; the command is no word of it. */
function topicOf(earlier: string): string {
  try {
    return subjectOf(readRequest(earlier));
  } catch (error) {
    if (error instanceof RequestError) return earlier;
    throw error;
  }
}
