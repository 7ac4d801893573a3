import { QuestionError } from '../search/question/question.js';
import { StaleButtonError } from './actions.js';
import { StoppedError } from './events/agent-sessions.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { failureReason } from './messages/wording.js';
import { reasonMessage } from './messages/blocks.js';
import { sayRefusal } from './messages/refusals.js';
import { slackCode } from './wire/post-error.js';
import { MessageError } from './wire/read-message.js';
import type { Responder } from './wire/responder.js';

/**
 * Runs a listener's work so that whoever addressed the bot gets an answer or a reason, whatever happens. What failed is
 * said `openly` where the answer would have stood openly, else to the person alone.
 */
export type Boundary = (
  listener: string,
  reply: Responder,
  work: () => Promise<void>,
  said?: 'privately' | 'openly',
) => Promise<void>;

/**
 * The one place where errors end. One that its author can mend comes back as it is; any other as a reference
 * that the log holds too. Never throws: what cannot even be told is logged.
 */
export function createBoundary({
  log,
  newReference,
  services: { metrics },
}: {
  log: Log;
  newReference: () => string;
  services: { readonly metrics: Metrics };
}): Boundary {
  return async (listener, reply, work, said = 'privately') => {
    try {
      await work();
    } catch (error) {
      const reference = newReference();
      const untold = (err: unknown): void =>
        log.error({ err, listener, reference }, 'the person could not be told that it failed');
      const askedWrong =
        error instanceof QuestionError ||
        error instanceof StaleButtonError ||
        error instanceof MessageError;
      if (askedWrong || error instanceof StoppedError)
        return reply.explain(error.message).catch(untold);
      const code = slackCode(error);
      if (code !== null) metrics.refusedBySlack(code);
      log.error(
        {
          err: error,
          listener,
          reference,
          slack: slackDetails(error),
          ...(code === null ? {} : { because: sayRefusal(code) }),
        },
        'a listener failed',
      );
      const reason = failureReason(reference, code);
      const tell = (): Promise<void> => reply.explain(reason);
      // Where the answer was refused, this may be refused as well.
      const told = said === 'openly' ? reply.openly(reasonMessage(reason)).catch(tell) : tell();
      await told.catch(untold);
    }
  };
}

/** What Slack said was wrong with a message, with its pointers into the JSON. */
function slackDetails(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
}

/** Letters and digits that cannot be mistaken for one another when read out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** "K7QM-3XPD": eight characters from `random`, which gives numbers from 0 up to 1. */
export function createReferences(random: () => number): () => string {
  const four = (): string =>
    Array.from({ length: 4 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
  return () => `${four()}-${four()}`;
}
