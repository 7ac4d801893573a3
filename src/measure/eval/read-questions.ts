import type { Article } from '../../corpus/article/article.js';
import { createEvidenceFinder, type FoundEvidence } from './find-evidence.js';
import { judgedLine, type Evidence, type JudgedLine } from './judged-line.js';
import type { JudgedQuestion, PassageKey } from './judged-question.js';

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

  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const number = index + 1;
    if (line.trim() === '') continue;
    const wrong = (key: string, message: string): void => {
      faults.push(`${file} line ${number}${key === '' ? '' : `, ${key}`}: ${message}`);
    };
    const read = readLine(line, wrong);
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

type Wrong = (key: string, message: string) => void;

function readLine(line: string, wrong: Wrong): JudgedLine | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    wrong('', 'is not JSON; expected one object, all on one line');
    return null;
  }
  const parsed = judgedLine.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) wrong(path.join('.'), message);
  return null;
}

function judge(
  { query, thread, relevant }: JudgedLine,
  find: (evidence: Evidence) => FoundEvidence,
  wrong: Wrong,
): Omit<JudgedQuestion, 'id'> {
  const evidence: ReadonlySet<PassageKey>[] = [];
  const grades = new Map<PassageKey, number>();
  for (const [index, piece] of relevant.entries()) {
    const found = find(piece);
    if ('message' in found) {
      wrong(`relevant.${index}.${found.key}`, found.message);
      continue;
    }
    evidence.push(found.passages);
    for (const key of found.passages) grades.set(key, Math.max(piece.grade, grades.get(key) ?? 0));
  }
  return { query, thread, answerable: relevant.length > 0, evidence, grades };
}
