import type { Article } from '../corpus/article/article.js';
import { articleCautions, dateGrounds, plural } from './say-answer.js';
import type { Sources } from './sources.js';

export function sourcesHeadline({ articles }: Sources): string {
  return articles.length === 0
    ? 'The archive holds no article that may be seen now.'
    : `The archive holds ${plural(articles.length, 'article')}.`;
}

/** What is known of one article beside its outlet, date and file: title, authors, the grounds of the date, faults, fingerprint. */
export function sourceLines(article: Article): string[] {
  const { title, authors, url, problems, sha256 } = article;
  return [
    title === null ? 'Title not stated.' : `“${title}”`,
    ...(authors.length > 0 ? [`By ${authors.join(', ')}`] : []),
    ...(url === null ? [] : [url]),
    ...dateGrounds(article),
    ...articleCautions(article),
    problems.length === 0
      ? 'No known problems in the text.'
      : `${plural(problems.length, 'known problem')} in the text: ${problems.map(({ paragraph, kind }) => `${kind} (paragraph ${paragraph})`).join(', ')}.`,
    `SHA-256 ${sha256}`,
  ];
}
