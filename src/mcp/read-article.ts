import type { Archive } from '../answer/archive/archive.js';
import {
  type ArticleJson,
  type ProblemJson,
  toArticleJson,
  toProblemJson,
} from '../requests/json.js';
import { QuestionError } from '../search/question/question.js';

/** So many UTF-16 code units of a file are read at once, some 3,000 words. */
export const MOST_READ = 20_000;

/** A stretch of a file, with what stands beside its words everywhere. */
export interface ReadJson extends ArticleJson {
  kind: 'read';
  /** UTF-16 code units into the decoded file, as those of a citation. */
  start: number;
  end: number;
  /** Of the whole file; where `end` is less, the file goes on. */
  length: number;
  /** Equals the decoded file cut from `start` to `end`. */
  text: string;
  /** What is known to be wrong in the whole article. */
  problems: ProblemJson[];
}

/**
 * The words of a file from `start` to `end`, and no more than {@link MOST_READ} of them. A file under embargo is as one
 * that is not there.
 * @throws QuestionError when the archive shows no such file, or the file has no such place
 */
export function readArticleAt(
  archive: Archive,
  { file, start = 0, end }: { file: string; start?: number | undefined; end?: number | undefined },
): ReadJson {
  const article = archive.articles().find((each) => each.file === file);
  if (!article)
    throw new QuestionError(`The archive has no file “${file}”. sources lists those that it has.`);
  const { length } = article.text;
  if (start > length) throw new QuestionError(`start is ${start}, and ${file} ends at ${length}.`);
  if (end !== undefined && end < start)
    throw new QuestionError(`end is ${end}, which comes before start at ${start}.`);
  const until = Math.min(end ?? length, length, start + MOST_READ);
  return {
    kind: 'read',
    ...toArticleJson(article),
    start,
    end: until,
    length,
    text: article.text.slice(start, until),
    problems: article.problems.map(toProblemJson),
  };
}
