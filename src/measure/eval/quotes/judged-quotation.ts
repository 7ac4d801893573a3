import { z } from 'zod';
import type { Span } from '../../../answer/answer.js';
import type { Article, Paragraph } from '../../../corpus/article/article.js';
import { UsageError } from '../../../terminal/arguments.js';
import { jsonLines } from '../read-data.js';

/** What a person who has read the article says of words in quotation marks. */
export interface JudgedQuotation extends Span {
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** The names that count as right; empty where the article does not say who speaks. */
  readonly speakers: readonly string[];
  /** Speech or not, readers may differ: counted neither for nor against. */
  readonly arguable: boolean;
}

const judgedQuotation = z.strictObject(
  {
    file: z.string('expected the name of an article'),
    paragraph: z.int('expected the number of a paragraph').min(1, 'expected 1 or more'),
    text: z.string('expected the words as printed').min(1, 'expected the words as printed'),
    speaker: z
      .union([z.string(), z.array(z.string()).min(1), z.null()], {
        error: 'expected a name, a list of names that are all right, or null where nobody is named',
      })
      .optional(),
    arguable: z.literal(true, 'expected true, or nothing').optional(),
  },
  'expected an object such as {"file":"a.txt","paragraph":3,"text":"We close at six,","speaker":"Ann Lee"}',
);

/**
 * Reads judged quotations, one JSON object a line, and finds the words in their paragraphs.
 * @param name the file's name, for messages
 * @throws UsageError naming the first line that cannot be used, and what was expected
 */
export function readJudgedQuotations(
  text: string,
  name: string,
  articles: readonly Article[],
): JudgedQuotation[] {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const judged: JudgedQuotation[] = [];
  for (const { number: line, value } of jsonLines(text)) {
    const wrong = (message: string): UsageError =>
      new UsageError(`${name} line ${line}: ${message}`);
    const parsed = judgedQuotation.safeParse(value);
    if (!parsed.success)
      throw wrong(
        parsed.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; '),
      );
    const { file, paragraph: number, text: words, speaker, arguable = false } = parsed.data;
    if (arguable === (speaker !== undefined))
      throw wrong('expected either a speaker or "arguable": true');
    const article = byFile.get(file);
    const paragraph = article?.paragraphs[number - 1];
    if (!article || !paragraph) throw wrong(`${file} has no paragraph ${number}`);
    const last = judged.findLast((one) => one.paragraph === paragraph);
    const start = article.text.indexOf(words, last?.end ?? paragraph.start);
    const end = start + words.length;
    if (start < 0 || end > paragraph.end)
      throw wrong(
        `the words do not stand in ${file} ${number}, or not after those of the line before`,
      );
    const speakers = typeof speaker === 'string' ? [speaker] : (speaker ?? []);
    judged.push({ article, paragraph, start, end, speakers, arguable });
  }
  return judged;
}
