import { describe, expect, it } from 'vitest';
import { readQuestions, QuestionsError } from '../../../../src/measure/eval/read-questions.js';
import { article } from '../../../support/article.js';

const articles = [
  article({
    file: 'a.txt',
    text: 'Ferries stop\nThe ferries stopped on Monday.\n\nNobody  knows why.\nThe ferries stopped on Monday.\n',
  }),
  article({ file: 'b.txt', text: 'The harbour is closed. It opens,\nagain in May.\n' }),
];

function read(...lines: object[]) {
  return readQuestions(lines.map((line) => JSON.stringify(line)).join('\n'), 'q.jsonl', articles);
}

function faultsOf(text: string): string[] {
  try {
    readQuestions(text, 'q.jsonl', articles);
  } catch (error) {
    if (error instanceof QuestionsError) return error.message.split('\n');
    throw error;
  }
  return [];
}

function evidenceOf(relevant: object): string[] {
  const [question] = read({ id: '1', query: 'ferries', relevant: [relevant] });
  return [...(question?.evidence[0] ?? [])];
}

describe('evidence', () => {
  it('is a paragraph by its number', () => {
    expect(evidenceOf({ file: 'a.txt', paragraph: 3 })).toEqual(['a.txt#3']);
  });

  it('is every paragraph that holds the words, white space aside', () => {
    expect(evidenceOf({ file: 'a.txt', text: 'Nobody knows\twhy.' })).toEqual(['a.txt#3']);
    expect(evidenceOf({ file: 'a.txt', text: 'stopped on Monday' })).toEqual([
      'a.txt#2',
      'a.txt#4',
    ]);
  });

  it('is each of the paragraphs that the words run over', () => {
    expect(evidenceOf({ file: 'b.txt', text: 'It opens, again in May.' })).toEqual([
      'b.txt#1',
      'b.txt#2',
    ]);
  });

  it('in a heading belongs to the paragraph that the heading stands over', () => {
    expect(evidenceOf({ file: 'a.txt', paragraph: 1 })).toEqual(['a.txt#2']);
  });

  it('is the whole article where neither paragraph nor words are given', () => {
    expect(evidenceOf({ file: 'b.txt' })).toEqual(['b.txt#1', 'b.txt#2']);
  });

  it('gives a passage its best grade, and 1 where none is given', () => {
    const [question] = read({
      id: 1,
      query: 'ferries',
      relevant: [
        { file: 'a.txt', paragraph: 3, grade: 2 },
        { file: 'a.txt', paragraph: 3 },
        { file: 'b.txt', paragraph: 1 },
      ],
    });
    expect([...(question?.grades ?? [])]).toEqual([
      ['a.txt#3', 2],
      ['b.txt#1', 1],
    ]);
    expect(question?.evidence).toHaveLength(3);
  });
});

describe('judged questions', () => {
  it('keep their order; blank lines and keys of their author’s own are passed over', () => {
    const lines = [
      '{"id":"7","query":"ferries","relevant":[{"file":"b.txt"}],"kind":"one word"}',
      '',
      '{"id":8,"query":"and why?","thread":["ferries"],"relevant":[],"answerable":false}',
    ];
    const questions = readQuestions(`\uFEFF${lines.join('\r\n')}\r\n`, 'q.jsonl', articles);
    expect(questions).toMatchObject([
      { id: '7', thread: [], answerable: true },
      { id: '8', thread: ['ferries'], answerable: false, evidence: [] },
    ]);
  });

  it.each([
    ['panama', 'q.jsonl line 1: is not JSON; expected one object, all on one line'],
    ['[]', /^q\.jsonl line 1: expected an object such as/],
    [
      '{"id":"1","relevant":[{"file":"a.txt"}]}',
      'q.jsonl line 1, query: expected the question, as a text',
    ],
    ['{"id":"1","query":"x"}', /^q\.jsonl line 1, relevant: expected a list of evidence/],
    [
      '{"id":"1","query":"x","relevant":[]}',
      /^q\.jsonl line 1, relevant: is empty; expected evidence, or/,
    ],
    [
      '{"id":"1","query":"x","relevant":[{"file":"a.txt"}],"answerable":false}',
      'q.jsonl line 1, relevant: has evidence; expected [] beside "answerable": false',
    ],
    [
      '{"id":"1","query":"x","relevant":[{"file":"a.txt","paragraf":2}]}',
      'q.jsonl line 1, relevant.0: paragraf is not known here; expected file, paragraph, text or grade',
    ],
    [
      '{"id":"1","query":"x","relevant":[{"file":"a.txt","grade":4}]}',
      'q.jsonl line 1, relevant.0.grade: expected 1, 2 or 3',
    ],
    [
      '{"id":"1","query":"x","relevant":[{"file":"c.txt"}]}',
      'q.jsonl line 1, relevant.0.file: c.txt is not in the archive; expected one of its 2 articles',
    ],
    [
      '{"id":"1","query":"x","relevant":[{"file":"b.txt","paragraph":3}]}',
      'q.jsonl line 1, relevant.0.paragraph: 3 is past the end of b.txt; expected 1 to 2',
    ],
    [
      '{"id":"1","query":"x","relevant":[{"file":"b.txt","text":"the harbor"}]}',
      'q.jsonl line 1, relevant.0.text: does not stand in b.txt; expected its exact words',
    ],
    [
      '{"id":"1","query":"x","relevant":[{"file":"b.txt","text":"harbour","paragraph":2}]}',
      'q.jsonl line 1, relevant.0.text: does not stand in paragraph 2 of b.txt; expected its exact words',
    ],
  ])('%s is refused with file, line, key and what was expected', (line, message) => {
    const [fault, ...others] = faultsOf(line);
    expect(fault).toMatch(message);
    expect(others).toEqual([]);
  });

  it('are refused with all faults together, a repeated id among them', () => {
    const good = '{"id":"1","query":"x","relevant":[{"file":"a.txt"}]}';
    expect(faultsOf(`${good}\n\nnone\n${good}`)).toEqual([
      'q.jsonl line 3: is not JSON; expected one object, all on one line',
      'q.jsonl line 4, id: 1 is the id of line 1 too; expected one of its own',
    ]);
    expect(faultsOf('none\n'.repeat(30)).at(-1)).toBe('and 10 more faults follow');
    expect(faultsOf('\n')).toEqual([
      'q.jsonl: expected at least one question, one JSON object a line',
    ]);
  });
});
