import type { Archive } from '../answer/archive.js';
import type { Reply } from '../requests/reply.js';
import type { AskedRef } from './actions.js';

/** What the archive answers now. */
export async function answerAsked(
  { request, skip, thread }: AskedRef,
  archive: Archive,
): Promise<Reply> {
  if (request.kind !== 'passages') throw new Error('not yet');
  return { kind: 'passages', answer: await archive.ask(request.question, { skip, thread }) };
}
