import { describe, expect, it } from 'vitest';
import { listPassages } from '../../../src/corpus/article/article.js';
import { holdsPhrases, isFrom, judgeDate } from '../../../src/search/filter-passages.js';
import { parseQuestion } from '../../../src/search/question/question.js';
import { article, passagesOf } from '../../support/article.js';
import { exact, inferred, unknown } from '../../support/dates.js';

const verdict = (published: Parameters<typeof exact>[0] | null, question: string): string =>
  judgeDate(
    article({ published: published === null ? unknown : exact(published) }),
    parseQuestion(question).filters,
  );

describe('a date filter', () => {
  it('keeps the first day of since: and drops the day of before:', () => {
    expect(verdict('2025-01-31', 'since:2025-02')).toBe('out');
    expect(verdict('2025-02-01', 'since:2025-02')).toBe('in');
    expect(verdict('2025-01-31', 'before:2025-02')).toBe('in');
    expect(verdict('2025-02-01', 'before:2025-02')).toBe('out');
  });

  it('says undated of an article without a date, and keeps it where no date is asked', () => {
    expect(verdict(null, 'panama since:2025')).toBe('undated');
    expect(verdict(null, 'panama')).toBe('in');
  });

  it('keeps a range as long as any day of it may be meant', () => {
    const judge = (question: string): string =>
      judgeDate(
        article({ published: inferred('2025-01-15', '2025-01-17') }),
        parseQuestion(question).filters,
      );
    expect(judge('since:2025-01-17')).toBe('in');
    expect(judge('since:2025-01-18')).toBe('out');
    expect(judge('before:2025-01-16')).toBe('in');
    expect(judge('before:2025-01-15')).toBe('out');
    expect(judge('since:2025-01-16 before:2025-01-17')).toBe('in');
  });
});

describe('from:', () => {
  const times = article({ file: 'sub/003_034d.txt', outlet: 'The New York Times' });

  it.each([
    'nyt',
    'tnyt',
    'NYT',
    'new york times',
    'The New York Times',
    'york',
    '003',
    '003_034d.txt',
    'sub/003',
    'sub',
  ])('%s means The New York Times in sub/003_034d.txt', (source) => {
    expect(isFrom(times, source)).toBe(true);
  });

  it.each(['cnn', 'ny', 'time', 'times york', '034', '03', 'bbc'])('%s does not', (source) => {
    expect(isFrom(times, source)).toBe(false);
  });

  it('means an article without an outlet by its file name only', () => {
    expect(isFrom(article({ file: '001.txt' }), 'cnn')).toBe(false);
    expect(isFrom(article({ file: '001.txt' }), '001')).toBe(true);
  });
});

describe('phrases and exclusions', () => {
  const holds = (text: string, question: string): boolean[] =>
    passagesOf(text).map((passage) => holdsPhrases(passage, parseQuestion(question)));

  it('keep a passage only with the words in their order, whatever the marks between them', () => {
    expect(holds('“Safe Third-Country” pacts.', '"safe third country"')).toEqual([true]);
    expect(holds('A third safe country.', '"safe third country"')).toEqual([false]);
    expect(holds('Safe third countries.', '"safe third country"')).toEqual([false]);
  });

  it('find a phrase across the line ends of a page and inside curly marks', () => {
    const [passage] = listPassages([
      article({
        text: '“Safe\nthird\ncountry” pacts.',
        paragraphs: [{ number: 1, start: 0, end: 27, role: 'text' }],
      }),
    ]);
    if (passage === undefined) throw new Error('no passage');
    for (const asked of ['"safe third country"', '“safe third country”', '"safe\n third country"'])
      expect(holdsPhrases(passage, parseQuestion(asked))).toBe(true);
  });

  it('want the very words where nothing else is asked, and bar nothing beside other words', () => {
    const text = 'Mexico is no third safe country.';
    expect(holds(text, '"safe third country"')).toEqual([false]);
    expect(holds(text, 'mexico "safe third country"')).toEqual([true]);
    expect(holds(text, 'who is it that is not a "safe third country"')).toEqual([true]);
  });

  it('want each of several phrases', () => {
    expect(holds('A safe border.', '"a safe" "the border"')).toEqual([false]);
  });

  it('drop a passage with an inflection of the excluded word', () => {
    expect(holds('Trump’s plan.', 'plan -trump')).toEqual([false]);
    expect(holds('The deportations.', 'talks -deport')).toEqual([false]);
    expect(holds('The trumpet.', 'talks -trump')).toEqual([true]);
  });

  it('do not find a phrase across two paragraphs', () => {
    expect(holds('It is safe.\nThird country pacts began.', '"safe third"')).toEqual([
      false,
      false,
    ]);
  });
});
