import { z } from 'zod';
import type { Span } from '../../answer/answer.js';
import {
  figures as findFigures,
  type FigurePlace,
  type FigureRow,
  type Figures,
} from '../../answer/figures/figures.js';
import { parseQuestion } from '../../search/question/question.js';
import {
  toExcerptJson,
  toQuestionJson,
  toWordsJson,
  type ExcerptJson,
  type QuestionJson,
  type WordsJson,
} from '../json.js';
import { hasWords, type Kind, plainQuestion } from '../kind.js';
import {
  cautionLines,
  listAll,
  proofOf,
  quoteLine,
  shownOf,
  sourceLine,
  type Entry,
  type Part,
} from '../listing.js';
import { respell } from '../respell.js';
import { parseTopic, refersBack, unreadNotice } from '../topic.js';
import { copiesLine, countShown, excerptLine, plural, quote, shorten } from '../wording.js';
import { questionNotices } from './passages.js';

const schema = z.object({
  kind: z.literal('figures'),
  topic: z.string(),
  plain: plainQuestion,
});

/** Numbers on a topic, each in its sentence; a figure that several files print is one entry with all of them. */
export const figures: Kind<z.infer<typeof schema>, FiguresJson> = {
  schema,
  usage: [
    { write: 'figures migrants', gives: 'the numbers printed on a topic, each in its sentence' },
  ],
  parse(rest, earlier) {
    const missing = 'figures needs a topic, such as figures migrants.';
    const topic = parseTopic(rest, earlier, missing);
    return topic === null ? null : { kind: 'figures', topic };
  },
  parsePlain(question, earlier) {
    const [, topic = ''] = HOW_MANY.exec(question) ?? [];
    if (!hasWords(topic) || refersBack(topic)) return null;
    // "How many a month?" goes on about the topic of its thread.
    const goesOn = earlier.length > 0 && parseQuestion(topic).words.length < 2;
    return goesOn ? null : { kind: 'figures', topic, plain: question };
  },
  subject: ({ plain, topic }) => plain ?? topic,
  async answer(archive, asked, limit) {
    const { plain, topic } = asked.request;
    const found = await archive.inSlices(findFigures(archive.view(), topic, limit));
    const wanted = quote(shorten(plain ?? topic));
    return {
      listing: listAll(found.rows, asked, {
        said: [headline(found, wanted), ...notices(found)],
        searched: found.answer.searched,
        respelled: respell(found.answer, asked, (spelt) => ({ kind: 'figures', topic: spelt })),
        toEntry: rowEntry,
      }),
      json: () => toFiguresJson(found),
      instead: isAnswered(found) ? undefined : `No figure found for all of ${wanted}.`,
    };
  },
};

/** "how many cartel members were extradited to the US?", "any numbers on migrants", "figure migrants" */
const HOW_MANY =
  /^\W*(?:how (?:many|much)|(?:any |the )?(?:numbers|figures|statistics|stats) (?:on|of|for|about)|figure)\s+(.{2,80}?)[\s?!.]*$/i;

/** Numbers that are beside the question answer no plain one. */
function isAnswered({ answer, rows }: Figures): boolean {
  return answer.status === 'found' && rows.length > 0;
}

/** Places of one figure that are read at once; further ones are counted. */
const PLACES_SHOWN = 3;

/** A figure, and the sentences it stands in, each once. A copy of a text is named and is no second witness. */
function rowEntry(row: FigureRow, number: number): Entry {
  const sentences = bySentence(row.places.filter(({ isCopy }) => !isCopy));
  const copies = copiesLine({
    copies: row.places.filter(({ isCopy }) => isCopy).map(({ passage }) => passage),
  });
  return {
    number,
    heading: describeRow(row),
    parts: sentences.map(sentencePart),
    partsShown: PLACES_SHOWN,
    notes: copies === null ? [] : [copies],
    line: row.places
      .slice(0, PLACES_SHOWN)
      .map((place) => `${place.figure.text}: ${excerptLine(place)}`)
      .join(' '),
    cites: shownOf(sentences.slice(0, PLACES_SHOWN).map(([place]) => place)),
  };
}

type FigureSentence = readonly [FigurePlace, ...FigurePlace[]];

function sentencePart([place, ...others]: FigureSentence): Part {
  const marks = [place, ...others].map(({ figure }): Span => figure);
  return {
    lines: [sourceLine(place), ...quoteLine(place, { marks }), ...cautionLines([place])],
    proof: proofOf(place),
  };
}

/** Places that share a sentence, together. */
function bySentence(places: readonly FigurePlace[]): FigureSentence[] {
  const sentences = new Map<string, [FigurePlace, ...FigurePlace[]]>();
  for (const place of places) {
    const key = `${place.passage.id} ${place.start}`;
    const together = sentences.get(key);
    if (together) together.push(place);
    else sentences.set(key, [place]);
  }
  return [...sentences.values()];
}

/** How many figures were found for the topic, in one line. */
function headline({ answer, rows, leftOut }: Figures, asked: string): string {
  if (answer.status === 'nothing') return `Nothing found for ${asked}.`;
  if (rows.length === 0) return `No figure found in a sentence about ${asked}.`;
  const total = rows.length + leftOut;
  return `${asked}: ${countShown({ skipped: 0, shown: rows.length, total, noun: 'figure' })}`;
}

/** How the topic was read, and what was not looked through. */
function notices({ answer, unread, withdrawn }: Figures): string[] {
  return [
    ...questionNotices(answer),
    ...(withdrawn > 0
      ? [`Without the figures of ${plural(withdrawn, 'article')} since withdrawn.`]
      : []),
    ...unreadNotice(unread),
  ];
}

/** "“over 30,000 people”, in 2 files"; as first printed. A copy is no second witness and is counted apart. */
function describeRow({ places }: FigureRow): string {
  const filesWhere = (copy: boolean): number =>
    new Set(places.filter(({ isCopy }) => isCopy === copy).map(({ passage }) => passage.article))
      .size;
  const files = filesWhere(false);
  const copies = filesWhere(true);
  return [
    [...new Set(places.map(({ figure }) => quote(figure.text)))].join(', '),
    ...(files > 1 ? [`in ${plural(files, 'file')}`] : []),
    ...(copies > 0 ? [`${plural(copies, 'copy', 'copies')} of the same text`] : []),
  ].join(' · ');
}

export interface FiguresJson extends QuestionJson {
  kind: 'figures';
  rows: FigureRowJson[];
  /** Further rows that are not listed. */
  leftOut: number;
  /** Passages with words of the topic that were not read. */
  unread: number;
  /** Articles that speak of the topic and were withdrawn: their figures are not listed. */
  withdrawn: number;
}

interface FigureRowJson {
  /** Equal for a single number, the ends of a range, `null` for a number that is not said ("thousands"). */
  low: number | null;
  high: number | null;
  /** "percent", a currency's sign, or the noun counted. */
  unit: string | null;
  places: FigurePlaceJson[];
}

interface FigurePlaceJson extends ExcerptJson {
  /** The number with its hedge and unit. */
  figure: WordsJson;
  hedge: WordsJson | null;
  /** Where the topic's words stand. */
  hits: Span[];
  /** Another place's text, printed in another file too. */
  isCopy: boolean;
}

function toFiguresJson({ answer, rows, leftOut, unread, withdrawn }: Figures): FiguresJson {
  return {
    kind: 'figures',
    ...toQuestionJson(answer),
    rows: rows.map(({ amount: { low, high, unit }, places }) => ({
      low,
      high,
      unit,
      places: places.map((place) => ({
        ...toExcerptJson(place),
        figure: toWordsJson(place.passage.article.text, place.figure),
        hedge: place.hedge && toWordsJson(place.passage.article.text, place.hedge),
        hits: place.marks.map(({ start, end }) => ({ start, end })),
        isCopy: place.isCopy,
      })),
    })),
    leftOut,
    unread,
    withdrawn,
  };
}
