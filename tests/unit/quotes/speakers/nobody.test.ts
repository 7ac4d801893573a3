import { describe, expect, it } from 'vitest';
import { said } from '../said.js';

describe('a speaker', () => {
  it.each([
    ['By 2010 said “we will never be ready for it again,” and nobody came.', '2010'],
    ['“We will never be ready for it again,” said the streets.', 'the streets'],
    ['“We will never be ready for it again,” party procedures say.', 'party procedures'],
  ])('is never what cannot speak: %s', (text) => {
    for (const line of said(text)) expect(line).toMatch(/ \| –$/);
  });

  it.each([
    ['“We close at six,” the letter signed by Ana Ruiz said.', /letter signed/],
    ['“We close at six,” said two residents.', /residents/],
    ['“We close at six,” said the former Denmark forward.', /forward/],
    ['“We close at six,” said the ministry.', /ministry/],
  ])('is who can, under whatever noun: %s', (text, name) => {
    expect(said(text)).toEqual([expect.stringMatching(name)]);
  });

  it('is who signs below a long dash', () => {
    expect(said('“We close at six and nobody minds.” ― Ana Ruiz')).toEqual([
      'We close at six and nobody minds. | Ana Ruiz | Ana Ruiz',
    ]);
  });

  it.each(['ANA RUIZ: “We close at six.”', 'Ana Ruiz: “We close at six.”'])(
    'is who is named before a colon, as in a transcript: %s',
    (text) => {
      expect(said(text)).toEqual([expect.stringMatching(/^We close at six\. \| ana ruiz \|/i)]);
    },
  );
});

describe('a transcript', () => {
  it('has its turns told apart by who is named before each, with marks or without', () => {
    expect(
      said(
        [
          'ANA RUIZ, HOST: Welcome back. He said “no” today.',
          'SEN. CARTER (D-MA): Thank you. We close at six.',
          '(LAUGHTER)',
          'RUIZ: “Why six?”',
          'SEN. CARTER (D-MA): The tide.',
        ].join('\n'),
      ),
    ).toEqual([
      'Welcome back. He said “no” today. | ANA RUIZ | ANA RUIZ',
      'Thank you. We close at six. | CARTER | CARTER',
      'Why six? | RUIZ | ANA RUIZ',
      'The tide. | CARTER | CARTER',
    ]);
  });

  it.each([
    ['Pros: Long battery.\nCons: Heavy.\nPros: Light.\nCons: Dear.', 'a list of a test'],
    ['NOTE: We open.\nUPDATE: We close.\nNOTE: We open.\nUPDATE: We close.', 'notes'],
    [
      ['BILLS', 'FILM', 'GIANTS', 'JETS', 'LIONS', 'FILM', 'RAMS', 'BILLS', 'COLTS', 'BEARS']
        .map((word) => `${word}: Were quicker than before.`)
        .join('\n'),
      'a list with many headings',
    ],
    ['RUIZ: We close at six.\nRUIZ: We open at seven.', 'one voice alone'],
  ])('is not: %j, %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('a mark that never closes', () => {
  it.each([
    ['Smith said: “We go today. Then he left for the port.', 'We go today. | Smith | Smith'],
    ['Smith said: "We go today. Then he left for the port.', 'We go today. | Smith | Smith'],
    ['Smith said the port was “closed for good. He left.', 'closed for good. | Smith | Smith'],
    [
      '“We go today. The others left. “We stay,” Lee said.',
      'We go today. | Lee | Lee',
      'We stay, | Lee | Lee',
    ],
  ])('ends with its sentence: %s', (text, ...found) => {
    expect(said(text)).toEqual(found);
  });

  it.each(['“We go today, he said. Then he left.', 'Smith asked for “more, and went home'])(
    'is passed over where the reporter’s words stand in the sentence, or it has no end: %s',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );
});

describe('no speech', () => {
  it.each([
    'Tom “Red” Carter said nothing.',
    'The school was rated “outstanding” by Ofsted.',
    'Places rated “good” or “excellent” must post it, the inspector said.',
    'The agency rates the stock “buy,” Smith said.',
    'Moody’s rated the bonds “junk.”',
    'They nicknamed him “the Shark,” Smith said.',
    'It is our “best for travel” pick in our guide.',
    'She said so in a memoir. “The Woman in Me,” she wrote it last year.',
  ])('is a nickname, a rating or a title: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is not what is shouted: “DO NOT BUY THEM”', () => {
    expect(said('“DO NOT BUY YOUR CHILDREN BLUE BUCKETS,” one user wrote.')).toEqual([
      'DO NOT BUY YOUR CHILDREN BLUE BUCKETS, | one user | one user',
    ]);
  });
});
