import type { Archive } from '../answer/archive/archive.js';
import { answerRequest } from '../requests/answer-request.js';
import type { Reply } from '../requests/reply.js';
import type { AskedRef } from './actions.js';

/** Places of a checked sentence that More leads through; the other lists bring as many as are worth reading. */
const PLACES = 100;

/** What the archive answers now to what was asked then. */
export function answerAsked({ request, skip, thread }: AskedRef, archive: Archive): Promise<Reply> {
  return answerRequest(
    archive,
    request,
    request.kind === 'check' ? { limit: PLACES } : { skip, thread },
  );
}
