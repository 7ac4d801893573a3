import { z } from 'zod';
import type { Span } from '../../answer/answer.js';
import type { Article } from '../../corpus/article/article.js';
import { checkQuote } from '../../quotes/check/check-quote.js';
import type {
  CheckedQuote,
  Forgiven,
  NearestQuote,
  QuotePlace,
} from '../../quotes/check/checked-quote.js';
import { readPlainWords } from '../../quotes/check/plain-words.js';
import { hasWords, plainQuestion, RequestError, type Kind } from '../kind.js';
import {
  cautionLines,
  listAll,
  noteLine,
  proofOf,
  quoteLine,
  shownOf,
  sourceLine,
  type Asked,
  type Entry,
  type Line,
  type Listing,
} from '../listing.js';
import { excerptLine, grouped, plural, quote, shorten, speakerLine } from '../wording.js';
import { asksWhoSaid, quotedWords } from '../quoted-words.js';
import { toCheckJson, type CheckJson } from './check-json.js';

const schema = z.object({
  kind: z.literal('check'),
  sentence: z.string(),
  plain: plainQuestion,
});

/** Whether a sentence stands in the archive: each place where it does, or the words nearest to it. */
export const check: Kind<z.infer<typeof schema>, CheckJson> = {
  schema,
  usage: [
    {
      write: 'check "we would be incapable of it"',
      gives: 'whether a sentence stands in the archive, and who says it',
    },
  ],
  reach: 100,
  parse(rest) {
    if (!hasWords(rest))
      throw new RequestError(
        'check needs the words to look for, such as check “we would be incapable of it”.',
      );
    return READS_ON.test(rest) ? null : { kind: 'check', sentence: rest };
  },
  parsePlain(question) {
    const sentence = quotedWords(question);
    return sentence !== null && asksWhoSaid(question.replace(sentence, ''))
      ? { kind: 'check', sentence, plain: question }
      : null;
  },
  subject: ({ sentence }) => sentence,
  async answer(archive, asked, limit) {
    const checked = await archive.inSlices(
      checkQuote(archive.view(), asked.request.sentence, limit),
    );
    return {
      listing: listingOf(checked, asked),
      json: () => toCheckJson(checked),
      instead: checked.status === 'not found' ? headline(checked) : undefined,
    };
  },
};

/** "Check whether …" is an ordinary question. */
const READS_ON = /^(?:if|whether|out|up on)\s/;

function listingOf(checked: CheckedQuote, asked: Asked): Listing {
  const { nearest, places, sentence, searched } = checked;
  const said = [headline(checked), ...notices(checked)];
  if (nearest === null)
    return listAll(places, asked, {
      said,
      searched,
      toEntry: (place, number) => placeEntry(place, number, sentencesOf(place)),
    });
  const entry = placeEntry(nearest.place, null, [compared(nearest, sentence)]);
  return {
    asked,
    order: 'other',
    pageSize: 1,
    said: () => said,
    entries: [entry],
    more: () => 0,
    searched,
  };
}

function placeEntry(place: QuotePlace, number: number | null, shown: readonly Line[]): Entry {
  const { parts } = place;
  const [first] = parts;
  return {
    number,
    parts: [
      {
        lines: [...shown, ...placeNotes(place).map(noteLine), ...cautionLines(parts)],
        proof: first && proofOf(first),
      },
    ],
    line: parts.map(excerptLine).join(' '),
    cites: shownOf(parts),
  };
}

/** The sentences that the words stand in, paragraph by paragraph; parts that share a sentence show it once. */
function sentencesOf({ parts }: QuotePlace, marks: readonly Span[] = parts): Line[] {
  const lines: Line[] = [];
  let shownTo = -1;
  for (const part of parts) {
    const { passage, around } = part;
    if (around.end <= shownTo) continue;
    lines.push(sourceLine(part), ...quoteLine({ passage, ...around }, { marks }));
    shownTo = around.end;
  }
  return lines;
}

function compared({ place, differences }: NearestQuote, sentence: string): Line {
  const differing = differences.filter(({ same }) => !same);
  const printed = differing.flatMap((difference) => difference.printed ?? []);
  return {
    kind: 'compared',
    sentence,
    pasted: differing.flatMap((difference) => difference.pasted ?? []),
    article: place.article,
    words: place,
    printed,
    sentences: sentencesOf(place, printed),
  };
}

/** Whether the words stand in the archive, in one line. It speaks of the files, never of what was said. */
function headline({ status, sentence, total, carriers, nearest }: CheckedQuote): string {
  const asked = quote(shorten(bare(sentence)));
  switch (status) {
    case 'verbatim':
      return `Verbatim: ${asked} stands in ${plural(carriers.length, 'article')}${total > carriers.length ? `, ${plural(total, 'time')}` : ''}.`;
    case 'differs':
    case 'not found':
      return nearest === null
        ? `Not found: nothing like ${asked} stands in the archive.`
        : `Not verbatim: ${differingWords(nearest)}.`;
  }
}

/** "1 word differs" where it is another, "6 words left out", or each: "4 words differ: 3 left out, 1 added". */
function differingWords({ differing, counts }: NearestQuote): string {
  const { replaced, leftOut, added } = counts;
  const words = plural(differing, 'word');
  switch (differing) {
    case 0:
      return 'the words are the same, the punctuation differs';
    case leftOut:
      return `${words} left out`;
    case added:
      return `${words} added`;
  }
  const differ = `${words} ${differing === 1 ? 'differs' : 'differ'}`;
  if (replaced === differing) return differ;
  const ways = [
    ...(replaced > 0 ? [`${grouped(replaced)} replaced`] : []),
    ...(leftOut > 0 ? [`${grouped(leftOut)} left out`] : []),
    ...(added > 0 ? [`${grouped(added)} added`] : []),
  ];
  return `${differ}: ${ways.join(', ')}`;
}

/** Without the marks that the sentence was pasted in. */
function bare(sentence: string): string {
  return /^["“«].*["”»]$/s.test(sentence) ? sentence.slice(1, -1) : sentence;
}

/** Which files carry the words, and what was searched where none does. */
function notices({ status, sentence, places, total, carriers, searched }: CheckedQuote): string[] {
  if (status === 'not found')
    return [
      `Searched ${plural(searched.articles, 'article')}, ${plural(searched.passages, 'passage')}. The words may still stand elsewhere.`,
    ];
  if (status === 'differs') return ['The nearest words in the archive:'];
  return [
    ...(carriers.length > 1 ? [describeCarriers(carriers)] : []),
    ...(readPlainWords(sentence).length < FEW_WORDS && places.every(isPartOfMore)
      ? ['So few words may be part of something else: read them in their sentence.']
      : []),
    ...(total > places.length ? [`The first ${places.length} of ${plural(total, 'place')}:`] : []),
  ];
}

/** Three words stand by chance in many a sentence. */
const FEW_WORDS = 4;

/** More than a full stop or marks stands around the words in their sentence. */
function isPartOfMore({ parts }: QuotePlace): boolean {
  return parts.every(({ start, end, around }) => around.end - around.start > end - start + 3);
}

/** As many as are read; a wire report may stand in hundreds. */
const CARRIERS_NAMED = 20;

function describeCarriers(carriers: readonly Article[]): string {
  const named = carriers.slice(0, CARRIERS_NAMED).map(({ file }) => file);
  const more = carriers.length - named.length;
  return `In ${named.join(', ')}${more > 0 ? ` and ${plural(more, 'more file')}` : ''}.`;
}

/** Whose quotation the words stand in, and what they and the pasted ones differ in all the same. */
function placeNotes(place: QuotePlace): string[] {
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
  const speakers = [...new Set(quotations.map(speakerLine))];
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
