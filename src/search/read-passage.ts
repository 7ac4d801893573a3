import { type Passage, passageText } from '../corpus/article/article.js';
import { splitSentences } from '../corpus/article/split-sentences.js';
import { leadText } from './index/article-words.js';
import { bm25 } from './index/score-passages.js';
import { tokenize } from './index/terms.js';
import type { Vocabulary } from './index/vocabulary.js';
import type { ReadWord } from './question/read-question.js';

/** What of a question stands in a passage, and how closely together. */
export interface PassageReading {
  /** BM25 of all the question's words over title, headings and text. */
  readonly worth: number;
  /** The share of the question, by idf, that stands in the best sentence. */
  readonly sentence: number;
  /** The share, by idf, of pairs that are neighbours in the question and here. */
  readonly neighbours: number;
  /** The words of the question that stand in the passage's own text. */
  readonly matched: ReadonlySet<string>;
  /** Those of them that begin with a capital wherever they stand in it. */
  readonly capitals: ReadonlySet<string>;
}

/** Words of the question may stand this many words apart and still be neighbours ("ministry of foreign affairs"). */
const NEIGHBOURS_APART = 3;

const CAPITAL = /\p{Lu}/u;

/** Reads passages for one question. */
export function createPassageReader(
  words: readonly ReadWord[],
  vocabulary: Vocabulary,
): (passage: Passage) => PassageReading {
  const present = words.filter(({ terms }) => terms.length > 0);
  const idfAt = (place: number): number => present[place]?.idf ?? 0;
  const whole = present.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const placeOf = new Map<string, number>();
  const weightOf = new Map<string, number>();
  /** In a sentence the word itself and its endings count whole, a synonym as much less as it weighs. */
  const shareOf = new Map<string, number>();
  for (const [place, { terms, share }] of present.entries())
    for (const { term, weight, isSynonym } of terms) {
      if (!placeOf.has(term)) placeOf.set(term, place);
      weightOf.set(term, Math.max(weight, weightOf.get(term) ?? 0));
      shareOf.set(term, Math.max(isSynonym ? weight / share : 1, shareOf.get(term) ?? 0));
    }

  return (passage) => {
    const text = passageText(passage);
    const counts = new Map<string, number>();
    const matched = new Set<string>();
    const small = new Set<number>();
    const pairs = new Set<number>();
    let length = 0;
    let sentence = 0;

    /** The place in the question of a word of the passage, which is counted. */
    const meet = (word: string): { place: number; term: string } | undefined => {
      length += 1;
      const term = vocabulary.termOf(word);
      const place = placeOf.get(term);
      if (place === undefined) return undefined;
      counts.set(term, (counts.get(term) ?? 0) + 1);
      return { place, term };
    };

    for (const { word } of tokenize(leadText(passage))) meet(word);
    for (const { start, end } of splitSentences(text)) {
      const here = new Map<number, number>();
      let last = { place: -1, at: -Infinity };
      for (const [at, token] of tokenize(text.slice(start, end)).entries()) {
        const met = meet(token.word);
        if (met === undefined) continue;
        const { place, term } = met;
        if (!CAPITAL.test(text.charAt(start + token.start))) small.add(place);
        here.set(place, Math.max(here.get(place) ?? 0, shareOf.get(term) ?? 0));
        if (place > 0 && place === last.place + 1 && at - last.at <= NEIGHBOURS_APART)
          pairs.add(place);
        if (place !== last.place) last = { place, at };
      }
      let weight = 0;
      for (const [place, share] of here) {
        weight += share * idfAt(place);
        matched.add(present[place]?.word ?? '');
      }
      sentence = Math.max(sentence, weight);
    }

    // Of a word, its kin and its synonyms the best counts: three synonyms are not three words.
    const worthAt = new Map<number, number>();
    for (const [term, count] of counts) {
      const place = placeOf.get(term) ?? -1;
      const value =
        (weightOf.get(term) ?? 0) *
        bm25(vocabulary.idf(term), count, length, vocabulary.averageLength);
      worthAt.set(place, Math.max(value, worthAt.get(place) ?? 0));
    }
    let worth = 0;
    for (const value of worthAt.values()) worth += value;
    const capitals = new Set(matched);
    for (const place of small) capitals.delete(present[place]?.word ?? '');
    let adjacent = 0;
    for (const place of pairs) adjacent += Math.min(idfAt(place), idfAt(place - 1));
    return { worth, matched, capitals, sentence: sentence / whole, neighbours: adjacent / whole };
  };
}
