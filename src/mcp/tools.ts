import { z } from 'zod';
import type { Archive } from '../answer/archive/archive.js';
import { MAX_LIMIT } from '../answer/ask.js';
import { hasWords } from '../requests/kind.js';
import { answerRequest, KINDS, readQuestion, type Request } from '../requests/request.js';
import { MAX_QUESTION_LENGTH, QuestionError } from '../search/question/question.js';
import { MOST_READ, readArticleAt } from './read-article.js';

/** What an assistant may ask for: the same requests as everywhere, each with fields for its parts. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /**
   * Answers with what the library gives for the same request.
   * @throws QuestionError when it cannot be read; ZodError for arguments that are no `input`
   */
  answer(archive: Archive, args: unknown): Promise<object>;
}

/** Nobody asks on further than this in one thread. */
const LONGEST_THREAD = 20;

const words = (what: string) =>
  z.string().max(MAX_QUESTION_LENGTH).refine(hasWords, `expected ${what}`).describe(what);
const limit = z
  .int()
  .min(1)
  .max(MAX_LIMIT)
  .optional()
  .describe(`how many at most, 1 to ${MAX_LIMIT}`);
const offset = z.int().min(0).optional();

function tool<S extends z.ZodObject>(
  name: string,
  description: string,
  input: S,
  answer: (archive: Archive, args: z.infer<S>) => object | Promise<object>,
): Tool {
  return {
    name,
    description,
    input,
    answer: async (archive, args) => answer(archive, input.parse(args)),
  };
}

export const TOOLS: readonly Tool[] = [
  tool(
    'search',
    'Passages that answer a question, best first, word for word, each with its file, offsets and date. A question is plain words, an exact phrase in quotation marks, -word for what must not stand there, since:2025-03, before:2025-02-01, from:cnn, or the web address of an article. Only “text” is the archive’s word: what you write around it is yours, and what you quote goes through check first.',
    z.strictObject({
      query: words('a question or words to look for'),
      limit,
      thread: z
        .array(z.string().max(MAX_QUESTION_LENGTH))
        .max(LONGEST_THREAD)
        .optional()
        .describe('the questions before it, oldest first; a follow-up is read with them'),
    }),
    (archive, { query, limit: most, thread = [] }) =>
      replyTo(archive, readQuestion(query), most, thread),
  ),
  tool(
    'quotes',
    'What somebody is quoted with, each quotation word for word with its speaker as printed.',
    z.strictObject({
      name: words('a person or body, such as sheinbaum'),
      about: words('a topic').optional(),
      limit,
    }),
    (archive, { name, about = null, limit: most }) =>
      replyTo(archive, { kind: 'quotes', name, about }, most),
  ),
  tool(
    'check',
    'Whether a sentence stands in the archive word for word, where, and who says it; else the nearest words and what differs. Put every quotation through this before you give it as one.',
    z.strictObject({ sentence: words('the sentence, as you would print it'), limit }),
    (archive, { sentence, limit: most }) => replyTo(archive, { kind: 'check', sentence }, most),
  ),
  tool(
    'timeline',
    'Passages on a topic by the dates of their articles, oldest first; those whose date nothing states come last.',
    z.strictObject({ topic: words('a topic'), limit }),
    (archive, { topic, limit: most }) => replyTo(archive, { kind: 'timeline', topic }, most),
  ),
  tool(
    'figures',
    'Numbers printed on a topic, each in its sentence. None is added up or compared.',
    z.strictObject({ topic: words('a topic'), limit }),
    (archive, { topic, limit: most }) => replyTo(archive, { kind: 'figures', topic }, most),
  ),
  tool(
    'sources',
    'The articles of the archive, each with its date, what the date rests on, and what is known to be wrong with it; a page of them at a time, with the total.',
    z.strictObject({
      only: z
        .string()
        .max(MAX_QUESTION_LENGTH)
        .optional()
        .describe('filters such as from:cnn since:2025-01 before:2025-02'),
      limit,
      skip: offset.describe('how many of the first to pass over'),
    }),
    async (archive, { only = '', limit: most = SOURCES_PAGE, skip = 0 }) => {
      const request = KINDS.sources.parse(only, []);
      if (request === null)
        throw new QuestionError(
          `only is “${only}”; expected nothing but filters, such as from:cnn since:2025-01.`,
        );
      const asked = { request, skip: 0, thread: [] };
      const { articles, ...rest } = (await KINDS.sources.answer(archive, asked)).json();
      return { ...rest, total: articles.length, articles: articles.slice(skip, skip + most) };
    },
  ),
  tool(
    'read',
    `The words of one file between two offsets, such as those around a citation; at most ${MOST_READ} characters at a time. Where end is less than length, the file goes on.`,
    z.strictObject({
      file: z.string().describe('as in a citation or in sources'),
      start: offset.describe('in UTF-16 code units; the beginning unless given'),
      end: offset.describe('the first that is left out; as far as one reading goes unless given'),
    }),
    readArticleAt,
  ),
];

const SOURCES_PAGE = 20;

async function replyTo(
  archive: Archive,
  request: Request,
  most: number | undefined,
  thread: readonly string[] = [],
): Promise<object> {
  return (await answerRequest(archive, { request, skip: 0, thread }, most)).json();
}
