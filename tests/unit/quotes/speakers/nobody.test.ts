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

describe('no speech', () => {
  it.each(['Tom “Red” Carter said nothing.', 'The school was rated “outstanding” by Ofsted.'])(
    'is a nickname or a rating: %s',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );
});
