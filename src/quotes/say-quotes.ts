import { plural, shorten, sourceParts } from '../answer/say-answer.js';
import type { QuotesFound } from './find-quotations.js';

/** Passages named one by one; of more the number is enough. */
const PASSAGES_NAMED = 5;

/** Who is quoted, and how often, in one line. */
export function quotesHeadline({ asked, names, quotations, total, skipped }: QuotesFound): string {
  const about = asked.about === null ? '' : ` about “${shorten(asked.about)}”`;
  if (names.length === 0) return `Nobody called “${shorten(asked.name)}” is quoted here.`;
  const who = names.map(({ name }) => name).join(', ');
  if (total === 0) return `${who}: no quotation${about}.`;
  const shown = quotations.length;
  const count =
    shown === total
      ? plural(total, 'quotation')
      : shown === 0
        ? 'no more quotations'
        : `quotations ${skipped + 1}–${skipped + shown} of ${total}`;
  return `${who}${about}: ${count}`;
}

/** How the name was read, and where else to look when nobody was found. */
export function quotesNotices({ names, nearest, mentioned, missing }: QuotesFound): string[] {
  return [
    ...(names.length > 1
      ? [
          `Names as printed: ${names.map(({ name, count }) => `${name} (${plural(count, 'quotation')})`).join(', ')}.`,
        ]
      : []),
    ...(missing.length > 0
      ? [`Nowhere in the archive: ${missing.map((word) => `“${word}”`).join(', ')}.`]
      : []),
    ...(mentioned.length > 0
      ? [
          `The name stands in ${plural(mentioned.length, 'passage')}, without words of theirs in quotation marks: ${mentioned
            .slice(0, PASSAGES_NAMED)
            .map((passage) => {
              const { file, paragraph } = sourceParts({ passage });
              return `${file} ${paragraph}`;
            })
            .join(', ')}${mentioned.length > PASSAGES_NAMED ? ' and others' : ''}.`,
        ]
      : []),
    ...(nearest.length > 0 ? [`Speakers with a name like it: ${nearest.join(', ')}.`] : []),
  ];
}
