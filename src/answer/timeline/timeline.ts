import {
  type Article,
  type Day,
  earliestDay,
  latestDay,
  passageText,
} from '../../corpus/article/article.js';
import type { Work } from '../../corpus/slices.js';
import { type Answer, type Citation, shift } from '../answer.js';
import type { View } from '../archive/view.js';
import type { FoldedHit } from '../copies.js';
import { findHits } from '../find-hits.js';
import { speaksOf } from '../judge-answer.js';
import { type ResolvedDay, resolveWeekdays } from './resolve-weekdays.js';

export interface TimelineEntry {
  readonly citation: Citation;
  /** Weekdays in the cited words that the article's date settles. */
  readonly days: readonly ResolvedDay[];
}

/** Passages that speak of a topic, by the dates of their articles. */
export interface Timeline {
  /** What the topic found; its citations are those of the entries, best first. */
  readonly answer: Answer;
  /** Oldest first, ranges by their first day, then their last; within an article as it is printed. */
  readonly dated: readonly TimelineEntry[];
  /** Those whose article's date is not known, in the order of the archive. */
  readonly undated: readonly TimelineEntry[];
  /** The dated entries that are, or may be, the first and the latest; `null` when none is dated. */
  readonly first: TimelineEntry | null;
  readonly latest: TimelineEntry | null;
  /** Passages that speak of the topic and are not listed. */
  readonly leftOut: number;
  /** Passages with words of the topic that were not read: there were better ones enough. */
  readonly unread: number;
}

/** A screenful; the best are taken, then put in order. */
export const TIMELINE_SHOWN = 30;
/** One sentence, two short ones: a timeline is read down, not along. */
const ENTRY_LENGTH = 240;

/**
 * The passages that speak of a topic, oldest first. A passage counts only where it holds enough of the topic for an
 * answer to be called found, so a shared word alone puts nothing on the line.
 * @throws QuestionError when the topic cannot be read
 */
export function* timeline(view: View, topic: string, limit = TIMELINE_SHOWN): Work<Timeline> {
  const { answer, reading, hits, cite, lackingIn } = yield* findHits(view, topic);
  const speaking = hits.filter((hit) => speaksOf(hit, reading, view.index.vocabulary));
  const listed = choose(speaking, limit);
  const entries = listed.map((hit): TimelineEntry => {
    const citation = cite(hit, ENTRY_LENGTH);
    // A withdrawn article's words are not shown, so no day in them either.
    return { citation, days: hit.passage.article.withdrawn === null ? daysIn(citation) : [] };
  });
  const dated = entries
    .filter(({ citation }) => isDated(citation))
    .toSorted((a, b) => byDay(a.citation, b.citation));
  return {
    answer: {
      ...answer,
      ...lackingIn(listed),
      citations: entries.map(({ citation }) => citation),
    },
    dated,
    undated: entries
      .filter(({ citation }) => !isDated(citation))
      .toSorted((a, b) => a.citation.passage.id - b.citation.passage.id),
    first: dated[0] ?? null,
    latest: dated.toSorted((a, b) => byLastDay(b.citation, a.citation))[0] ?? null,
    leftOut: speaking.length - listed.length,
    unread: answer.total - answer.reachable,
  };
}

/**
 * The best of each article before the second best of any, for a timeline is read across articles; and of all the first
 * and the latest, which it must not lose.
 */
function choose(hits: readonly FoldedHit[], limit: number): FoldedHit[] {
  const dated = hits.filter(isDated);
  const [first] = dated.toSorted(byDay);
  const [latest] = dated.toSorted((a, b) => byLastDay(b, a));
  const seen = new Map<Article, number>();
  const ranked = hits.map((hit) => {
    const turn = seen.get(hit.passage.article) ?? 0;
    seen.set(hit.passage.article, turn + 1);
    return { hit, turn: hit === first || hit === latest ? -1 : turn };
  });
  const chosen = ranked.toSorted((a, b) => a.turn - b.turn).slice(0, limit);
  const kept = new Set(chosen.map(({ hit }) => hit));
  return hits.filter((hit) => kept.has(hit));
}

/** Offsets as the citation's: in the article's text. */
function daysIn(citation: Citation): ResolvedDay[] {
  const { passage, start, end } = citation;
  const { paragraph, article } = passage;
  return resolveWeekdays(passageText(passage), article.published)
    .map((day) => ({ ...day, ...shift(day, paragraph.start) }))
    .filter((day) => day.start >= start && day.end <= end);
}

type Placed = Pick<Citation, 'passage'>;

function isDated({ passage }: Placed): boolean {
  return passage.article.published.status !== 'unknown';
}

function byDay(a: Placed, b: Placed): number {
  return byFirstDay(a, b) || byLastDay(a, b) || a.passage.id - b.passage.id;
}

function byFirstDay(a: Placed, b: Placed): number {
  return compare(
    earliestDay(a.passage.article.published),
    earliestDay(b.passage.article.published),
  );
}

function byLastDay(a: Placed, b: Placed): number {
  return compare(latestDay(a.passage.article.published), latestDay(b.passage.article.published));
}

/** Days stand in the order of their letters. */
function compare(a: Day | null, b: Day | null): number {
  if (a === b || a === null || b === null) return 0;
  return a < b ? -1 : 1;
}
