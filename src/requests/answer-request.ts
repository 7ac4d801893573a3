import type { Archive } from '../answer/archive.js';
import type { AskOptions } from '../answer/ask.js';
import { figures } from '../answer/figures.js';
import { sources } from '../answer/sources.js';
import { timeline } from '../answer/timeline.js';
import { checkQuote } from '../quotes/check-quote.js';
import { readRequest } from './read-request.js';
import type { Reply } from './reply.js';
import { RequestError, subjectOf, type Request } from './request.js';

/**
 * Answers a request of any kind from the archive as it may be seen now. `thread` and `skip` are for passages; `limit` is
 * how many entries a list has, each kind has its own unless it is given.
 * @throws QuestionError when a question or a topic cannot be read
 */
export async function answerRequest(
  archive: Archive,
  request: Request,
  options: AskOptions = {},
): Promise<Reply> {
  const { limit, thread = [] } = options;
  switch (request.kind) {
    case 'passages':
      return {
        kind: 'passages',
        answer: await archive.ask(request.question, { ...options, thread: thread.map(topicOf) }),
      };
    case 'quotes':
      throw new RequestError('quotes is to come');
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
