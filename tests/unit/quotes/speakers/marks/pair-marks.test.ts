import { describe, expect, it } from 'vitest';
import { pairMarks } from '../../../../../src/quotes/speakers/marks/pair-marks.js';
import { article } from '../../../../support/article.js';

/** Too long for a heading. */
const LONG =
  'We wait, and so does everybody who came with us from the far north of the country in that long spring';

const paired = (text: string): string[] =>
  pairMarks(article({ text })).map(
    ({ start, end, runsOn, continues }) =>
      `${continues ? '…' : ''}${text.slice(start, end)}${runsOn ? '…' : ''}`,
  );

describe('quotation marks', () => {
  it.each([
    ['apostrophes are none', 'It’s the ’90s, rock ’n’ roll, ‘tis the workers’ own don’t.', []],
    ['the outermost count', '“a ‘b “c” d’ e” and “f”', ['a ‘b “c” d’ e', 'f']],
    ['each family closes its own', '“a «b» c” «d “e” f»', ['a «b» c', 'd “e” f']],
    ['feet and inches are none', 'He is 6\'2" tall. "Tall," he said.', ['Tall,']],
    ['a mark set the wrong way round still closes', '“Close at six“ it said.', ['Close at six']],
    [
      'two closing marks can hold words, as in Swedish',
      '”Close at six”, it said.',
      ['Close at six'],
    ],
    ['an empty pair holds nothing', '“” and "" and “ ”', []],
    ['white space at the ends is left out', '“ Close at six ”', ['Close at six']],
    ['one left open takes nothing with it', 'It was “a day. He left “soon” and well.', ['soon']],
    [
      'a plural’s apostrophe closes nothing',
      '‘the workers’ rights’ it said',
      ['the workers’ rights'],
    ],
    [
      'paragraphs that open again carry one quotation on',
      '“We wait.\n“There is no room.\n“None,” she said. “Ever.”',
      ['We wait.…', '…There is no room.…', '…None,', 'Ever.'],
    ],
    [
      'a quotation may close in the next paragraph without opening it again',
      `“${LONG} and\nthere is no room.” She left.`,
      [`${LONG} and…`, '…there is no room.'],
    ],
    [
      'paragraphs that were run together are read apart',
      '“We wait. “There is no room,” she said.',
      ['We wait.…', '…There is no room,'],
    ],
    [
      'a heading’s mark runs into no paragraph',
      'The “long wait\n“We wait.” It rained.',
      ['We wait.'],
    ],
  ])('%s', (_title, text, expected) => {
    expect(paired(text)).toEqual(expected);
  });
});
