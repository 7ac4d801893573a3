import type { Article } from '../../corpus/article/article.js';

/** What differs between two views of an archive, by content; each list in the order of the files. */
export interface ArchiveChanges {
  /** Files that were not there or not shown: the end of an embargo is an arrival too. */
  readonly arrived: readonly Article[];
  /**
   * Other words, or other metadata. A file that was renamed is here as well: only `file` differs, and its words are
   * neither new nor gone.
   */
  readonly changed: readonly { readonly before: Article; readonly after: Article }[];
  /** Files that are gone, or hidden by an embargo. */
  readonly removed: readonly Article[];
}

/** Compares what two views show; a file that was written again as it was has not changed. */
export function changesBetween(
  before: readonly Article[],
  after: readonly Article[],
): ArchiveChanges {
  const was = new Map(before.map((article) => [article.file, article]));
  const is = new Set(after.map(({ file }) => file));
  const gone = new Map<string, Article[]>();
  for (const article of before)
    if (!is.has(article.file))
      gone.set(article.sha256, [...(gone.get(article.sha256) ?? []), article]);

  const arrived: Article[] = [];
  const changed: { before: Article; after: Article }[] = [];
  for (const article of after) {
    const earlier = was.get(article.file) ?? gone.get(article.sha256)?.shift();
    if (earlier === undefined) arrived.push(article);
    else if (earlier !== article && contentOf(earlier) !== contentOf(article))
      changed.push({ before: earlier, after: article });
  }
  const left = new Set([...gone.values()].flat());
  return { arrived, changed, removed: before.filter((article) => left.has(article)) };
}

/** All that a reader is told of an article; its words by their hash. */
function contentOf(article: Article): string {
  return JSON.stringify({ ...article, text: '', paragraphs: [] });
}
