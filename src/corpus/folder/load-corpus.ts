import type { ArticleFolder } from './article-folder.js';
import type { Corpus } from './corpus.js';
import { createCorpusReader } from './corpus-reader.js';

/**
 * Reads a folder of articles once. A file that cannot be used is named among the faults and left out;
 * it never keeps the others from being read.
 * @throws FolderError when the folder itself cannot be opened
 */
export async function loadCorpus(folder: ArticleFolder): Promise<Corpus> {
  return createCorpusReader({ folder }).read();
}
