import { readFile } from 'node:fs/promises';
import { FolderError, openFolder } from '../../corpus/folder/article-folder.js';
import { createCorpusReader } from '../../corpus/folder/corpus-reader.js';
import { UsageError } from '../../terminal/arguments.js';
import { QuestionsError, readQuestions } from '../eval/read-questions.js';

/**
 * The judged questions of a data folder, read before minutes go by.
 * @throws UsageError saying what cannot be read and what was expected
 */
export async function readJudged(articles: string, file: string): Promise<string[]> {
  try {
    const corpus = await createCorpusReader({ folder: openFolder(articles) }).read();
    const questions = readQuestions(await readFile(file, 'utf8'), file, corpus.articles);
    return questions.map(({ query }) => query);
  } catch (cause) {
    if (cause instanceof QuestionsError) throw new UsageError(cause.message, { cause });
    if (cause instanceof FolderError)
      throw new UsageError(`${articles} cannot be opened; expected the folder of articles there`, {
        cause,
      });
    if (cause instanceof Error && 'code' in cause)
      throw new UsageError(
        `${file} cannot be read; expected judged questions there, one JSON object a line`,
        { cause },
      );
    throw cause;
  }
}
