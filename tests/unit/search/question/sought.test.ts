import { describe, expect, it } from 'vitest';
import { passageText } from '../../../../src/corpus/article/article.js';
import { readSought } from '../../../../src/search/question/sought.js';
import { passagesOf } from '../../../support/article.js';
import { rankPassages } from '../../../support/rank-passages.js';

describe('what kind of thing is asked for', () => {
  it.each([
    ['how many migrants were flown out', 'figure'],
    ['How much do tariffs cost', 'figure'],
    ['any numbers?', 'figure'],
    ['what percent of migrants', 'figure'],
    ['what per cent of migrants', 'figure'],
    ['¿Cuántos deportados?', 'figure'],
    ['when did panama refuse', 'day'],
    ['and when?', 'day'],
    ['what day was it', 'day'],
    ['in which month did it begin', 'day'],
    ['¿cuándo fue?', 'day'],
    ['who said it?', 'speaker'],
    ['and who told them', 'speaker'],
    ['any quotes on panama', 'quotation'],
    ['what did sheinbaum say about it', 'speaker'],
    ['why?', 'reason'],
    ['how come', 'reason'],
    ['¿quién dijo eso?', 'speaker'],
  ])('%s', (question, sought) => {
    expect(readSought(question)).toBe(sought);
  });

  it.each(['panama', 'what happened when panama refused', 'who is the minister', 'somehow much'])(
    'is none in “%s”',
    (question) => {
      expect(readSought(question)).toBeNull();
    },
  );
});

describe('a passage that holds it comes before its equal without', () => {
  const first = (question: string, ...texts: string[]): string | undefined =>
    rankPassages(passagesOf(...texts), question)
      .map(({ passage }) => passageText(passage))
      .at(0);

  it.each([
    ['how many migrants', 'Dozens of migrants left.', 'Some 5,200 migrants left.'],
    ['when did migrants leave', 'The migrants left home.', 'The migrants left Thursday.'],
    ['when did migrants leave', 'The migrants left them.', 'The migrants left last week.'],
    ['who said migrants leave', 'The migrants leave now.', 'The migrants leave, she added.'],
  ])('%s', (question, without, holding) => {
    expect(first(question, without, holding)).toBe(holding);
    expect(first('migrants', without, holding)).toBe(without);
  });
});
