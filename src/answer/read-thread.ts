import { parseQuestion, type Question, type QuestionWord } from '../search/question/question.js';
import { isFramingWord } from '../search/question/stop-words.js';

/** A question as it is to be answered after the questions before it in its thread. */
export interface ThreadQuestion {
  readonly question: Question;
  /** Words of the follow-up itself: a passage must hold one of them, so that nothing drifts back to the old topic. */
  readonly focus: readonly string[];
  /** How a follow-up was read, "panama deportees · honduras"; `null` for a question that stands by itself. */
  readonly readAs: string | null;
}

/** What the questions before said counts half beside what is asked now. */
const CONTEXT_SHARE = 0.5;
/** Earlier questions that are looked at; nobody refers further back without saying so. */
const REMEMBERED = 20;
/** A follow-up is short: more words of its own make a new question, whatever it begins with. */
const FOLLOW_UP_WORDS = 4;

const OPENING = /^\W*(?:and|or|but|so|also|what about|how about|same for|any|y)\b/i;
const REFERS =
  /\b(?:it|its|that|this|those|these|they|them|their|he|him|his|she|her|there|then|more|else)\b/i;
const OUTRIGHT = /^\W*(?:who|when|where|why|how|which)\W*$/i;
/** Asked of the topic as it is: these name a kind of thing and no subject. */
const KINDS = new Set(
  'number numbers figure figures statistic statistics date dates quote quotes detail details'.split(
    ' ',
  ),
);

interface Topic {
  /** The question that opened the topic. */
  readonly opening: Question;
  /** The words of the latest follow-up that named a subject of its own. */
  readonly focus: readonly QuestionWord[];
}

/**
 * Reads a question after those before it, oldest first. One that begins like a follow-up ("and honduras?") or refers
 * back ("who said it?") is read with the topic; a complete new question starts afresh.
 * @throws QuestionError when the question cannot be read; earlier ones that cannot be are passed over
 */
export function readThread(earlier: readonly string[], input: string): ThreadQuestion {
  let topic: Topic | null = null;
  for (const before of earlier.slice(-REMEMBERED)) {
    try {
      topic = follow(topic, parseQuestion(before)).topic;
    } catch {
      continue;
    }
  }
  const question = parseQuestion(input);
  const { topic: now, follows } = follow(topic, question);
  if (!follows) return { question, focus: [], readAs: null };

  const context = now.opening.words.map((word) => ({ ...word, share: CONTEXT_SHARE }));
  const named = new Set(now.focus.map(({ word }) => word));
  const rest = context.filter(({ word }) => !named.has(word));
  const ownFilters = Object.values(question.filters).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  return {
    question: {
      ...question,
      // With no subject of its own, a follow-up asks again for all that the topic was about.
      words: now.focus.length > 0 ? [...rest, ...now.focus] : now.opening.words,
      phrases: now.focus.length > 0 ? question.phrases : now.opening.phrases,
      filters: ownFilters ? question.filters : now.opening.filters,
    },
    focus: now.focus.map(({ word }) => word),
    readAs: [show(now.opening.words), show(now.focus), show(kindsOf(question))]
      .filter((part) => part !== '')
      .join(' · '),
  };
}

function follow(topic: Topic | null, question: Question): { topic: Topic; follows: boolean } {
  const subjects = question.words.filter(({ word }) => !KINDS.has(word) && !isFramingWord(word));
  const refers =
    OPENING.test(question.text) ||
    REFERS.test(question.text) ||
    OUTRIGHT.test(question.text) ||
    (subjects.length === 0 && question.words.length + kindsOf(question).length > 0);
  // "Thanks" asks nothing, and ends no topic.
  if (topic !== null && !refers && question.words.length === 0) return { topic, follows: false };
  if (topic === null || !refers || subjects.length > FOLLOW_UP_WORDS)
    return { topic: { opening: question, focus: [] }, follows: false };
  return {
    topic: { ...topic, focus: subjects.length > 0 ? subjects : topic.focus },
    follows: true,
  };
}

/** The words of a follow-up that name a kind of thing: "numbers", or what "who", "when" ask for. */
function kindsOf({ text, words }: Question): { surface: string }[] {
  const kinds = words.filter(({ word }) => KINDS.has(word));
  const [asked] = /\b(?:who|when|where|why|how many|how much)\b/i.exec(text) ?? [];
  return asked === undefined ? kinds : [{ surface: asked.toLowerCase() }, ...kinds];
}

function show(words: readonly { readonly surface: string }[]): string {
  return words.map(({ surface }) => surface).join(' ');
}
