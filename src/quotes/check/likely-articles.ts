import type { View } from '../../answer/archive/view.js';
import type { Article, Passage } from '../../corpus/article/article.js';
import type { Work } from '../../corpus/slices.js';
import { tokenize } from '../../search/index/terms.js';

/** Where the words of a sentence can stand; no other article need be read. */
export interface LikelyArticles {
  /** Those that can hold all of it, in the order of the archive. */
  readonly holding: readonly Article[];
  /** Those with a passage most like it, in the order of the archive. */
  readonly nearest: readonly Article[];
}

/**
 * So many passages are looked through for the sentence's words, the rarest words first; of a sentence of common words, all
 * that hold the first two.
 */
const PASSAGES = 2_000;
const FEWEST_WORDS = 2;
/** So many articles are read for the words nearest to the sentence. */
const MOST_READ = 64;
/** And none whose best passage has less than this share of what the best of all has: "the" stands everywhere. */
const NEAR = 0.25;

/** Not the editor's additions in brackets: no file need hold these. */
const BRACKETED = /\[[^[\]]*\]/g;

/** Asks the index which articles hold the rarest words of a sentence, so that work does not grow with the others. */
export function* likelyArticles(view: View, sentence: string): Work<LikelyArticles> {
  const terms = rarestTerms(view, sentence.replace(BRACKETED, ' '));
  const held = new Map<Article, number>();
  const weights = new Map<Passage, number>();
  const trailing = yield* withTrailingHeadings(view);
  for (const term of terms) {
    const found = yield* view.index.search({ finding: [{ term, weight: 1 }], adding: [] }, null);
    const weight = view.index.vocabulary.idf(term);
    for (const { passage } of found) weights.set(passage, (weights.get(passage) ?? 0) + weight);
    const articles = new Set(found.map(({ passage }) => passage.article));
    for (const article of trailing)
      if (trailingTerms(article, view).has(term)) articles.add(article);
    yield;
    for (const article of articles) held.set(article, (held.get(article) ?? 0) + 1);
  }
  // A printed word may be cut by an editor's bracket, and is another word then.
  const needed = Math.max(1, terms.length - 1);
  const best = new Map<Article, number>();
  for (const [{ article }, weight] of weights)
    best.set(article, Math.max(weight, best.get(article) ?? 0));
  const least = NEAR * [...best.values()].reduce((a, b) => Math.max(a, b), 0);
  const near = new Set(
    view.articles
      .filter((article) => (best.get(article) ?? 0) > least)
      .toSorted((a, b) => (best.get(b) ?? 0) - (best.get(a) ?? 0))
      .slice(0, MOST_READ),
  );
  return {
    holding: view.articles.filter((article) => (held.get(article) ?? 0) >= needed),
    nearest: view.articles.filter((article) => near.has(article)),
  };
}

/** The terms of a sentence that the archive has, the rarest first, as many as can be looked for. */
function rarestTerms({ index: { vocabulary }, passages }: View, sentence: string): string[] {
  const words = tokenize(sentence).filter(({ word }) => vocabulary.has(word));
  const terms = new Set(words.map(({ word }) => vocabulary.termOf(word)));
  const known = [...terms]
    .map((term) => ({ term, idf: vocabulary.idf(term) }))
    .toSorted((a, b) => b.idf - a.idf);
  const taken: string[] = [];
  let looked = 0;
  for (const { term, idf } of known) {
    // How many passages hold it, out of its inverse document frequency.
    looked += (passages.length + 1) / Math.exp(idf);
    if (looked > PASSAGES && taken.length >= FEWEST_WORDS) break;
    taken.push(term);
  }
  return taken;
}

/** Worked out once for each article, for as long as the article is kept. */
const TRAILING = new WeakMap<Article, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/** The terms of an article's headings that nothing follows: no passage carries them. */
function trailingTerms(article: Article, { index }: View): ReadonlySet<string> {
  let terms = TRAILING.get(article);
  if (terms === undefined) {
    const after = article.paragraphs.findLastIndex(({ role }) => role !== 'heading') + 1;
    const headings = article.paragraphs.slice(after);
    const texts = headings.map(({ start, end }) => article.text.slice(start, end));
    const words = tokenize(texts.join('\n')).map(({ word }) => index.vocabulary.termOf(word));
    terms = words.length > 0 ? new Set(words) : NONE;
    TRAILING.set(article, terms);
  }
  return terms;
}

function* withTrailingHeadings(view: View): Work<Article[]> {
  const found: Article[] = [];
  for (const article of view.articles) {
    if (trailingTerms(article, view).size > 0) found.push(article);
    yield;
  }
  return found;
}
