import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../../src/answer/figures/read-figures.js';

/** Each figure as "printed | low–high or words | unit | hedge". */
const figures = (sentence: string): string[] =>
  readFigures(sentence).map(({ start, end, hedge, amount: { low, high, words, unit } }) =>
    [
      sentence.slice(start, end),
      words ?? (low === high ? `${low}` : `${low}–${high}`),
      unit ?? '-',
      hedge ? sentence.slice(hedge.start, hedge.end) : '-',
    ].join(' | '),
  );

describe('a figure', () => {
  it.each([
    ['Some 5,200 migrants were held.', 'Some 5,200 migrants | 5200 | migrants | Some'],
    ['It sent 10,000 troops north.', '10,000 troops | 10000 | troops | -'],
    ['They gave up 29 prominent cartel members.', '29 prominent cartel members | 29 | members | -'],
    ['Up to 30,000 people a month.', 'Up to 30,000 people | 30000 | people | Up to'],
    [
      'Over half a million encounters.',
      'Over half a million encounters | 500000 | encounters | Over',
    ],
    ['It seized over a ton of it.', 'over a ton | 1 | tons | over'],
    ['He asked for $175 million.', '$175 million | 175000000 | $ | -'],
    ['It cost £1.3bn.', '£1.3bn | 1300000000 | £ | -'],
    ['It fell to $US4.1 million.', '$US4.1 million | 4100000 | $ | -'],
    ['Tariffs of 25% now.', '25% | 25 | percent | -'],
    ['Tariffs of 25 percent now.', '25 percent | 25 | percent | -'],
    ['Tariffs of 25 per cent now.', '25 per cent | 25 | percent | -'],
    ['A 25-percent tariff.', '25-percent | 25 | percent | -'],
    ['From 5,000 to 6,000 people came.', '5,000 to 6,000 people | 5000–6000 | people | -'],
    ['It takes five to ten years.', 'five to ten years | 5–10 | years | -'],
    ['It cost $5-6 million.', '$5-6 million | 5000000–6000000 | $ | -'],
    ['Between two and three dozen towns.', 'Between two and three dozen towns | 24–36 | towns | -'],
    ['Two million people left.', 'Two million people | 2000000 | people | -'],
    [
      'Two hundred and fifty thousand homes.',
      'Two hundred and fifty thousand homes | 250000 | homes | -',
    ],
    ['A dozen towns were hit.', 'A dozen towns | 12 | towns | -'],
    [
      'Hundreds of thousands of migrants came.',
      'Hundreds of thousands of migrants | hundreds of thousands | migrants | -',
    ],
    ['Nearly a third of voters agreed.', 'Nearly a third of voters | a third | voters | Nearly'],
    ['One in five people agreed.', 'One in five people | one in five | people | -'],
    ['Some 30 or more people came.', 'Some 30 or more people | 30 | people | Some'],
    ['About 4,000 of them stayed.', 'About 4,000 | 4000 | - | About'],
    ['More than 2000 migrants came.', 'More than 2000 migrants | 2000 | migrants | More than'],
  ])('%s', (sentence, figure) => {
    expect(figures(sentence)).toEqual([figure]);
  });

  it('that fell from one number to a lower one is two figures, not a range', () => {
    expect(figures('It fell from 300 cases to 200 cases.')).toHaveLength(2);
  });
});

describe('no figure is', () => {
  it.each([
    ['a year', 'In 2024 the votes were counted, as in 2019 and the 1990s.'],
    ['a date', 'They met on November 27, on 3 December 2024 and on 2025-01-15.'],
    ['a time', 'It began at 10:30, and again at 5 p.m.'],
    ['an age', 'Ana Ruiz, 32, and a 45-year-old man aged 45 spoke.'],
    ['a kind of screen', 'A 4K television.'],
    ['an age group', 'Children under 5, voters over 65 and those ages 18 to 24.'],
    ['an ordinal', 'The 5th and the twenty-first, for the third time.'],
    ['a third country', 'They are no safe third country.'],
    ['a section', 'Section 212 and Article 33 of Title 42 apply.'],
    ['a law', 'H.R. 2 and S. 744, Proposition 187.'],
    ['a name with a number', 'A Boeing 737 and the G20 on Interstate 10 with COVID-19.'],
    ['a result', 'They won 3-2.'],
    ['a telephone number', 'Call +1 (555) 123-4567 or 555-123-4567.'],
    ['a length of time that describes', 'The 24-hour, two-year plan.'],
    ['a pair that is told apart', 'The two leaders and Trump’s three sons met.'],
    ['one person', 'One official spoke.'],
    ['a number that counts nothing', 'They chose 45.'],
    ['an address', 'See https://example.org/2500 and write to a300@example.org'],
  ])('%s: %s', (_what, sentence) => {
    expect(figures(sentence)).toEqual([]);
  });
});

it('reads any text in reasonable time, and every figure lies inside it', () => {
  const piece = fc.constantFrom(
    ...'1|,|.|5,200|million|between|and|about|-|–|%|$|of|a|half|two|to|people|(|/|:|é|\uE000'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 300 }), fc.constantFrom('', ' '), (pieces, space) => {
      const sentence = pieces.join(space);
      let at = 0;
      for (const { start, end } of readFigures(sentence)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(sentence.length);
        at = end;
      }
    }),
  );
});
