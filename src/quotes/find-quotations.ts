import type { Freshness } from '../answer/answer.js';
import type { View } from '../answer/archive/view.js';
import {
  type Article,
  earliestDay,
  latestDay,
  type Passage,
  passageText,
  problemsOf,
} from '../corpus/article/article.js';
import type { Work } from '../corpus/slices.js';
import { tokenize } from '../search/index/terms.js';
import { parseQuestion } from '../search/question/question.js';
import { readQuestion } from '../search/question/read-question.js';
import { createNameMatcher, isSlip, type NameMatch, nameWords } from './match-name.js';
import { type Quotation, quotationsIn } from './quotations-in.js';
import { isGivenName } from './speakers/words/given-names.js';

/** What somebody is quoted with in the archive. */
export interface QuotesFound {
  readonly asked: { readonly name: string; readonly about: string | null };
  /** The names it was taken for, as printed, each with its number of quotations on whatever topic; most first. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
  /**
   * Full sentences first, then fragments; of both first those that nothing is known against; each in the order of their
   * dates, those of unknown date last. Those of withdrawn articles come after all.
   */
  readonly quotations: readonly Quotation[];
  /** How many there are, whether listed or not. */
  readonly total: number;
  /** How many came before these (for "More"). */
  readonly skipped: number;
  /** Where nobody was found: speakers of the archive with a name like it. */
  readonly nearest: readonly string[];
  /** Where nobody was found: the passages in which the name stands without being quoted. */
  readonly mentioned: readonly Passage[];
  /** Words of the topic that stand nowhere in the archive. */
  readonly missing: readonly string[];
  readonly searched: Freshness;
}

export interface QuotesOptions {
  /** How many quotations at most. */
  readonly limit?: number | undefined;
  readonly skip?: number | undefined;
}

export const QUOTES_SHOWN = 30;
const NEAREST_SHOWN = 3;

/**
 * The quotations of whoever a name means, from all articles that may be seen. Accents, case and a slip of the keys are
 * forgiven; a surname, a full name or the name of a body will do. Each file's own speakers count: none is lent to another.
 * Lays the work down after each article and each so many speakers.
 * @throws QuestionError for a topic that cannot be read
 */
export function* findQuotations(
  view: View,
  asked: { readonly name: string; readonly about?: string | null },
  { limit = QUOTES_SHOWN, skip = 0 }: QuotesOptions = {},
): Work<QuotesFound> {
  const { name, about = null } = asked;
  const speakers = yield* countSpeakers(view.articles);
  const meant = new Set(yield* whoIsMeant(name, [...speakers.keys()], view));
  const topic = about === null ? null : readTopic(about, view);
  const found: Quotation[] = [];
  if (meant.size > 0)
    for (const article of view.articles) {
      const own = quotationsIn(article).filter(({ speaker }) => meant.has(speaker.name ?? ''));
      found.push(...(topic === null ? own : own.filter(topic.holds)));
      yield;
    }
  return {
    asked: { name, about },
    names: [...meant]
      .map((each) => ({ name: each, count: speakers.get(each) ?? 0 }))
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    quotations: inOrder(found).slice(skip, skip + limit),
    total: found.length,
    skipped: Math.min(skip, found.length),
    nearest: meant.size > 0 ? [] : yield* nearestSpeakers(name, speakers),
    mentioned: meant.size > 0 ? [] : yield* passagesNaming(name, view),
    missing: topic?.missing ?? [],
    searched: view.freshness,
  };
}

function* countSpeakers(articles: readonly Article[]): Work<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const { speaker } of quotationsIn(article))
      if (speaker.name !== null) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
    yield;
  }
  return counts;
}

/** The speakers a name means: by surname or head where there are such, else by another word, else by a slip of the keys. */
function* whoIsMeant(asked: string, names: readonly string[], view: View): Work<string[]> {
  const match = createNameMatcher(asked, view.index.vocabulary);
  const matched: { readonly name: string; readonly how: NameMatch }[] = [];
  for (const name of names) {
    const how = match(name);
    if (how !== null) matched.push({ name, how });
    yield;
  }
  const called = (...wanted: NameMatch[]): string[] =>
    matched.filter(({ how }) => wanted.includes(how)).map(({ name }) => name);
  const whole = called('whole');
  // Whoever speaks for a ministry is listed under it; whoever speaks for a president has other words than his.
  const own = whole.length > 0 && !whole.some(isPersonal) ? called('whole', 'voice') : whole;
  for (const exact of [own, called('voice', 'part')]) {
    if (exact.length === 0) continue;
    // One name in two spellings: "Karoline Leavitt" and "Karoline Levitt".
    const spelled: string[] = [];
    for (const { name, how } of matched) {
      if (how !== 'near') continue;
      if (exact.some((other) => isSpelledLike(name, other))) spelled.push(name);
      yield;
    }
    return [...exact, ...spelled];
  }
  return matched.map(({ name }) => name);
}

function isPersonal(name: string): boolean {
  const [first = '', ...others] = nameWords(name);
  return others.length > 0 && isGivenName(first);
}

/** Word by word the same or a slip apart. */
function isSpelledLike(a: string, b: string): boolean {
  const ownWords = nameWords(a);
  const others = nameWords(b);
  return (
    ownWords.length === others.length &&
    ownWords.length > 1 &&
    ownWords.every((word, index) => word === others[index] || isSlip(word, others[index] ?? ''))
  );
}

/** Whether a quotation, or else its paragraph, holds every word of a topic, or an ending or a synonym of it. */
function readTopic(
  about: string,
  view: View,
): { holds: (quotation: Quotation) => boolean; missing: string[] } {
  const { vocabulary } = view.index;
  const { words } = readQuestion(parseQuestion(about), view.reader);
  const wanted = words.map(({ terms }) => new Set(terms.map(({ term }) => term)));
  return {
    missing: words.filter(({ terms }) => terms.length === 0).map(({ surface }) => surface),
    holds: ({ article, paragraph }) => {
      const text = article.text.slice(paragraph.start, paragraph.end);
      const terms = new Set(tokenize(text).map(({ word }) => vocabulary.termOf(word)));
      return wanted.length > 0 && wanted.every((any) => [...any].some((term) => terms.has(term)));
    },
  };
}

/** Sorting keeps quotations of one day in the order of the archive and of their article. */
function inOrder(found: readonly Quotation[]): Quotation[] {
  const keyed = found.map((quotation) => {
    const { published, withdrawn } = quotation.article;
    const days = [earliestDay(published), latestDay(published)].map((day) => day ?? UNKNOWN_LAST);
    const ranks = [withdrawn !== null, !quotation.wholeSentence, isFlagged(quotation)].map(Number);
    return { quotation, key: [...ranks, ...days].join(' ') };
  });
  return keyed
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ quotation }) => quotation);
}

/** It is shown with a caution: the words may not be those that were spoken. */
function isFlagged({ article, paragraph }: Quotation): boolean {
  const { wording, entryOutdated } = article;
  return (
    wording !== 'as-printed' || entryOutdated || problemsOf(article, paragraph.number).length > 0
  );
}

/** After every day that a calendar has. */
const UNKNOWN_LAST = '~';

/** Speakers that share a word with the name, or bear one spelled like it. */
function* nearestSpeakers(asked: string, speakers: ReadonlyMap<string, number>): Work<string[]> {
  const words = nameWords(asked);
  const near: { readonly name: string; readonly count: number; readonly shared: number }[] = [];
  for (const [name, count] of speakers) {
    const own = nameWords(name);
    const shared = words.filter((word) =>
      own.some((other) => word === other || isSlip(word, other)),
    ).length;
    if (shared > 0) near.push({ name, count, shared });
    yield;
  }
  return near
    .toSorted((a, b) => b.shared - a.shared || b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, NEAREST_SHOWN)
    .map(({ name }) => name);
}

/** The passages in which the words of the name stand in a row, among those that hold the rarest of them. */
function* passagesNaming(asked: string, view: View): Work<Passage[]> {
  const { index } = view;
  const { vocabulary } = index;
  const words = nameWords(asked);
  const [rarest] = words
    .map((word) => vocabulary.termOf(word))
    .toSorted((a, b) => vocabulary.idf(b) - vocabulary.idf(a));
  if (rarest === undefined) return [];
  const finding = { finding: [{ term: rarest, weight: 1 }], adding: [] };
  const found: Passage[] = [];
  for (const { passage } of yield* index.search(finding, null)) {
    const own = tokenize(passageText(passage)).map(({ word }) => word);
    if (own.some((_, at) => words.every((word, offset) => own[at + offset] === word)))
      found.push(passage);
    yield;
  }
  return found.toSorted((a, b) => a.id - b.id);
}
