import type {
  CheckedQuote,
  CheckStatus,
  DifferingWords,
  Forgiven,
  QuotePart,
  QuotePlace,
} from '../../quotes/check/checked-quote.js';
import {
  toArticleJson,
  toProblemJson,
  toSearchedJson,
  toWordsJson,
  type ArticleJson,
  type ProblemJson,
  type SearchedJson,
  type WordsJson,
} from '../json.js';
import { toSpeakerJson, type SpeakerJson } from './quotes.js';

export interface CheckJson {
  kind: 'check';
  /** As pasted. */
  query: string;
  status: CheckStatus;
  /** How often the words stand in the archive, and in which files. */
  total: number;
  files: string[];
  places: QuotePlaceJson[];
  /** Only where it differs: the words most like the pasted ones, and run by run what is the same and what is not. */
  nearest:
    | (QuotePlaceJson & {
        /** How many words differ: all that are counted beside it. */
        differing: number;
        counts: DifferingWords;
        differences: { same: boolean; printed: WordsJson | null; pasted: WordsJson | null }[];
      })
    | null;
  searched: SearchedJson;
}

/** A place where the words stand, or that is nearest to them. Offsets count in the file as everywhere. */
interface QuotePlaceJson extends ArticleJson, WordsJson {
  /** The paragraph that the place begins in. */
  paragraph: number;
  /** The words themselves, paragraph by paragraph. */
  parts: (WordsJson & { paragraph: number })[];
  problems: ProblemJson[];
  /** The quotations that the words stand in. */
  quotations: (WordsJson & { paragraph: number; speaker: SpeakerJson })[];
  /** What was counted as the same though it is written differently. */
  forgiven: Forgiven[];
  leftOut: number;
}

export function toCheckJson(checked: CheckedQuote): CheckJson {
  const { sentence, nearest } = checked;
  return {
    kind: 'check',
    query: sentence,
    status: checked.status,
    total: checked.total,
    files: checked.carriers.map(({ file }) => file),
    places: checked.places.map(toPlaceJson),
    nearest: nearest && {
      ...toPlaceJson(nearest.place),
      differing: nearest.differing,
      counts: { ...nearest.counts },
      differences: nearest.differences.map(({ same, printed, pasted }) => ({
        same,
        printed: printed && toWordsJson(nearest.place.article.text, printed),
        pasted: pasted && toWordsJson(sentence, pasted),
      })),
    },
    searched: toSearchedJson(checked.searched),
  };
}

function toPlaceJson(place: QuotePlace): QuotePlaceJson {
  const { article, parts, quotations } = place;
  const { file, ...rest } = toArticleJson(article);
  return {
    file,
    paragraph: paragraphOf(parts),
    ...toWordsJson(article.text, place),
    parts: parts.map((part) => ({
      paragraph: part.passage.paragraph.number,
      ...toWordsJson(article.text, part),
    })),
    ...rest,
    problems: [...new Set(parts.flatMap(({ problems }) => problems))].map(toProblemJson),
    quotations: quotations.map((quotation) => ({
      paragraph: quotation.paragraph.number,
      ...toWordsJson(article.text, quotation),
      speaker: toSpeakerJson(quotation.speaker),
    })),
    forgiven: [...place.forgiven],
    leftOut: place.leftOut,
  };
}

function paragraphOf([first]: readonly QuotePart[]): number {
  return first?.passage.paragraph.number ?? 0;
}
