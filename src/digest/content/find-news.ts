import type { View } from '../../answer/archive/view.js';
import type { Article } from '../../corpus/article/article.js';
import type { ChangedFile } from '../../store/records.js';
import type { SeenArticles } from '../../store/store.js';

/** An article whose content was not there earlier. */
export interface News {
  readonly article: Article;
  readonly change: 'new' | 'changed';
}

/**
 * What a view holds that was not known at a sequence number, by content and not by date, in the order of the files. A file that
 * was renamed is no news; nor is a content that this view does not hold, or does not show.
 */
export async function findNews(
  view: View,
  seen: SeenArticles,
  since: number,
): Promise<readonly News[]> {
  const changed = await seen.changedSince(since);
  const articles = new Map(view.articles.map((article) => [article.file, article]));
  const present = changed.filter(({ file, sha256 }) => articles.get(file)?.sha256 === sha256);
  const renamed = await findRenamed(articles, present, seen);
  return present.flatMap(({ file, before }): News[] => {
    const article = articles.get(file);
    if (!article || renamed.has(file)) return [];
    return [{ article, change: before === null ? 'new' : 'changed' }];
  });
}

/** A new name for a content that another file had, and that file is gone. */
async function findRenamed(
  articles: ReadonlyMap<string, Article>,
  present: readonly ChangedFile[],
  seen: SeenArticles,
): Promise<ReadonlySet<string>> {
  const arrived = present.filter(({ before }) => before === null);
  const earlier = await seen.filesWith([...new Set(arrived.map(({ sha256 }) => sha256))]);
  const gone = new Set(
    earlier.filter(({ file }) => !articles.has(file)).map(({ sha256 }) => sha256),
  );
  return new Set(arrived.filter(({ sha256 }) => gone.has(sha256)).map(({ file }) => file));
}

/** Writes down what the view holds; gives the sequence number up to which everything is in it. */
export function recordView({ articles, freshness }: View, seen: SeenArticles): Promise<number> {
  return seen.record(articles, freshness.loadedAt);
}
