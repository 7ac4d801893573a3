import { type Passage, problemsOf } from '../corpus/article/article.js';
import type { Reading } from './question/read-question.js';
import type { Hit } from './rank.js';

/**
 * Problems for which words cannot be quoted as they stand. A doubtful figure or a stray capital needs a look, and no
 * other passage in its place.
 */
const SERIOUS = /wrong|broken|mistranslat|reworded|unclear|repeat|non-article/i;
/** With the same words, what scores so much less says as much. */
const MARGIN = 0.15;
/** So much less of the question in one sentence, too. */
const SENTENCE_MARGIN = 0.1;

/**
 * A passage with a serious problem is worth no more than its best equal without one, and comes after it: of two that say
 * as much of what is asked, the one that can be quoted is wanted.
 * @param hits best first, and so are those given back
 */
export function deferFaulty(hits: readonly Hit[], { words }: Reading): Hit[] {
  // What was said before in a thread is not what is asked.
  const asked = new Set(words.filter(({ share }) => share === 1).map(({ word }) => word));
  const sound = hits.filter(({ passage }) => !isFaulty(passage));
  return hits
    .map((hit) => {
      const equal = isFaulty(hit.passage) && sound.find((other) => isEqual(other, hit, asked));
      return equal ? { ...hit, score: Math.min(hit.score, equal.score) } : hit;
    })
    .toSorted(
      (a, b) => b.score - a.score || Number(isFaulty(a.passage)) - Number(isFaulty(b.passage)),
    );
}

function isEqual(hit: Hit, faulty: Hit, asked: ReadonlySet<string>): boolean {
  return (
    hit.score >= faulty.score - MARGIN &&
    hit.signals.sentence >= faulty.signals.sentence - SENTENCE_MARGIN &&
    hit.signals.sought >= faulty.signals.sought &&
    [...faulty.matched].every((word) => !asked.has(word) || hit.matched.has(word))
  );
}

function isFaulty({ article, paragraph }: Passage): boolean {
  return (
    article.withdrawn !== null ||
    problemsOf(article, paragraph.number).some(({ kind }) => SERIOUS.test(kind))
  );
}
