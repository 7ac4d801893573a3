import type { Article, Problem, Wording } from '../corpus/article.js';
import type { Day, PublishedDate } from '../corpus/published-date.js';

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
