import { z } from 'zod';
import type { Article } from '../../corpus/article/article.js';
import { type JudgedQuestion, passageKey, type PassageKey } from './measures.js';
import { jsonLines } from './read-data.js';

/** Thrown when judged questions cannot be used; the message has a line for each fault: file, line, key, expected. */
export class QuestionsError extends Error {
  override readonly name = 'QuestionsError';
  readonly code = 'bad-questions';
}

/** More faults than these come from one cause. */
const FAULTS_SHOWN = 20;

/**
 * Reads judged questions, one JSON object a line, and finds their evidence among the articles.
 * @param file the questions' name, for messages
 * @throws QuestionsError with all faults together, or when there is no question at all
 */
export function readQuestions(
  text: string,
  file: string,
  articles: readonly Article[],
): JudgedQuestion[] {
  const faults: string[] = [];
  const questions: JudgedQuestion[] = [];
  const lineOf = new Map<string, number>();
  const find = createEvidenceFinder(articles);

  for (const { number, value } of jsonLines(text)) {
    const wrong = (key: string, message: string): null => {
      faults.push(`${file} line ${number}${key === '' ? '' : `, ${key}`}: ${message}`);
      return null;
    };
    const read = readQuestion(value, wrong);
    if (!read) continue;
    const id = String(read.id);
    const first = lineOf.get(id);
    if (first !== undefined)
      wrong('id', `${id} is the id of line ${first} too; expected one of its own`);
    lineOf.set(id, number);
    questions.push({ ...judge(read, find, wrong), id });
  }

  if (faults.length > FAULTS_SHOWN)
    faults.splice(FAULTS_SHOWN, Infinity, `and ${faults.length - FAULTS_SHOWN} more faults follow`);
  if (faults.length > 0) throw new QuestionsError(faults.join('\n'));
  if (questions.length === 0)
    throw new QuestionsError(`${file}: expected at least one question, one JSON object a line`);
  return questions;
}

/** Notes a fault of the line's key. */
type Wrong = (key: string, message: string) => null;

function readQuestion(value: unknown, wrong: Wrong): JudgedLine | null {
  if (value === undefined) return wrong('', 'is not JSON; expected one object, all on one line');
  const parsed = judgedLine.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) wrong(path.join('.'), message);
  return null;
}

function judge(
  { query, thread, relevant, wrong: reported, ...line }: JudgedLine,
  find: ReturnType<typeof createEvidenceFinder>,
  wrong: Wrong,
): Omit<JudgedQuestion, 'id'> {
  const answerable = line.answerable ?? (relevant.length > 0 ? true : null);
  const evidence: ReadonlySet<PassageKey>[] = [];
  const grades = new Map<PassageKey, number>();
  for (const [index, piece] of relevant.entries()) {
    const found = find(piece, (key, message) => wrong(`relevant.${index}.${key}`, message));
    if (!found) continue;
    evidence.push(found);
    for (const key of found) grades.set(key, Math.max(piece.grade, grades.get(key) ?? 0));
  }
  const wrongOnes = reported.flatMap((piece, index) => [
    ...(find(piece, (key, message) => wrong(`wrong.${index}.${key}`, message)) ?? []),
  ]);
  return { query, thread, answerable, evidence, grades, wrong: new Set(wrongOnes) };
}

interface SqueezedParagraph {
  /** The paragraph whose passage carries these words: a heading lends its own to the paragraph after it. */
  readonly carrier: number;
  readonly squeezed: string;
}

/**
 * Finds evidence in the articles. `text` is looked for with all white space left out on both sides, so that line
 * ends and double blanks do not matter; where it runs over several paragraphs, each of them counts. Evidence with
 * neither `paragraph` nor `text` is the whole article.
 */
export function createEvidenceFinder(
  articles: readonly Article[],
): (evidence: Evidence, wrong: Wrong) => ReadonlySet<PassageKey> | null {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const linesOf = new Map<string, SqueezedParagraph[]>();

  return ({ file, paragraph, text }, wrong) => {
    const article = byFile.get(file);
    if (!article)
      return wrong(
        'file',
        `${file} is not in the archive; expected one of its ${articles.length} articles`,
      );
    const lines = linesOf.get(file) ?? readLines(article);
    linesOf.set(file, lines);
    const asked = paragraph === undefined ? lines : lines.slice(paragraph - 1, paragraph);
    if (asked.length === 0)
      return wrong(
        'paragraph',
        `${paragraph} is past the end of ${file}; expected 1 to ${lines.length}`,
      );
    const found = text === undefined ? asked : findText(asked, squeeze(text));
    if (found.length === 0) {
      const where = paragraph === undefined ? file : `paragraph ${paragraph} of ${file}`;
      return wrong('text', `does not stand in ${where}; expected its exact words`);
    }
    return new Set(found.map(({ carrier }) => passageKey(file, carrier)));
  };
}

function findText(
  lines: readonly SqueezedParagraph[],
  wanted: string,
): readonly SqueezedParagraph[] {
  const whole = lines.filter(({ squeezed }) => squeezed.includes(wanted));
  if (whole.length > 0) return whole;
  const start = lines
    .map(({ squeezed }) => squeezed)
    .join('')
    .indexOf(wanted);
  if (start < 0) return [];
  let at = 0;
  return lines.filter(({ squeezed }) => {
    const from = at;
    at += squeezed.length;
    return from < start + wanted.length && at > start;
  });
}

function readLines({ text, paragraphs }: Article): SqueezedParagraph[] {
  return paragraphs.map(({ number, start, end }, index) => {
    const carrier = paragraphs.slice(index).find(({ role }) => role !== 'heading');
    return { carrier: carrier?.number ?? number, squeezed: squeeze(text.slice(start, end)) };
  });
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

const evidence = z.strictObject(
  {
    file: z.string('expected the name of an article, as a text').min(1, 'expected a name'),
    paragraph: z
      .int('expected a whole number, paragraphs counted from 1')
      .min(1, 'expected 1 or more')
      .optional(),
    text: z
      .string('expected words of the article, as a text')
      .refine((text) => text.trim() !== '', 'expected at least one word')
      .optional(),
    grade: z
      .int('expected 1, 2 or 3')
      .min(1, 'expected 1, 2 or 3')
      .max(3, 'expected 1, 2 or 3')
      .default(1),
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `${keys.join(', ')} is not known here; expected file, paragraph, text or grade`
        : 'expected an object such as {"file":"a.txt","paragraph":3}',
  },
);

/** One line of a file of judged questions. Keys of its author's own may stand beside these. */
export const judgedLine = z
  .object(
    {
      id: z.union([z.string(), z.number()], 'expected a text or a number'),
      query: z
        .string('expected the question, as a text')
        .refine((query) => query.trim() !== '', 'expected at least one word'),
      thread: z
        .array(z.string('expected an earlier question, as a text'), 'expected a list of texts')
        .default([]),
      relevant: z.array(evidence, 'expected a list of evidence; [] for a question to be refused'),
      answerable: z.boolean('expected true or false').optional(),
      wrong: z.array(evidence, 'expected a list of passages that do not answer').default([]),
    },
    'expected an object such as {"id":"1","query":"panama","relevant":[{"file":"a.txt","paragraph":3}]}',
  )
  .superRefine(({ relevant, answerable, wrong: reported }, context) => {
    const wrong = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (relevant.length === 0 && answerable !== false && reported.length === 0)
      wrong('relevant', 'is empty; expected evidence, or "answerable": false beside it');
    if (relevant.length > 0 && answerable === false)
      wrong('relevant', 'has evidence; expected [] beside "answerable": false');
  });

export type JudgedLine = z.infer<typeof judgedLine>;
export type Evidence = z.infer<typeof evidence>;
