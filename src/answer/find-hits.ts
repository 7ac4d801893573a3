import { type Article, type Passage, passageText } from '../corpus/article/article.js';
import type { Work } from '../corpus/slices.js';
import { parseQuestion } from '../search/question/question.js';
import { holdsSought, readSought, type Sought } from '../search/question/sought.js';
import { NO_SIGNALS } from '../search/rank.js';
import type { View } from './archive/view.js';
import type { FoldedHit } from './copies.js';
import { DEFAULT_LIMIT, intoEntries } from './entries.js';
import { readFigures } from './figures/read-figures.js';
import { type FindOptions, type Found, findPassages } from './find-passages.js';
import { isName } from './judge-answer.js';
import { askFor, readThread, showTopic, type Topic, type Turn } from './read-thread.js';

/** What it says for a passage that one beside it was just shown. */
const BESIDE = 0.5;
/** The best passage of a follow-up may hold as much less of its own words than the best one without the topic. */
const AS_MUCH = 0.999;

export interface ThreadOptions {
  /** The questions asked before in the same thread, oldest first: a follow-up is read with them. */
  readonly thread?: readonly string[] | undefined;
  /** Only passages of these articles count. */
  readonly within?: ReadonlySet<Article> | undefined;
  /** What was shown last, where that was no answer with passages: "any numbers?" is asked of these then. */
  readonly shown?: readonly Shown[] | undefined;
}

type Shown = Pick<Passage, 'article' | 'paragraph'>;

/** What a question finds after those before it, and how many of the best passages, or entries, were shown already. */
export interface FoundInThread extends Found {
  readonly from: number;
}

/**
 * Reads a question with those before it where it follows them. A short one is read twice, alone and with the topic: the
 * second counts where another passage comes first that speaks of the topic and holds as much of the question's own words.
 * @throws QuestionError when the question cannot be read
 */
export function* findHits(
  view: View,
  input: string,
  { thread = [], within, shown }: ThreadOptions = {},
): Work<FoundInThread> {
  const question = parseQuestion(input);
  const { topic, turn } = yield* readThread(thread, question, function* (before, last) {
    return (yield* readBothWays(view, before, last, within)) !== null;
  });
  function* alone(): Work<FoundInThread> {
    return { ...(yield* findPassages(view, question, { within })), from: 0 };
  }
  if (topic === null) return yield* alone();
  const { found, from = 0 } = (yield* answerTurn(view, topic, turn, { within, shown })) ?? {};
  if (found === undefined) return yield* alone();
  const now = turn.follows === 'turns' || turn.follows === 'either' || turn.follows === 'refers';
  const read = now ? { ...topic, focus: turn.own } : topic;
  const answer = {
    ...found.answer,
    question: { ...found.answer.question, text: question.text },
    thread,
    readAs: showTopic(read, question),
  };
  return { ...found, answer, from };
}

/** What a turn finds that is read with its topic; `null` for one that stands by itself. */
function* answerTurn(
  view: View,
  topic: Topic,
  turn: Turn,
  { within, shown }: Pick<ThreadOptions, 'within' | 'shown'>,
): Work<{ readonly found: Found; readonly from?: number } | null> {
  switch (turn.follows) {
    case 'new':
      return null;
    case 'either': {
      const found = yield* readBothWays(view, topic, turn, within);
      return found && { found };
    }
    case 'turns':
      return { found: yield* findBeside(view, topic, turn, within) };
    case 'refers': {
      const just = justShown(view, yield* findTopic(view, topic, turn, within), topic, shown);
      const beside = besideShown(view, just);
      return { found: yield* findPassages(view, askFor(topic, turn), { within, shown: beside }) };
    }
    case 'more':
      return {
        found: yield* findTopic(view, topic, turn, within),
        from: (topic.further + 1) * DEFAULT_LIMIT,
      };
    case 'again': {
      const sought = readSought(turn.question.text);
      // Why it is so may stand anywhere; all else is asked of what was just shown.
      if (sought === 'reason')
        return {
          found: yield* findPassages(view, askFor(topic, turn), {
            focus: wordsOf(topic.focus),
            within,
          }),
        };
      const found = yield* findTopic(view, topic, turn, within);
      if (sought === null) return { found };
      return { found: onlyHolding(view, found, justShown(view, found, topic, shown), sought) };
    }
  }
}

/** Reads a short question with the topic; `null` where it fares better alone, or the topic puts nothing else on top. */
function* readBothWays(
  view: View,
  topic: Topic,
  turn: Turn,
  within: FindOptions['within'],
): Work<Found | null> {
  const own = wordsOf(turn.own);
  const together = yield* findBeside(view, topic, turn, within);
  const [best] = together.hits;
  if (best === undefined || ![...best.matched].some((word) => !own.includes(word))) return null;
  const alone = yield* findPassages(view, turn.question, { within });
  if (alone.hits[0]?.passage === best.passage) return null;
  const heldBy = ({ hits: [first], reading }: Found): number =>
    reading.words.reduce(
      (sum, { word, idf }) => sum + (own.includes(word) && first?.matched.has(word) ? idf : 0),
      0,
    );
  return heldBy(together) >= AS_MUCH * heldBy(alone) ? together : null;
}

/** What speaks of the turn's own subject, best where it speaks of the topic too. */
function* findBeside(
  view: View,
  topic: Topic,
  turn: Turn,
  within: FindOptions['within'],
): Work<Found> {
  const question = askFor(topic, turn);
  // Which words of the topic are names shows where they stand.
  const { reading, hits } = yield* findTopic(view, topic, turn, within);
  const names = new Set(wordsOf(reading.words.filter((word) => isName(word, hits))));
  const words = question.words.map((word) =>
    names.has(word.word) ? { ...word, isName: true } : word,
  );
  return yield* findPassages(view, { ...question, words }, { focus: wordsOf(turn.own), within });
}

/** What the topic found when it was asked. */
function* findTopic(
  view: View,
  topic: Topic,
  { question }: Turn,
  within: FindOptions['within'],
): Work<Found> {
  const again = askFor(topic, { question, own: [], follows: 'again' });
  // As it was asked, so that what it shows is what was shown.
  const text = topic.focus.length === 0 ? topic.opening.text : wordsOf(topic.focus).join(' ');
  return yield* findPassages(view, { ...again, text }, { focus: wordsOf(topic.focus), within });
}

/** The passages just shown: those of the topic, unless others were. */
function justShown(
  view: View,
  { hits }: Found,
  { further }: Topic,
  shown: readonly Shown[] = [],
): readonly Passage[] {
  const first = further * DEFAULT_LIMIT;
  if (shown.length > 0)
    return view.passages.filter(({ article, paragraph }) =>
      shown.some((one) => one.article === article && one.paragraph.number === paragraph.number),
    );
  const page = new Set(
    intoEntries(hits)
      .slice(first, first + DEFAULT_LIMIT)
      .flat(),
  );
  // In the order of their ranks, not of the file.
  return hits.filter((hit) => page.has(hit)).map(({ passage }) => passage);
}

/** The passages just shown and those right before and after them, each by what that says for it. */
function besideShown(view: View, just: readonly Passage[]): Map<Passage, number> {
  const shown = new Map<Passage, number>();
  for (const passage of just) shown.set(passage, 1);
  for (const { id, article } of just)
    for (const beside of [view.passages[id - 1], view.passages[id + 1]])
      if (beside?.article === article && !shown.has(beside)) shown.set(beside, BESIDE);
  return shown;
}

/** Of the passages just shown, and those beside them, the ones that hold what is asked for. */
function onlyHolding(view: View, found: Found, just: readonly Passage[], sought: Sought): Found {
  const shown = besideShown(view, just);
  const hits = [...shown]
    .filter(([passage]) => holds(passage, sought))
    .map(
      ([passage, share]): FoldedHit =>
        found.hits.find((hit) => hit.passage === passage) ?? {
          passage,
          score: share,
          signals: { ...NO_SIGNALS, shown: share },
          matched: new Set(),
          capitals: new Set(),
          copies: [],
        },
    );
  const none = hits.length === 0;
  // What stands only beside what was shown need not belong to it.
  const inShown = hits.some(({ passage }) => shown.get(passage) === 1);
  const answer = {
    ...found.answer,
    ...(none ? { status: 'nothing' as const, noneHolds: sought } : {}),
    ...(none || inShown ? {} : { status: 'partial' as const }),
    noted: [],
    total: hits.length,
    reachable: hits.length,
  };
  return { ...found, hits, answer };
}

function holds(passage: Passage, sought: Sought): boolean {
  const text = passageText(passage);
  return sought === 'figure' ? readFigures(text).length > 0 : holdsSought(text, sought);
}

function wordsOf(words: readonly { readonly word: string }[]): string[] {
  return words.map(({ word }) => word);
}
