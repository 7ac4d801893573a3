import type { Article } from '../corpus/article/article.js';
import type { Basis } from '../corpus/article/published-date.js';
import {
  toArticleJson,
  toProblemJson,
  type ArticleJson,
  type DateJson,
  type ProblemJson,
} from './article-json.js';

/** What the date rests on; of an unknown one at most the reasoning is there. */
export interface GroundsJson {
  basis: Basis | null;
  evidence: string | null;
  paragraph: number | null;
  reasoning: string | null;
  source: string | null;
}

/** An article of the archive. */
export interface SourceJson extends ArticleJson {
  date: DateJson & GroundsJson;
  authors: string[];
  url: string | null;
  problems: ProblemJson[];
  /** Of the file's bytes, in hex. */
  sha256: string;
  /** The file has changed since its entry in articles.yml was written. */
  entryOutdated: boolean;
}

export function toSourceJson(article: Article): SourceJson {
  const { date, ...rest } = toArticleJson(article);
  return {
    ...rest,
    date: { ...date, ...groundsOf(article) },
    authors: [...article.authors],
    url: article.url,
    problems: article.problems.map(toProblemJson),
    sha256: article.sha256,
    entryOutdated: article.entryOutdated,
  };
}

function groundsOf({ published }: Article): GroundsJson {
  if (published.status === 'unknown')
    return {
      basis: null,
      evidence: null,
      paragraph: null,
      reasoning: published.reasoning,
      source: null,
    };
  const { basis, evidence, paragraph, reasoning, source } = published;
  return { basis, evidence, paragraph, reasoning, source };
}
