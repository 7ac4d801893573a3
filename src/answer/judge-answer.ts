import type { Passage } from '../corpus/article/article.js';
import { tokenize } from '../search/index/terms.js';
import type { Vocabulary } from '../search/index/vocabulary.js';
import type { Reading, ReadWord } from '../search/question/read-question.js';
import type { Hit } from '../search/rank.js';
import type { Answer } from './answer.js';

/** Passages within this many paragraphs of one article are read as speaking of one thing. */
const NEAR = 2;
/** Only these many of the best hits are looked at: what stands further down is not shown first. */
const LOOKED_AT = 10;
/** Up to this share of the question's weight may be missing from what is still called found. */
const FOUND_MAY_MISS = 0.25;
/** Below this share covered, a passage shares a word with the question and not its subject. */
const PARTIAL_MUST_COVER = 0.1;

/**
 * `found` only where passages that stand together speak of what was asked: a name, a subject of a follow-up, or more
 * than a quarter of the question's weight must not be missing from them.
 */
export function judgeAnswer(
  hits: readonly Hit[],
  { words, outlets, compares }: Reading,
  focus: readonly string[],
  vocabulary: Vocabulary,
): Pick<Answer, 'status' | 'missing'> {
  const whole = words.reduce((sum, { idf }) => sum + idf, 0);
  const top = hits.slice(0, LOOKED_AT);
  let covered = new Set<string>();
  let weight = -1;
  for (const hit of top) {
    const together = wordsAround(hit, top, words, vocabulary);
    // What is asked of two outlets, or compared, stands in two articles: together they speak of it.
    if (compares || outlets.size > 1) for (const word of covered) together.add(word);
    const here = words.reduce((sum, { word, idf }) => sum + (together.has(word) ? idf : 0), 0);
    if (here > weight) [covered, weight] = [together, here];
  }
  // Of a follow-up only its own words can be missing: what came before was answered before.
  const asked = focus.length > 0 ? words.filter(({ word }) => focus.includes(word)) : words;
  const absent = asked.filter(({ word }) => !covered.has(word));
  const missing = absent.map(({ surface }) => surface);
  if (top.length === 0 || weight < PARTIAL_MUST_COVER * whole)
    return {
      status: 'nothing',
      missing: missing.length > 0 ? missing : asked.map(({ surface }) => surface),
    };
  const askedWeight = asked.reduce((sum, { idf }) => sum + idf, 0);
  const absentWeight = absent.reduce((sum, { idf }) => sum + idf, 0);
  const found =
    absentWeight <= FOUND_MAY_MISS * askedWeight && !absent.some(({ isName }) => isName);
  return { status: found ? 'found' : 'partial', missing };
}

/** The question's words in a hit, its title and headings, and the hits close to it in the same article. */
function wordsAround(
  { passage, matched }: Hit,
  hits: readonly Hit[],
  words: readonly ReadWord[],
  vocabulary: Vocabulary,
): Set<string> {
  const together = new Set(matched);
  for (const other of hits) {
    const apart = Math.abs(other.passage.paragraph.number - passage.paragraph.number);
    if (other.passage.article === passage.article && apart <= NEAR)
      for (const word of other.matched) together.add(word);
  }
  for (const word of wordsOver(passage, words, vocabulary)) together.add(word);
  return together;
}

/** The question's words in the title and the headings over a passage. */
function wordsOver(
  { article: { title, text }, headings }: Passage,
  words: readonly ReadWord[],
  vocabulary: Vocabulary,
): string[] {
  const over = [title ?? '', ...headings.map(({ start, end }) => text.slice(start, end))];
  const terms = new Set(
    over.flatMap((line) => tokenize(line).map(({ word }) => vocabulary.termOf(word))),
  );
  return words
    .filter((word) => word.terms.some(({ term }) => terms.has(term)))
    .map(({ word }) => word);
}

/** Whether a passage by itself speaks of a topic as much as an answer must that is called found. */
export function speaksOf(hit: Hit, { words }: Reading, vocabulary: Vocabulary): boolean {
  const known = words.filter(({ terms }) => terms.length > 0);
  const here = new Set([...hit.matched, ...wordsOver(hit.passage, known, vocabulary)]);
  const whole = known.reduce((sum, { idf }) => sum + idf, 0);
  const weight = known.reduce((sum, { word, idf }) => sum + (here.has(word) ? idf : 0), 0);
  return weight >= (1 - FOUND_MAY_MISS) * whole;
}
