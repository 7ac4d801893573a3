import { problemsOf, type Article, type Problem, type Wording } from '../corpus/article/article.js';
import type { Day, PublishedDate } from '../corpus/article/published-date.js';
import type { Excerpt } from './answer.js';

/** When the article was published; a bare `date` is there only for `exact`. Both ends of a range count. */
export type DateJson =
  | { status: 'exact'; date: Day }
  | { status: 'inferred'; earliest: Day; latest: Day }
  | { status: 'unknown' };

export type ProblemJson = Pick<Problem, 'paragraph' | 'text' | 'kind' | 'note'>;

/** What stands beside the words of an article wherever they are shown. */
export interface ArticleJson {
  file: string;
  date: DateJson;
  outlet: string | null;
  title: string | null;
  wording: Wording;
  /** Only for an article that was withdrawn: the reason. */
  withdrawn?: string;
}

/** A slice of one paragraph of a file. */
export interface ExcerptJson extends ArticleJson {
  /** Counted from 1 over the file's non-blank lines. */
  paragraph: number;
  /** UTF-16 code units into the decoded file, as JavaScript's slice counts; for .html into the page's visible text. */
  start: number;
  end: number;
  /** Equals the decoded file cut from `start` to `end`. */
  text: string;
  problems: ProblemJson[];
}

export function toArticleJson(article: Article): ArticleJson {
  return {
    file: article.file,
    date: toDateJson(article.published),
    outlet: article.outlet,
    title: article.title,
    wording: article.wording,
    ...(article.withdrawn === null ? {} : { withdrawn: article.withdrawn }),
  };
}

export function toExcerptJson({ passage, start, end, text }: Excerpt): ExcerptJson {
  const { article, paragraph } = passage;
  const { file, ...rest } = toArticleJson(article);
  return {
    file,
    paragraph: paragraph.number,
    start,
    end,
    text,
    ...rest,
    problems: problemsOf(article, paragraph.number).map(toProblemJson),
  };
}

export function toProblemJson({ paragraph, text, kind, note }: Problem): ProblemJson {
  return { paragraph, text, kind, note };
}

export function toDateJson(published: PublishedDate): DateJson {
  switch (published.status) {
    case 'exact':
      return { status: 'exact', date: published.date };
    case 'inferred':
      return { status: 'inferred', earliest: published.earliest, latest: published.latest };
    case 'unknown':
      return { status: 'unknown' };
  }
}
