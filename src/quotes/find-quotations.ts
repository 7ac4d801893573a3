import type { Freshness } from '../answer/answer.js';
import type { View } from '../answer/archive/view.js';
import {
  earliestDay,
  latestDay,
  type Passage,
  passageText,
  problemsOf,
} from '../corpus/article/article.js';
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
 * @throws QuestionError for a topic that cannot be read
 */
export function findQuotations(
  view: View,
  asked: { readonly name: string; readonly about?: string | null },
  { limit = QUOTES_SHOWN, skip = 0 }: QuotesOptions = {},
): QuotesFound {
  const { name, about = null } = asked;
  const spoken = view.articles.flatMap((article) =>
    quotationsIn(article).filter(({ speaker }) => speaker.name !== null),
  );
  const speakers = countSpeakers(spoken);
  const meant = whoIsMeant(name, [...speakers.keys()], view);
  const ofName = spoken.filter(({ speaker }) => meant.has(speaker.name ?? ''));
  const topic = about === null ? null : readTopic(about, view);
  const found = topic === null ? ofName : ofName.filter(topic.holds);
  return {
    asked: { name, about },
    names: [...meant]
      .map((each) => ({ name: each, count: speakers.get(each) ?? 0 }))
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    quotations: inOrder(found).slice(skip, skip + limit),
    total: found.length,
    skipped: Math.min(skip, found.length),
    nearest: meant.size > 0 ? [] : nearestSpeakers(name, speakers),
    mentioned: meant.size > 0 ? [] : passagesNaming(name, view),
    missing: topic?.missing ?? [],
    searched: view.freshness,
  };
}

function countSpeakers(quotations: readonly Quotation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of quotations)
    if (speaker.name !== null) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
  return counts;
}

/** The speakers a name means: by surname or head where there are such, else by another word, else by a slip of the keys. */
function whoIsMeant(asked: string, names: readonly string[], view: View): Set<string> {
  const match = createNameMatcher(asked, view.index.vocabulary);
  const matched = names.flatMap((name): { name: string; how: NameMatch }[] => {
    const how = match(name);
    return how === null ? [] : [{ name, how }];
  });
  const called = (...wanted: NameMatch[]): string[] =>
    matched.filter(({ how }) => wanted.includes(how)).map(({ name }) => name);
  const whole = called('whole');
  // Whoever speaks for a ministry is listed under it; whoever speaks for a president has other words than his.
  const own = whole.length > 0 && !whole.some(isPersonal) ? called('whole', 'voice') : whole;
  for (const exact of [own, called('voice', 'part')]) {
    if (exact.length === 0) continue;
    // One name in two spellings: "Karoline Leavitt" and "Karoline Levitt".
    const spelled = matched.filter(
      ({ name, how }) => how === 'near' && exact.some((other) => isSpelledLike(name, other)),
    );
    return new Set([...exact, ...spelled.map(({ name }) => name)]);
  }
  return new Set(matched.map(({ name }) => name));
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
function nearestSpeakers(asked: string, speakers: ReadonlyMap<string, number>): string[] {
  const words = nameWords(asked);
  return [...speakers]
    .map(([name, count]) => {
      const own = nameWords(name);
      const shared = words.filter((word) =>
        own.some((other) => word === other || isSlip(word, other)),
      ).length;
      return { name, count, shared };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, NEAREST_SHOWN)
    .map(({ name }) => name);
}

/** The passages in which the words of the name stand in a row. */
function passagesNaming(asked: string, view: View): Passage[] {
  const words = nameWords(asked);
  if (words.length === 0) return [];
  return view.passages.filter((passage) => {
    const own = tokenize(passageText(passage)).map(({ word }) => word);
    return own.some((_, at) => words.every((word, index) => own[at + index] === word));
  });
}
