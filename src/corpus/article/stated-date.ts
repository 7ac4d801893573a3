import { type Day, isDay, type Paragraph } from './article.js';

/** A "Published:" line or a dateline stands at the head of an article or not at all. */
const HEAD_PARAGRAPHS = 5;

const MONTH =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
/** Only forms that can be read one way: 05/12/2024 is May or December, so it is no date here. */
const DATE = `(?:\\d{4}-\\d{2}-\\d{2}|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} (?:${MONTH}),? \\d{4})`;

const LABEL = '^(?:Published|First published|Posted|Date)(?: on| at)?';
const WEEKDAY = '(?:\\p{L}+day,? )?';
const PUBLISHED_LABEL = new RegExp(
  `${LABEL}: ?${WEEKDAY}(${DATE})(?=T\\d|[^\\p{L}\\p{N}]|$)`,
  'iu',
);
/** Without a colon only a time or "Updated …" may follow: "Published 5 May 2020 in Nature, the study …" is no such line. */
const PUBLISHED_LINE = new RegExp(
  `${LABEL} ${WEEKDAY}(${DATE})(?=T\\d|\\s*$|[\\s,(|·•–—-]+(?:(?:at )?\\d{1,2}[:.]\\d{2}|(?:last )?updated\\b))`,
  'iu',
);
/** "MEXICO CITY, March 28, 2025 —" or "LONDON (Reuters), 5 December 2024 -": capitals, then the date, then a dash. */
const DATELINE = new RegExp(
  `^[\\p{Lu}][\\p{Lu}\\p{M}.,'’ -]+(?:\\([^)]{1,30}\\))?,? \\(?(${DATE})\\)?,? ?(?:\\([^)]{1,30}\\) ?)?[-–—]`,
  'u',
);

/** The date stated by a "Published:" line or a dated dateline, or `null`. Any other date in a text proves nothing. */
export function findStatedDate(
  text: string,
  paragraphs: readonly Paragraph[],
): { date: Day; evidence: string; paragraph: number } | null {
  for (const { number, start, end } of paragraphs.slice(0, HEAD_PARAGRAPHS)) {
    const line = text.slice(start, Math.min(end, start + 300));
    const evidence = (PUBLISHED_LABEL.exec(line) ??
      PUBLISHED_LINE.exec(line) ??
      DATELINE.exec(line))?.[1];
    const date = evidence === undefined ? null : readDate(evidence);
    if (evidence !== undefined && date !== null) return { date, evidence, paragraph: number };
  }
  return null;
}

const MONTH_STARTS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function readDate(words: string): Day | null {
  if (isDay(words)) return words;
  const year = /\d{4}/.exec(words)?.[0];
  const date = /(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0];
  const month =
    MONTH_STARTS.indexOf(
      /\p{L}{3}/u.exec(words.replace(/\d+(?:st|nd|rd|th)/, ''))?.[0].toLowerCase() ?? '',
    ) + 1;
  const day = `${year}-${String(month).padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
