import { describe, expect, it } from 'vitest';
import { listPassages, passageText } from '../../../../src/corpus/article/article.js';
import { createOutletReader } from '../../../../src/search/question/outlets-in-question.js';
import { article } from '../../../support/article.js';
import { rankPassages } from '../../../support/rank-passages.js';

const OUTLETS = [
  'CNN',
  'The Verge',
  'Time',
  'Fortune',
  'FOX News - Lifestyle',
  'CBSSports.com',
  'The New York Times',
];

const named = (question: string): string[] => [
  ...createOutletReader(OUTLETS.map((outlet) => article({ outlet })))(question).outlets,
];

describe('an outlet is known in a question', () => {
  it.each([
    ['what changed according to The Verge?', 'The Verge'],
    ['what changed according to the verge?', 'The Verge'],
    ['what did the verge’s reporter see', 'The Verge'],
    ['what did Verge readers say', 'The Verge'],
    ['did the New York Times print it', 'The New York Times'],
    ['what did CNN say', 'CNN'],
    ['what did cnn say', 'CNN'],
    ['cnn on panama', 'CNN'],
    ['what did Time write of Panama', 'Time'],
    ['and what did Fortune write', 'Fortune'],
    ['what do Fox News and others say', 'FOX News - Lifestyle'],
    ['what does fox news say', 'FOX News - Lifestyle'],
    ['what does CBSSports.com say', 'CBSSports.com'],
    ['what does CBSSports say', 'CBSSports.com'],
  ])('%s: %s', (question, outlet) => {
    expect(named(question)).toEqual([outlet]);
  });

  it('beside others, each of them', () => {
    expect(named('what do CNN and The Verge say of Time')).toEqual(['CNN', 'The Verge', 'Time']);
  });
});

describe('a plain word is no outlet', () => {
  it.each([
    ['without a capital', 'what happened at the time of the talks'],
    ['without a capital', 'who lost a fortune on tariffs'],
    ['where every sentence has a capital', 'Time of the talks'],
    ['where every sentence has a capital', 'Fortune lost on tariffs'],
    ['when it is only part of a name', 'did Fox report it'],
    ['when it is only part of a name', 'what happened in York'],
  ])('%s: %s', (_, question) => {
    expect(named(question)).toEqual([]);
  });
});

it('is none where the articles state no outlet', () => {
  const read = createOutletReader([article(), article()]);
  expect(read('what did CNN say').outlets.size).toBe(0);
});

describe('the outlet that a question names', () => {
  const passages = listPassages([
    article({ file: 'a.txt', outlet: 'Time', text: 'Panama refused the flights on Monday.' }),
    article({ file: 'b.txt', outlet: null, text: 'Panama refused the flights on Tuesday.' }),
    article({ file: 'c.txt', outlet: 'CNN', text: 'Panama refused the flights on Friday.' }),
  ]);
  const shown = (question: string): string[] =>
    rankPassages(passages, question).map(({ passage }) => passage.article.file);

  it('comes first, then those of no stated outlet, and the others are not shut out', () => {
    expect(shown('what did cnn say of panama')).toEqual(['c.txt', 'b.txt', 'a.txt']);
    expect(shown('what did anybody say of panama')).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  it('is no word to look for in the passages', () => {
    const texts = listPassages([
      article({ outlet: 'CNN', text: 'Panama refused.' }),
      article({ outlet: 'Time', text: 'Quokkas told CNN a story.' }),
    ]);
    expect(
      rankPassages(texts, 'what did CNN say of panama').map(({ passage }) => passageText(passage)),
    ).toEqual(['Panama refused.']);
  });

  it('is still looked for when nothing else is asked', () => {
    const texts = listPassages([
      article({ outlet: 'CNN', text: 'Panama refused.' }),
      article({ outlet: 'Time', text: 'The ministry told CNN a story.' }),
    ]);
    expect(rankPassages(texts, 'CNN').map(({ passage }) => passageText(passage))).toEqual([
      'The ministry told CNN a story.',
    ]);
  });

  it('is looked for where it stands in quotation marks', () => {
    const texts = listPassages([
      article({ outlet: 'CNN', text: 'Panama refused.' }),
      article({ outlet: 'Time', text: 'Panama told CNN a story.' }),
    ]);
    const hit = rankPassages(texts, '"CNN" panama').find(({ matched }) => matched.has('cnn'));
    expect(hit?.passage.article.outlet).toBe('Time');
  });

  it('is told by three initials and more, by two only where the outlet itself has them', () => {
    const read = createOutletReader([
      article({ outlet: 'The New York Times' }),
      article({ outlet: 'Irish Times' }),
    ]);
    expect([...read('what did nyt say').outlets]).toEqual(['The New York Times']);
    expect([...read('what did it say').outlets]).toEqual([]);
  });
});
