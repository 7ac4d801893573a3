import { describe, expect, it } from 'vitest';
import { parseQuestionLine } from '../../../src/terminal/question-lines.js';

it('reads plain text, numbered by its line', () => {
  expect(parseQuestionLine('  panama "safe third country"  ', 4)).toEqual({
    id: 4,
    query: 'panama "safe third country"',
    thread: [],
  });
  expect(parseQuestionLine('"panama"', 1)).toEqual({ id: 1, query: '"panama"', thread: [] });
  expect(parseQuestionLine('[1]', 1)).toEqual({ id: 1, query: '[1]', thread: [] });
});

it('reads an object with its own id, a word or a number, or the line’s', () => {
  expect(parseQuestionLine('{"id":"q1","query":"panama"}', 4)).toEqual({
    id: 'q1',
    query: 'panama',
    thread: [],
  });
  expect(parseQuestionLine('{"id":0,"query":"panama"}', 4)).toMatchObject({ id: 0 });
  expect(parseQuestionLine('{"query":"panama"}', 4)).toMatchObject({ id: 4, query: 'panama' });
});

it('reads the questions that came before in the same thread, oldest first', () => {
  expect(parseQuestionLine('{"query":"and honduras?","thread":["panama","mexico"]}', 4)).toEqual({
    id: 4,
    query: 'and honduras?',
    thread: ['panama', 'mexico'],
  });
});

it('leaves keys alone that it does not know', () => {
  expect(parseQuestionLine('{"query":"panama","note":1}', 4)).toEqual({
    id: 4,
    query: 'panama',
    thread: [],
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['{"query":', 2, 'line 2 begins like a JSON object and is none'],
    ['{panama}', 2, 'line 2 begins like a JSON object'],
    ['{"id":"q1"}', 'q1', 'line 2: query: expected string'],
    ['{"id":"q1","query":5}', 'q1', 'line 2: query: expected string, received number'],
    ['{"id":"q1","query":"panama","thread":"mexico"}', 'q1', 'line 2: thread: expected array'],
    ['{"id":"q1","query":"panama","thread":[5]}', 'q1', 'line 2: thread.0: expected string'],
    ['{"id":{},"query":"panama"}', 2, 'line 2: id: '],
    ['{"id":null,"query":"panama"}', 2, 'line 2: id: '],
  ])('%s keeps its id and says what was expected', (line, id, message) => {
    expect(parseQuestionLine(line, 2)).toEqual({
      id,
      fault: expect.stringContaining(message),
    });
  });
});
