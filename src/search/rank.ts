import { passageText, type Passage } from '../corpus/passage.js';
import { splitSentences } from '../corpus/split-sentences.js';
import type { Candidate } from './passage-index.js';
import type { ReadWord } from './read-question.js';
import { tokenize } from './terms.js';
import type { Vocabulary } from './vocabulary.js';

/** A ranked passage. */
export interface Hit {
  readonly passage: Passage;
  readonly score: number;
  /** The words of the question that stand in the passage's own text. */
  readonly matched: ReadonlySet<string>;
}

/** Beyond these many candidates none was ever seen to rise to the top; each costs a reading of its text. */
const RESCORED = 150;

/** What each signal adds to BM25, in its unit (a sum of idf). The one place where the order is decided. */
export const WEIGHTS = {
  /** The question's words in one sentence say more than the same words scattered over the paragraph. */
  sentence: 0.3,
  /** A credit line names places and people and tells nothing of them. */
  credits: 0.3,
};

/**
 * Orders candidates: BM25 plus the idf of the question's words in the best sentence.
 * Same candidates, same order: ties fall as the passages stand in the archive.
 */
export function rank(
  candidates: readonly Candidate[],
  words: readonly ReadWord[],
  vocabulary: Vocabulary,
): Hit[] {
  const wordOf = new Map<string, ReadWord>();
  for (const word of words)
    for (const { term } of word.terms) if (!wordOf.has(term)) wordOf.set(term, word);

  const hits = candidates.slice(0, RESCORED).map(({ passage, score }): Hit => {
    const text = passageText(passage);
    const matched = new Set<string>();
    let bestSentence = 0;
    for (const { start, end } of splitSentences(text)) {
      const here = new Set<ReadWord>();
      for (const { word } of tokenize(text.slice(start, end))) {
        const asked = wordOf.get(vocabulary.termOf(word));
        if (asked) here.add(asked);
      }
      let weight = 0;
      for (const { word, idf } of here) {
        matched.add(word);
        weight += idf;
      }
      bestSentence = Math.max(bestSentence, weight);
    }
    const share = passage.paragraph.role === 'credits' ? WEIGHTS.credits : 1;
    return { passage, matched, score: (score + WEIGHTS.sentence * bestSentence) * share };
  });
  const rest = candidates
    .slice(RESCORED)
    .map(({ passage, score }): Hit => ({ passage, score, matched: new Set() }));
  return [...hits.toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id), ...rest];
}
