import { readFile } from 'node:fs/promises';
import { FolderError, openFolder } from '../../corpus/folder/article-folder.js';
import { createCorpusReader } from '../../corpus/folder/corpus-reader.js';
import { QuestionsError, readQuestions } from '../eval/read-questions.js';
import { UsageError } from '../../terminal/arguments.js';

/**
 * Makes sure that a data folder can be used before minutes go by.
 * @throws UsageError saying what cannot be read and what was expected
 */
export async function checkData(articles: string, questions: string): Promise<void> {
  try {
    const corpus = await createCorpusReader({ folder: openFolder(articles) }).read();
    readQuestions(await readFile(questions, 'utf8'), questions, corpus.articles);
  } catch (cause) {
    if (cause instanceof QuestionsError) throw new UsageError(cause.message, { cause });
    if (cause instanceof FolderError)
      throw new UsageError(`${articles} cannot be opened; expected the folder of articles there`, {
        cause,
      });
    if (cause instanceof Error && 'code' in cause)
      throw new UsageError(
        `${questions} cannot be read; expected judged questions there, one JSON object a line`,
        { cause },
      );
    throw cause;
  }
}
