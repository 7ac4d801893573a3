import type { Archive } from '../answer/archive/archive.js';
import { expectLimit } from '../answer/ask.js';
import { RequestError, type Reply } from './kind.js';
import { kindOf, type ReplyJson, type Request } from './kinds.js';
import type { Asked } from './listing.js';
import { parseRequest } from './parse-request.js';

/**
 * Answers a request of any kind from the archive as it may be seen now. `limit` is how many entries a list has at most,
 * each kind has its own unless it is given.
 * @throws QuestionError when a question or a topic cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export async function answerRequest(
  archive: Archive,
  asked: Asked<Request>,
  limit?: number,
): Promise<Reply<ReplyJson>> {
  if (limit !== undefined) expectLimit(limit);
  const thread = asked.thread.map(subjectOfQuestion);
  return kindOf(asked.request).answer(archive, { ...asked, thread }, limit);
}

/** A follow-up to `timeline tariffs` is about tariffs; the command is no word of it. */
function subjectOfQuestion(earlier: string): string {
  try {
    const request = parseRequest(earlier);
    return kindOf(request).subject(request);
  } catch (error) {
    if (error instanceof RequestError) return earlier;
    throw error;
  }
}
