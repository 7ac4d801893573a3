import type { Work } from '../corpus/slices.js';
import { parseQuestion, type Question, type QuestionWord } from '../search/question/question.js';
import { isFramingWord } from '../search/question/stop-words.js';

/** What the questions of a thread are about. */
export interface Topic {
  /** The question that opened it. */
  readonly opening: Question;
  /** The words of the latest follow-up that named a subject of its own. */
  readonly focus: readonly QuestionWord[];
  /** How often more was asked for since. */
  readonly further: number;
}

/**
 * How a question follows the topic.
 * - `new`: not at all.
 * - `either`: it is short, and the archive must tell.
 * - `turns`: to a subject beside it, "and honduras?"; a passage must hold a word of that.
 * - `refers`: to it, with words of its own that may stand or not, "who broke them up?".
 * - `again`: with none, "why?", "who said it?".
 * - `more`: asks for the next passages.
 */
export type Follows = 'new' | 'either' | 'turns' | 'refers' | 'again' | 'more';

/** A question after those before it in its thread. */
export interface Turn {
  readonly question: Question;
  /** Its own words that name a subject. */
  readonly own: readonly QuestionWord[];
  readonly follows: Follows;
}

/** What the questions before said counts so much beside what is asked now. */
const CONTEXT_SHARE = 0.3;
/** Earlier questions that are looked at; nobody refers further back without saying so. */
const REMEMBERED = 20;
/** A follow-up is short: more words of its own make a new question, whatever it begins with. */
const FOLLOW_UP_WORDS = 4;

const TURNS = /^\W*(?:and|or|but|so|also|what about|how about|same for|y)\b/i;
const REFERS = /\b(?:it|its|that|this|those|these|they|them|their|he|him|his|she|her|hers)\b/i;
const ASKS =
  /^\W*(?:and |but |so )?(?:who|whom|whose|what(?! about)|when|where|why|how(?! about)|which)\b/i;
const MORE =
  /^\W*(?:(?:and|any|some|show|give|tell|me|us|the|what|anything|is there) )*(?:more|next|others?|else|the rest|go on|continue|keep going|m[aá]s)(?: of (?:it|them|those|these|that))?(?: please)?\W*$/i;
/** Whether a question asks for the next of what was shown, and for nothing else. */
export function asksForMore(question: string): boolean {
  return MORE.test(question);
}

/** Asked of the topic as it is: these name a kind of thing, or nothing, and no subject. */
const NO_SUBJECT = new Set(
  `number numbers figure figures statistic statistics stats date dates day quote quotes quotation quotations detail
  details reason reasons source sources come happened`.split(/\s+/),
);

/**
 * Reads a question after those before it, oldest first. Earlier ones that cannot be read are passed over.
 * @param goesWith tells of the last question before, where that depends on the archive, whether it followed the topic
 */
export function* readThread(
  earlier: readonly string[],
  question: Question,
  goesWith: (topic: Topic, turn: Turn) => Work<boolean>,
): Work<{ readonly topic: Topic | null; readonly turn: Turn }> {
  let topic: Topic | null = null;
  const recent = earlier.slice(-REMEMBERED);
  for (const [index, before] of recent.entries()) {
    const turn = read(before, topic);
    if (turn === null) continue;
    const { follows } = turn;
    const isLast = index === recent.length - 1;
    if (topic !== null && (follows !== 'either' || (isLast && (yield* goesWith(topic, turn)))))
      topic = follow(topic, turn);
    // "Thanks" asks nothing, and ends no topic.
    else if (turn.question.words.length > 0) topic = opens(turn.question);
  }
  return { topic, turn: turnOf(question, topic) };
}

function read(text: string, topic: Topic | null): Turn | null {
  try {
    return turnOf(parseQuestion(text), topic);
  } catch {
    return null;
  }
}

function turnOf(question: Question, topic: Topic | null): Turn {
  const own = question.words.filter(({ word }) => !NO_SUBJECT.has(word) && !isFramingWord(word));
  return { question, own, follows: topic === null ? 'new' : howItFollows(question, own) };
}

function howItFollows({ text, words }: Question, own: readonly QuestionWord[]): Follows {
  if (asksForMore(text)) return 'more';
  const refers = REFERS.test(text);
  const asks = ASKS.test(text);
  if (own.length === 0)
    return refers || asks || words.length > 0 || TURNS.test(text) ? 'again' : 'new';
  if (own.length > FOLLOW_UP_WORDS) return 'new';
  if (refers || (asks && own.length === 1))
    return own.some(({ isName }) => isName) ? 'either' : 'refers';
  return TURNS.test(text) ? 'turns' : 'either';
}

/** The topic after a question that followed it. */
function follow(topic: Topic, { question, own, follows }: Turn): Topic {
  switch (follows) {
    case 'new':
      return question.words.length > 0 ? opens(question) : topic;
    case 'more':
      return { ...topic, further: topic.further + 1 };
    case 'again':
    case 'refers':
      return topic;
    case 'either':
    case 'turns':
      return { ...topic, focus: own, further: 0 };
  }
}

function opens(opening: Question): Topic {
  return { opening, focus: [], further: 0 };
}

/** What a turn asks of the topic, as a question by itself: its own words first, then those that were said before. */
export function askFor({ opening, focus }: Topic, { question, own, follows }: Turn): Question {
  const { from, since, before } = question.filters;
  const ownFilters = from.length > 0 || since !== null || before !== null;
  // A short question may be a new one, which an old filter must not narrow.
  const filters = ownFilters || follows === 'either' ? question.filters : opening.filters;
  const asksAgain = follows === 'again' || follows === 'more';
  if (asksAgain && focus.length === 0) {
    const { words, phrases, phrasesBind } = opening;
    return { ...question, words, phrases, phrasesBind, filters };
  }
  const now = asksAgain ? focus : own;
  const said = follows === 'refers' ? [...focus, ...opening.words] : opening.words;
  return { ...question, words: [...now, ...context(said, now)], filters };
}

/** What was asked before counts less than what is asked now. */
function context(
  words: readonly QuestionWord[],
  now: readonly QuestionWord[],
): readonly QuestionWord[] {
  const named = new Set(now.map(({ word }) => word));
  return words
    .filter(({ word }) => !named.has(word))
    .map((word) => ({ ...word, share: CONTEXT_SHARE }));
}

/** How a follow-up was read: "panama deportees · honduras". */
export function showTopic({ opening, focus }: Topic, { text, words }: Question): string {
  const kinds = words.filter(({ word }) => NO_SUBJECT.has(word));
  const [asked] = /\b(?:who|when|where|why|how many|how much)\b/i.exec(text) ?? [];
  return [
    show(opening.words),
    show(focus),
    show(asked === undefined ? kinds : [{ surface: asked.toLowerCase() }, ...kinds]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function show(words: readonly { readonly surface: string }[]): string {
  return words.map(({ surface }) => surface).join(' ');
}
