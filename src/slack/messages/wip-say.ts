import type { Figures, FigureRow } from '../../answer/figures.js';
import { dateGrounds, plural } from '../../answer/say-answer.js';
import type { Sources } from '../../answer/sources.js';
import type { Timeline } from '../../answer/timeline.js';
import type { Article } from '../../corpus/article.js';
import { formatDay } from '../../corpus/published-date.js';
import type { CheckedQuote, QuotePlace } from '../../quotes/checked-quote.js';
import type { Quotation } from '../../quotes/quotation.js';

export function checkHeadline(checked: CheckedQuote): string {
  switch (checked.status) {
    case 'verbatim':
      return `Word for word in the archive: ${plural(checked.total, 'place')} in ${plural(checked.carriers.length, 'file')}.`;
    case 'differs':
      return `Not word for word: ${plural(checked.nearest?.differing ?? 0, 'word')} differ.`;
    case 'not-found':
      return 'Not found in the archive.';
  }
}
export function checkNotices(_checked: CheckedQuote): string[] {
  return [];
}
export function placeNotes(place: QuotePlace): string[] {
  return [
    ...place.quotations.map((quotation) => `Inside a quotation of ${speakerLine(quotation)}`),
    ...(place.forgiven.length > 0 ? [`Forgiven: ${place.forgiven.join(', ')}.`] : []),
  ];
}
export function speakerLine({ speaker }: Quotation): string {
  return speaker.name === null
    ? 'speaker not stated here'
    : `${speaker.mention && speaker.mention.text !== speaker.name ? `“${speaker.mention.text}” → ` : ''}${speaker.name}`;
}
export function timelineHeadline(t: Timeline): string {
  return `“${t.answer.question.text}”, by date: ${plural(t.dated.length + t.undated.length, 'passage')}`;
}
export function timelineNotices(_t: Timeline): string[] {
  return [];
}
export function resolvedDayLine(day: { text: string; day: string }): string {
  return `“${day.text}”: ${formatDay(day.day)}, worked out from the article’s date.`;
}
export function figuresHeadline(f: Figures): string {
  return `“${f.answer.question.text}”: ${plural(f.rows.length, 'figure')}`;
}
export function figuresNotices(_f: Figures): string[] {
  return [];
}
export function figureRowLine(row: FigureRow): string {
  return `“${row.places[0]?.figure.text}”`;
}
export function sourcesHeadline(s: Sources): string {
  return `The archive holds ${plural(s.articles.length, 'article')}.`;
}
export function sourceLines(a: Article): string[] {
  return [
    ...dateGrounds(a),
    `${plural(a.problems.length, 'known problem')}`,
    `SHA-256: ${a.sha256}`,
  ];
}
