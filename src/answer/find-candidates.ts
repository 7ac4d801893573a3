import type { Article, Passage } from '../corpus/article/article.js';
import type { Work } from '../corpus/slices.js';
import { holdsPhrases, isFrom, judgeDate } from '../search/filter-passages.js';
import type { Candidate } from '../search/index/minisearch-index.js';
import type { SoughtTerms } from '../search/index/score-passages.js';
import type { Question } from '../search/question/question.js';
import type { Reading, ReadWord } from '../search/question/read-question.js';
import type { View } from './archive/view.js';

/** Up to here every word, its kin and its synonyms find. */
const SHORT_QUESTION = 8;
/**
 * Of a longer one so many, and so many with those that only add: with fewer, evidence was missed on questions over
 * six hundred news articles; more changed nothing but the time.
 */
const FINDING_WORDS = 12;
const SEARCHED_WORDS = 20;

/**
 * The passages that hold a word of the question and pass its filters.
 * @param focus words of which a passage must hold one, a follow-up's own; empty where any passage may count
 * @param within articles to which the passages must belong; all of them where it is absent
 */
export function* findCandidates(
  view: View,
  question: Question,
  reading: Reading,
  focus: readonly string[],
  within: ReadonlySet<Article> | undefined,
): Work<{ candidates: Candidate[]; undated: number }> {
  const { filters } = question;
  const about = yield* focusPassages(view, reading, focus);
  const terms = searchedTerms(reading.words);
  if (about === null && within === undefined && !restricts(question))
    return { candidates: withoutCredits(yield* view.index.search(terms, null)), undated: 0 };
  const verdicts = new Map(
    view.articles.map((article) => {
      const wanted =
        (within?.has(article) ?? true) &&
        (filters.from.length === 0 || filters.from.some((source) => isFrom(article, source)));
      return [article, wanted ? judgeDate(article, filters) : 'out'] as const;
    }),
  );
  let undated = 0;
  const candidates = yield* view.index.search(terms, (passage) => {
    const verdict = verdicts.get(passage.article) ?? 'out';
    if (verdict === 'out' || about?.has(passage) === false) return false;
    if (!holdsPhrases(passage, question)) return false;
    if (verdict === 'undated') undated += 1;
    return verdict === 'in';
  });
  return { candidates: withoutCredits(candidates), undated };
}

/** A credit line names places and people and tells nothing of them: it answers where nothing else is found. */
function withoutCredits(candidates: Candidate[]): Candidate[] {
  const told = candidates.filter(({ passage }) => passage.paragraph.role !== 'credits');
  return told.length > 0 ? told : candidates;
}

/** Whether anything but words says which passages count. */
export function restricts({ filters, phrases, phrasesBind, without }: Question): boolean {
  const { from, since, before } = filters;
  return (
    from.length > 0 ||
    since !== null ||
    before !== null ||
    without.length > 0 ||
    (phrasesBind && phrases.length > 0)
  );
}

/**
 * The terms that find candidates; the ranking then counts every word, its kin and its synonyms. A long question has
 * words enough: its rarest find, each by itself, what rises to the top, some more raise what was found, and every
 * further term costs time on each passage that holds it.
 */
function searchedTerms(words: readonly ReadWord[]): SoughtTerms {
  if (words.length <= SHORT_QUESTION)
    return { finding: words.flatMap(({ terms }) => terms), adding: [] };
  const rarest = words
    .filter(({ terms }) => terms.length > 0)
    .toSorted((a, b) => b.idf - a.idf || (a.word < b.word ? -1 : 1))
    .slice(0, SEARCHED_WORDS)
    .flatMap(({ terms }) => terms.slice(0, 1));
  return { finding: rarest.slice(0, FINDING_WORDS), adding: rarest.slice(FINDING_WORDS) };
}
/** The passages a follow-up is about; `null` when it names no subject of its own. */
function* focusPassages(
  view: View,
  { words }: Reading,
  focus: readonly string[],
): Work<Set<Passage> | null> {
  if (focus.length === 0) return null;
  const terms = words.filter(({ word }) => focus.includes(word)).flatMap((word) => word.terms);
  const found = yield* view.index.search({ finding: terms, adding: [] }, null);
  return new Set(found.map(({ passage }) => passage));
}
