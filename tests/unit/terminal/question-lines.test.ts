import { describe, expect, it } from 'vitest';
import { parseQuestionLine } from '../../../src/terminal/question-lines.js';

it('reads plain text, numbered by its line', () => {
  expect(parseQuestionLine('  panama "safe third country"  ', 4)).toEqual({
    id: 4,
    query: 'panama "safe third country"',
  });
  expect(parseQuestionLine('"panama"', 1)).toEqual({ id: 1, query: '"panama"' });
  expect(parseQuestionLine('[1]', 1)).toEqual({ id: 1, query: '[1]' });
});

it('reads an object with its own id, a word or a number, or the line’s', () => {
  expect(parseQuestionLine('{"id":"q1","query":"panama"}', 4)).toEqual({
    id: 'q1',
    query: 'panama',
  });
  expect(parseQuestionLine('{"id":0,"query":"panama"}', 4)).toEqual({ id: 0, query: 'panama' });
  expect(parseQuestionLine('{"query":"panama"}', 4)).toEqual({ id: 4, query: 'panama' });
});

it('leaves keys alone that it does not know', () => {
  expect(parseQuestionLine('{"query":"panama","thread":["x"],"note":1}', 4)).toEqual({
    id: 4,
    query: 'panama',
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['{"query":', 2, 'line 2 begins like a JSON object and is none'],
    ['{panama}', 2, 'line 2 begins like a JSON object'],
    ['{"id":"q1"}', 'q1', 'line 2: query: expected string'],
    ['{"id":"q1","query":5}', 'q1', 'line 2: query: expected string, received number'],
    ['{"id":{},"query":"panama"}', 2, 'line 2: id: '],
    ['{"id":null,"query":"panama"}', 2, 'line 2: id: '],
  ])('%s keeps its id and says what was expected', (line, id, message) => {
    expect(parseQuestionLine(line, 2)).toEqual({
      id,
      fault: expect.stringContaining(message),
    });
  });
});
