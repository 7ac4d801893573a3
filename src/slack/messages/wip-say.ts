import { plural } from '../../answer/say-answer.js';
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
