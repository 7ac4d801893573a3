import { plural, shorten } from '../answer/say-answer.js';
import type { Article } from '../corpus/article/article.js';
import type { CheckedQuote, Forgiven, QuotePlace } from './check/checked-quote.js';
import { speakerLine } from './say-speaker.js';

/** Labels of the two wordings where they differ. */
export const AS_PASTED = 'As pasted';
export const AS_PRINTED = 'As printed';

/** Whether the words stand in the archive, in one line. It speaks of the files, never of what was said. */
export function checkHeadline({
  status,
  sentence,
  total,
  carriers,
  nearest,
}: CheckedQuote): string {
  const asked = `“${shorten(bare(sentence))}”`;
  switch (status) {
    case 'verbatim':
      return `Verbatim: ${asked} stands in ${plural(carriers.length, 'article')}${total > carriers.length ? `, ${plural(total, 'time')}` : ''}.`;
    case 'differs':
      return `Not verbatim: ${differingWords(nearest?.differing ?? 0)}.`;
    case 'not found':
      return `Not found: nothing like ${asked} stands in the archive.`;
  }
}

/** Which files carry the words, and what was searched where none does. */
export function checkNotices({
  status,
  places,
  total,
  carriers,
  searched,
}: CheckedQuote): string[] {
  if (status === 'not found')
    return [
      `Searched ${plural(searched.articles, 'article')}, ${plural(searched.passages, 'passage')}. The words may still stand elsewhere.`,
    ];
  if (status === 'differs') return ['The nearest words in the archive:'];
  return [
    ...(carriers.length > 1 ? [carriersLine(carriers)] : []),
    ...(total > places.length ? [`The first ${places.length} of ${plural(total, 'place')}:`] : []),
  ];
}

function carriersLine(carriers: readonly Article[]): string {
  const named = carriers.slice(0, CARRIERS_NAMED).map(({ file }) => file);
  const more = carriers.length - named.length;
  return `In ${named.join(', ')}${more > 0 ? ` and ${plural(more, 'more file')}` : ''}.`;
}

/** As many as are read; a wire report may stand in hundreds. */
const CARRIERS_NAMED = 20;

/** Whose quotation the words stand in, and what they and the pasted ones differ in all the same. */
export function placeNotes(place: QuotePlace): string[] {
  const { forgiven, leftOut } = place;
  return [
    saidBy(place),
    ...(forgiven.length > 0
      ? [`Counted as the same: ${forgiven.map((kind) => FORGIVEN[kind]).join(', ')}.`]
      : []),
    ...(leftOut > 0 ? [`${plural(leftOut, 'printed word')} left out of the pasted words.`] : []),
  ];
}

/** Not every quotation is recognised as one, so nothing is claimed of words outside those that are. */
function saidBy({ quotations, parts }: QuotePlace): string {
  if (quotations.length === 0) return 'Not recognised as part of anybody’s quotation.';
  const speakers = [...new Set(quotations.map((quotation) => speakerLine(quotation)))];
  const isWhole = parts.every((part) =>
    quotations.some(({ start, end }) => start <= part.start && part.end <= end),
  );
  return `${isWhole ? 'In quotation marks' : 'Partly in quotation marks'}: ${speakers.join('; ')}.`;
}

const FORGIVEN: Readonly<Record<Forgiven, string>> = {
  case: 'capitals',
  'quotation marks': 'quotation marks',
  dashes: 'dashes',
  spaces: 'spaces and line breaks',
  characters: 'forms of characters',
  ellipsis: 'an ellipsis',
  brackets: 'brackets',
};

function differingWords(count: number): string {
  if (count === 0) return 'the words are the same, the punctuation differs';
  return count === 1 ? '1 word differs' : `${plural(count, 'word')} differ`;
}

/** Without the marks that the sentence was pasted in. */
function bare(sentence: string): string {
  return /^["“«].*["”»]$/s.test(sentence) ? sentence.slice(1, -1) : sentence;
}
