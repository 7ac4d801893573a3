import type { Work } from '../corpus/slices.js';
import type { ListedAnswer } from './answer.js';
import type { View } from './archive/view.js';
import { CITATION_LENGTH } from './cut-citation.js';
import { DEFAULT_LIMIT, intoEntries } from './entries.js';
import { findHits, type ThreadOptions } from './find-hits.js';

export const MAX_LIMIT = 100;

export interface AskOptions extends ThreadOptions {
  /** How many citations, and how many entries of a list, 1 to 100; 3 unless given. */
  readonly limit?: number | undefined;
  /** How many of the best to pass over, for "More". */
  readonly skip?: number | undefined;
}

/** An entry is as long as so many citations, however many it holds. */
const ENTRY_CITATIONS = 2;

/**
 * Answers a question from the archive as it is seen now, a step at a time. Same question, same thread, same view: same answer.
 * @throws QuestionError when the question cannot be read
 * @throws RangeError for a limit outside 1 to 100
 */
export function* askView(view: View, input: string, options: AskOptions = {}): Work<ListedAnswer> {
  const { limit = DEFAULT_LIMIT } = options;
  expectLimit(limit);
  const { answer, hits, cite, lackingIn, from } = yield* findHits(view, input, options);
  // The button under an answer to "more" counts from the beginning, as every other does.
  const skip = Math.max(options.skip ?? 0, from);
  const best = hits.slice(skip, skip + limit);
  const entries = intoEntries(hits);
  const before = entries.slice(0, skip);
  const shown = entries.slice(skip, skip + limit);
  return {
    ...answer,
    ...lackingIn(best),
    citations: best.map((hit) => cite(hit)),
    listed: {
      ...lackingIn(shown.flat()),
      entries: shown.map((entry) => {
        const share = Math.min(1, ENTRY_CITATIONS / entry.length);
        return entry.map((hit) => cite(hit, CITATION_LENGTH * share));
      }),
      skipped: before.length,
      before: before.flat().length,
    },
  };
}

/** @throws RangeError for a limit outside 1 to 100 */
export function expectLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new RangeError(`limit is ${limit}; expected a whole number from 1 to ${MAX_LIMIT}`);
}
