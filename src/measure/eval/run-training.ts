import { findCandidates } from '../../answer/find-candidates.js';
import { readThread } from '../../answer/read-thread.js';
import type { View } from '../../answer/archive/view.js';
import { rank, type Signals } from '../../search/rank.js';
import { readQuestion } from '../../search/question/read-question.js';
import { QuestionError } from '../../search/question/question.js';
import { crossValidate, measureCommitted, trialsOf, type JudgedSearch } from './cross-validate.js';
import type { JudgedQuestion } from './judged-question.js';
import type { Training } from './training-text.js';

const FROM_TEXT = ['words', 'sentence', 'neighbours'] as const satisfies (keyof Signals)[];
const FROM_METADATA = ['outlet', 'day'] as const satisfies (keyof Signals)[];

/** Learns the weights of the signals anew on judged questions, and tells what each signal adds. */
export function train(questions: readonly JudgedQuestion[], view: View): Training {
  const answerable = questions.filter((question) => question.answerable);
  const read = searchAll(answerable, view, true);
  const unread = searchAll(answerable, view, false);
  return {
    questions: answerable.length,
    read: [
      ...trialsOf([...FROM_TEXT, ...FROM_METADATA]).map((trial) => crossValidate(read, trial)),
      measureCommitted(read),
    ],
    unread: [
      ...trialsOf(FROM_TEXT).map((trial) => crossValidate(unread, trial)),
      measureCommitted(unread),
    ],
  };
}

function searchAll(
  questions: readonly JudgedQuestion[],
  view: View,
  hints: boolean,
): JudgedSearch[] {
  const reader = hints
    ? view.reader
    : {
        ...view.reader,
        readOutlets: () => ({ outlets: new Set<string>(), words: new Set<string>() }),
      };
  const { copies } = view;
  return questions.flatMap((judged): JudgedSearch[] => {
    try {
      const { question, focus } = readThread(judged.thread, judged.query);
      const whole = readQuestion(question, reader);
      const reading = hints ? whole : { ...whole, days: [] };
      const { candidates } = findCandidates(view, question, reading, { focus, within: null });
      return [
        {
          question: judged,
          reading,
          hits: rank(candidates, reading, view.index.vocabulary),
          copies,
        },
      ];
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error;
      return [{ question: judged, reading: NOTHING_READ, hits: [], copies }];
    }
  });
}

/** A question that cannot be read finds nothing. */
const NOTHING_READ: JudgedSearch['reading'] = {
  words: [],
  outlets: new Set(),
  days: [],
  sought: null,
  compares: false,
};
