import { type Answer } from './answer.js';
import type { View } from './archive/view.js';
import { DEFAULT_LIMIT, findHits, type ThreadOptions } from './find-hits.js';

export const MAX_LIMIT = 100;

export interface AskOptions extends ThreadOptions {
  /** How many citations, 1 to 100; 3 unless given. */
  readonly limit?: number | undefined;
  /** How many of the best passages to pass over, for "More". */
  readonly skip?: number | undefined;
}

/**
 * Answers a question from the archive as it is seen now. Same question, same thread, same view: same answer.
 * @throws QuestionError when the question cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export function askView(view: View, input: string, options: AskOptions = {}): Answer {
  const { limit = DEFAULT_LIMIT } = options;
  expectLimit(limit);
  const { answer, hits, cite, lackingIn, from } = findHits(view, input, options);
  // The button under an answer to "more" counts from the beginning, as every other does.
  const skip = Math.max(options.skip ?? 0, from);
  const shown = hits.slice(skip, skip + limit);
  return {
    ...answer,
    ...lackingIn(shown),
    citations: shown.map((hit) => cite(hit)),
    skipped: Math.min(skip, hits.length),
  };
}

/** @throws RangeError for a limit outside 1 to 100 */
export function expectLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new RangeError(`limit is ${limit}; expected a whole number from 1 to ${MAX_LIMIT}`);
}
