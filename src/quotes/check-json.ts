import { toSearchedJson, type SearchedJson } from '../answer/answer-json.js';
import type { Span } from '../answer/answer.js';
import {
  toArticleJson,
  toProblemJson,
  type ArticleJson,
  type ProblemJson,
} from '../answer/article-json.js';
import type { CheckedQuote, CheckStatus, Forgiven, QuotePlace } from './check/checked-quote.js';
import type { Quotation, Speaker } from './quotation.js';

interface WordsJson extends Span {
  text: string;
}

/** A place where the words stand, or that is nearest to them. Offsets count in the file as everywhere. */
export interface QuotePlaceJson extends ArticleJson {
  /** The paragraph that the place begins in. */
  paragraph: number;
  start: number;
  end: number;
  /** Equals the decoded file cut from `start` to `end`, with whatever an ellipsis left out. */
  text: string;
  /** The words themselves, paragraph by paragraph. */
  parts: (WordsJson & { paragraph: number })[];
  problems: ProblemJson[];
  /** The quotations that the words stand in. */
  quotations: (WordsJson & {
    paragraph: number;
    speaker: { name: string | null; mention: string | null; basis: Speaker['basis'] };
  })[];
  /** What was counted as the same though it is written differently. */
  forgiven: Forgiven[];
  leftOut: number;
}

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
        /** How many words differ. */
        differing: number;
        differences: { same: boolean; printed: WordsJson | null; pasted: WordsJson | null }[];
      })
    | null;
  searched: SearchedJson;
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
      differences: nearest.differences.map(({ same, printed, pasted }) => ({
        same,
        printed: printed && cut(nearest.place.article.text, printed),
        pasted: pasted && cut(sentence, pasted),
      })),
    },
    searched: toSearchedJson(checked.searched),
  };
}

function toPlaceJson({
  article,
  start,
  end,
  parts,
  quotations,
  ...place
}: QuotePlace): QuotePlaceJson {
  const { file, ...rest } = toArticleJson(article);
  return {
    file,
    paragraph: parts[0]?.passage.paragraph.number ?? 0,
    ...cut(article.text, { start, end }),
    parts: parts.map((part) => ({
      paragraph: part.passage.paragraph.number,
      ...cut(article.text, part),
    })),
    ...rest,
    problems: [...new Set(parts.flatMap(({ problems }) => problems))].map(toProblemJson),
    quotations: quotations.map(toSaidJson),
    forgiven: [...place.forgiven],
    leftOut: place.leftOut,
  };
}

function toSaidJson(quotation: Quotation): QuotePlaceJson['quotations'][number] {
  const { article, paragraph, speaker } = quotation;
  return {
    paragraph: paragraph.number,
    ...cut(article.text, quotation),
    speaker: { name: speaker.name, mention: speaker.mention?.text ?? null, basis: speaker.basis },
  };
}

function cut(text: string, { start, end }: Span): WordsJson {
  return { start, end, text: text.slice(start, end) };
}
