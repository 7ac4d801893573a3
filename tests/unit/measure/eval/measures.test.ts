import { describe, expect, it } from 'vitest';
import type { JudgedQuestion } from '../../../../src/measure/eval/measures.js';
import { MEASURES, type SearchResult } from '../../../../src/measure/eval/measures.js';

const QUESTION: JudgedQuestion = {
  id: '1',
  query: 'ferries',
  thread: [],
  answerable: true,
  evidence: [new Set(['a#1', 'a#2']), new Set(['b#1'])],
  grades: new Map([
    ['a#1', 3],
    ['a#2', 3],
    ['b#1', 1],
  ]),
  wrong: new Set(),
};
const UNANSWERABLE = { ...QUESTION, answerable: false, evidence: [], grades: new Map() };

function measured(passages: string[], given: Partial<SearchResult> = {}, question = QUESTION) {
  const outcome: SearchResult = { status: 'found', passages, ...given };
  return Object.fromEntries(MEASURES.map(({ name, of }) => [name, of(question, outcome)]));
}

const others = (count: number): string[] => Array.from({ length: count }, (_, at) => `c#${at}`);

describe('the measures', () => {
  it('are 1 for the best order there is', () => {
    expect(measured(['a#1', 'a#2', 'b#1'])).toMatchObject({
      'Success@1': 1,
      'nDCG@5': 1,
      'nDCG@10': 1,
      'MRR@10': 1,
      'Hits@10': 1,
      'evidence recall@10': 1,
    });
  });

  it('count the first relevant passage by its rank', () => {
    expect(measured([...others(3), 'b#1'])).toMatchObject({
      'Success@1': 0,
      'Success@3': 0,
      'Hits@4': 1,
      'MRR@10': 0.25,
    });
    expect(measured([...others(10), 'b#1'])).toMatchObject({ 'Hits@10': 0, 'MRR@10': 0 });
  });

  it('count a piece of evidence once, wherever else it stands', () => {
    expect(measured(['a#1', 'a#2'])).toMatchObject({ 'evidence recall@10': 0.5 });
    expect(measured(['b#1', 'a#2'])).toMatchObject({ 'evidence recall@10': 1 });
  });

  it('discount grades by the binary logarithm of the rank and one', () => {
    const best = 3 + 3 / Math.log2(3) + 1 / Math.log2(4);
    expect(measured(['b#1', 'a#1'])['nDCG@5']).toBeCloseTo((1 + 3 / Math.log2(3)) / best, 12);
    expect(measured([...others(5), 'a#1'])['nDCG@5']).toBe(0);
    expect(measured([...others(5), 'a#1'])['nDCG@10']).toBeCloseTo(3 / Math.log2(7) / best, 12);
  });

  it('are 0 for nothing found, and that is a wrong refusal', () => {
    expect(measured([], { status: 'nothing' })).toMatchObject({
      'Success@1': 0,
      'nDCG@5': 0,
      'evidence recall@10': 0,
      'refused, wrongly': 1,
      'answered in part': 0,
      'refused, rightly': null,
    });
  });

  it('ask of an unanswerable question only whether it was refused', () => {
    expect(measured([], { status: 'nothing' }, UNANSWERABLE)).toMatchObject({
      'Success@1': null,
      'refused, rightly': 1,
      '… of these in part': 0,
      'refused, wrongly': null,
    });
    expect(measured(['a#1'], { status: 'partial' }, UNANSWERABLE)).toMatchObject({
      'refused, rightly': 1,
      '… of these in part': 1,
    });
    expect(measured(['a#1'], {}, UNANSWERABLE)).toMatchObject({ 'refused, rightly': 0 });
  });
});
