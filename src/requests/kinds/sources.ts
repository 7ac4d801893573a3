import { z } from 'zod';
import type { Article, Basis } from '../../corpus/article/article.js';
import {
  type ArticleJson,
  type DateJson,
  type ProblemJson,
  type SearchedJson,
  toArticleJson,
  toProblemJson,
  toSearchedJson,
} from '../json.js';
import type { Kind } from '../kind.js';
import { type Entry, listAll } from '../listing.js';
import { dateGrounds, fileCautions, plural, quote, withdrawnCaution } from '../wording.js';

const schema = z.object({ kind: z.literal('sources') });

/** What the archive holds: each article with its date and its grounds, and what is known to be wrong with it. */
export const sources: Kind<z.infer<typeof schema>, SourcesJson> = {
  schema,
  usage: [
    {
      write: 'sources',
      gives: 'every article, with its date and what is known to be wrong with it',
    },
  ],
  /** "Sources say …" is an ordinary question. */
  parse: (rest) => (/^\P{L}*$/u.test(rest) ? { kind: 'sources' } : null),
  subject: () => '',
  async answer(archive, asked) {
    const { articles, freshness } = archive.view();
    return {
      listing: listAll(articles, asked, {
        said: [headline(articles)],
        searched: freshness,
        toEntry: articleEntry,
      }),
      json: () => ({
        kind: 'sources',
        articles: articles.map(toSourceJson),
        searched: toSearchedJson(freshness),
      }),
    };
  },
};

function headline({ length }: readonly Article[]): string {
  return length === 0
    ? 'The archive holds no article that may be seen now.'
    : `The archive holds ${plural(length, 'article')}.`;
}

function articleEntry(article: Article, number: number): Entry {
  const texts = describeArticle(article);
  return {
    number,
    parts: [
      {
        lines: [
          { kind: 'article', article },
          { kind: 'details', texts },
        ],
      },
    ],
    line: [article.file, ...texts].join(', '),
    cites: [],
  };
}

/** What is known of an article beside its outlet, date and file. */
function describeArticle(article: Article): string[] {
  const { title, authors, url, problems, sha256 } = article;
  return [
    title === null ? 'Title not stated.' : quote(title),
    ...(authors.length > 0 ? [`By ${authors.join(', ')}`] : []),
    ...(url === null ? [] : [url]),
    ...dateGrounds(article),
    ...withdrawnCaution(article),
    ...fileCautions(article),
    problems.length === 0
      ? 'No known problems in the text.'
      : `${plural(problems.length, 'known problem')} in the text: ${problems.map(({ paragraph, kind }) => `${kind} (paragraph ${paragraph})`).join(', ')}.`,
    `SHA-256 ${sha256}`,
  ];
}

export interface SourcesJson {
  kind: 'sources';
  articles: SourceJson[];
  searched: SearchedJson;
}

/** What a date rests on; of an unknown one at most the reasoning is there. */
interface GroundsJson {
  basis: Basis | null;
  evidence: string | null;
  paragraph: number | null;
  reasoning: string | null;
  source: string | null;
}

/** An article of the archive. */
interface SourceJson extends ArticleJson {
  date: DateJson & GroundsJson;
  authors: string[];
  url: string | null;
  problems: ProblemJson[];
  /** Of the file's bytes, in hex. */
  sha256: string;
  /** The file has changed since its entry in articles.yml was written. */
  entryOutdated: boolean;
}

function toSourceJson(article: Article): SourceJson {
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
  if (published.status === 'unknown') {
    const { reasoning } = published;
    return { basis: null, evidence: null, paragraph: null, reasoning, source: null };
  }
  const { basis, evidence, paragraph, reasoning, source } = published;
  return { basis, evidence, paragraph, reasoning, source };
}
