import { isEmbargoed, type Article } from '../../corpus/article/article.js';
import type { ArticleFolder } from '../../corpus/folder/article-folder.js';
import { readArticle } from '../../corpus/folder/read-article.js';
import { readText } from '../../corpus/folder/read-text.js';
import type { CitationRef, Verdict } from '../answer.js';
import { compareWithFile } from '../compare-with-file.js';
import type { View } from './view.js';

const NOT_SHOWN: Verdict = {
  kind: 'unreadable',
  reason: 'the archive no longer shows this article',
};

/** Reads the file again and tells whether the cited words still stand in it. */
export async function verifyCitation(
  ref: CitationRef,
  needs: {
    readonly folder: ArticleFolder;
    readonly view: () => View;
    readonly now: () => Date;
  },
): Promise<Verdict> {
  const shown = (): Article | undefined =>
    needs.view().articles.find(({ file }) => file === ref.file);
  if (!shown()) return NOT_SHOWN;
  const read = await readText(needs.folder, ref.file);
  if ('reason' in read) return { kind: 'unreadable', reason: read.reason };
  const { article: fresh } = readArticle({ file: ref.file, ...read }, {});
  // While the file was read an embargo may have been laid on it, from beside it or in it.
  const article = shown();
  if (!article || (fresh && isEmbargoed(fresh, needs.now()))) return NOT_SHOWN;
  if (!fresh) return { kind: 'unreadable', reason: 'there are no words in it' };
  return compareWithFile(ref, fresh, article.withdrawn ?? fresh.withdrawn);
}
