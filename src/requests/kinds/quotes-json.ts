import { problemsOf } from '../../corpus/article/article.js';
import type { QuotesFound } from '../../quotes/find-quotations.js';
import type { Quotation, Speaker } from '../../quotes/quotations-in.js';
import {
  toArticleJson,
  toProblemJson,
  toSearchedJson,
  type ArticleJson,
  type ProblemJson,
  type SearchedJson,
} from '../json.js';

export interface QuotesJson {
  kind: 'quotes';
  query: string;
  about: string | null;
  /** The names it was taken for, as printed, with how many quotations each has. */
  names: { name: string; count: number }[];
  /** How many there are, whether listed or not. */
  total: number;
  quotations: QuotationJson[];
  /** Where nobody of the name is quoted: speakers with a name like it. */
  nearest: string[];
  /** Where nobody of the name is quoted: the paragraphs in which it stands. */
  mentioned: { file: string; paragraph: number }[];
  /** Words of the topic that stand nowhere in the archive. */
  missing: string[];
  searched: SearchedJson;
}

export interface QuotationJson extends ArticleJson {
  /** Equals the decoded file cut from `start` to `end`, in UTF-16 code units; the marks are left out. */
  text: string;
  /** Counted from 1 over the file's non-blank lines. */
  paragraph: number;
  start: number;
  end: number;
  speaker: SpeakerJson;
  problems: ProblemJson[];
  /** A whole sentence or more, not a few words inside the reporter's own. */
  wholeSentence: boolean;
}

export interface SpeakerJson {
  name: string | null;
  /** What stands with the quotation, word for word; `null` where nothing does. */
  mention: string | null;
  basis: Speaker['basis'];
}

export function toQuotesJson(found: QuotesFound): QuotesJson {
  const { asked, searched } = found;
  return {
    kind: 'quotes',
    query: asked.name,
    about: asked.about,
    names: found.names.map(({ name, count }) => ({ name, count })),
    total: found.total,
    quotations: found.quotations.map(toQuotationJson),
    nearest: [...found.nearest],
    mentioned: found.mentioned.map(({ article, paragraph }) => ({
      file: article.file,
      paragraph: paragraph.number,
    })),
    missing: [...found.missing],
    searched: toSearchedJson(searched),
  };
}

export function toQuotationJson(quotation: Quotation): QuotationJson {
  const { article, paragraph, speaker, text, start, end, wholeSentence } = quotation;
  const { file, ...rest } = toArticleJson(article);
  return {
    text,
    file,
    paragraph: paragraph.number,
    start,
    end,
    speaker: toSpeakerJson(speaker),
    ...rest,
    problems: problemsOf(article, paragraph.number).map(toProblemJson),
    wholeSentence,
  };
}

export function toSpeakerJson({ name, mention, basis }: Speaker): SpeakerJson {
  return { name, mention: mention?.text ?? null, basis };
}
