import { z } from 'zod';
import { excerptOf } from '../../answer/answer.js';
import {
  type Article,
  type Basis,
  dateLabel,
  earliestDay,
  latestDay,
} from '../../corpus/article/article.js';
import { isFrom, judgeDate } from '../../search/filter-passages.js';
import { parseQuestion, type Question } from '../../search/question/question.js';
import {
  type ArticleJson,
  type DateJson,
  type ProblemJson,
  type QuestionJson,
  type SearchedJson,
  toArticleJson,
  toProblemJson,
  toSearchedJson,
} from '../json.js';
import type { Kind } from '../kind.js';
import { type Entry, listAll, type Proof, proofOf } from '../listing.js';
import { filterWords, unknownSource } from './passages.js';
import { dateGrounds, fileCautions, outletLabel, plural, withdrawnCaution } from '../wording.js';

const schema = z.object({
  kind: z.literal('sources'),
  /** `from:cnn since:2025`: only these. */
  only: z.string().optional(),
});

/** What the archive holds: each article with its date and its grounds, and what is known to be wrong with it. */
export const sources: Kind<z.infer<typeof schema>, SourcesJson> = {
  schema,
  usage: [
    {
      write: 'sources',
      gives: 'every article, with its date and what is known to be wrong with it',
    },
    { write: 'sources from:nyt', gives: 'those of an outlet; since: and before: work too' },
  ],
  /** "Sources say …" is an ordinary question. */
  parse: (rest) =>
    /^\P{L}*$/u.test(rest) ? { kind: 'sources' } : isOnlyFilters(rest) ? onlyThese(rest) : null,
  /** `from:cnn` alone asks for no words: it asks what there is. */
  parsePlain(question, earlier) {
    if (isOnlyFilters(question)) return onlyThese(question);
    const isBare = BARE.test(question);
    return (isBare ? earlier.length === 0 : LIST.test(question)) ? { kind: 'sources' } : null;
  },
  subject: () => '',
  async answer(archive, asked) {
    const { articles, freshness } = archive.view();
    const question = parseQuestion(asked.request.only ?? '');
    const { from } = question.filters;
    const fitting = articles.filter(
      (article) => from.length === 0 || from.some((source) => isFrom(article, source)),
    );
    const verdicts = fitting.map((article) => judgeDate(article, question.filters));
    const shown = fitting.filter((_, at) => verdicts[at] === 'in');
    const undated = verdicts.filter((verdict) => verdict === 'undated').length;
    const unknown = from.filter((source) => !articles.some((article) => isFrom(article, source)));
    return {
      listing: listAll(shown, asked, {
        said: [
          ...(shown.length > 0 || unknown.length === 0 ? [headline(shown, question)] : []),
          ...(shown.some((article) => mayBeElsewhen(article, question)) ? [RANGES] : []),
          ...(undated > 0
            ? [`${plural(undated, 'article')} left out because nothing states a date.`]
            : []),
          ...unknown.map((source) => unknownSource(source, freshness)),
        ],
        searched: freshness,
        columns: ['Outlet', 'Date', 'Title', 'File', 'The date rests on', 'Beware of'],
        toEntry: articleEntry,
      }),
      json: () => ({
        kind: 'sources',
        filters: { ...question.filters, from: [...from] },
        undated,
        articles: shown.map(toSourceJson),
        searched: toSearchedJson(freshness),
      }),
    };
  },
};

/** Where a date filter let an article in of which only some days fit. */
const RANGES = 'An inferred date counts where any day of its range fits.';

function mayBeElsewhen({ published }: Article, { filters: { since, before } }: Question): boolean {
  return (
    (since !== null && (earliestDay(published) ?? since) < since) ||
    (before !== null && (latestDay(published) ?? '') >= before)
  );
}

/** "list all articles"; in a thread a bare "source?" asks for that of what was shown. */
const LIST = /^\W*(?:(?:list|show|me|all|the|your) )+(?:sources|articles)\W*$/i;
const BARE = /^\W*(?:sources?|articles)\W*$/i;

function onlyThese(only: string): z.infer<typeof schema> {
  return { kind: 'sources', only };
}

function isOnlyFilters(text: string): boolean {
  if (!/^\W*(?:from|form|since|after|before):/i.test(text)) return false;
  const { words, phrases, without } = parseQuestion(text);
  return words.length === 0 && phrases.length === 0 && without.length === 0;
}

function headline({ length }: readonly Article[], question: Question): string {
  const only = filterWords({ question });
  if (only !== '')
    return `The archive holds ${length === 0 ? 'no article' : plural(length, 'article')} ${only}.`;
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
        proof: proofOfArticle(article),
      },
    ],
    line: [article.title ?? outletLabel(article), article.file, ...texts].join(', '),
    cites: [],
    row: articleRow(article),
  };
}

/** Its first paragraph, from which the whole can be read. */
function proofOfArticle(article: Article): Proof | undefined {
  const [paragraph] = article.paragraphs;
  return paragraph && proofOf(excerptOf({ article, paragraph }, paragraph));
}

/** What one looks for among many articles; the reasoning behind a date is too long for a table. */
function articleRow(article: Article): string[] {
  const { title, published, file } = article;
  const [basis = '', evidence] = dateGrounds(article);
  const hasEvidence = published.status !== 'unknown' && published.evidence !== null;
  return [
    outletLabel(article),
    dateLabel(published),
    title ?? 'not stated',
    file,
    (hasEvidence ? evidence : undefined) ?? basis,
    [...withdrawnCaution(article), ...fileCautions(article), ...knownProblems(article)].join(' '),
  ];
}

/** What is known of an article beside its headline, outlet, date and file. */
function describeArticle(article: Article): string[] {
  const { problems } = article;
  return [
    ...factsOf(article),
    ...(problems.length === 0 ? ['No known errors in the text.'] : knownProblems(article)),
  ];
}

function knownProblems({ problems }: Article): string[] {
  if (problems.length === 0) return [];
  const each = problems.map(({ paragraph, kind }) => `${kind} (paragraph ${paragraph})`);
  return [`${plural(problems.length, 'known error')} in the text: ${each.join(', ')}.`];
}

/** What is stated of an article beside its headline, address, outlet, date and file. */
export function factsOf(article: Article): string[] {
  const { authors } = article;
  return [
    ...(authors.length > 0 ? [`By ${authors.join(', ')}`] : []),
    ...dateGrounds(article),
    ...withdrawnCaution(article),
    ...fileCautions(article),
  ];
}

export interface SourcesJson extends Pick<QuestionJson, 'filters'> {
  kind: 'sources';
  /** Articles that a date filter left out because nothing states their date. */
  undated: number;
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
  if (published.status === 'unknown') {
    const { reasoning } = published;
    return { basis: null, evidence: null, paragraph: null, reasoning, source: null };
  }
  const { basis, evidence, paragraph, reasoning, source } = published;
  return { basis, evidence, paragraph, reasoning, source };
}
