import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../../../src/search/question/question.js';

const words = (text: string): string[] => parseQuestion(text).words.map(({ word }) => word);

describe('of pasted text', () => {
  it.each([
    [
      'addresses',
      'Panama refused https://cnn.com/2024/12/05/x?a=1 flights',
      ['panama', 'refused', 'flights'],
    ],
    ['Slack’s addresses', 'Panama <https://a.example/b|cnn.com> flights', ['panama', 'flights']],
    ['mail addresses', 'panama ana.ruiz@example.org flights', ['panama', 'flights']],
    ['handles', 'RT @reporter: Panama refused @cnnbrk', ['panama', 'refused']],
    ['Slack’s mentions', '<@U012AB3CD> panama', ['panama']],
    ['what passes it on', 'Fwd: Panama flights', ['panama', 'flights']],
  ])('%s ask for nothing', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('hashtags are the words that they are made of', () => {
    expect(words('#Panama #BorderCrisis #safe_third_country #USTariffs2025')).toEqual([
      'panama',
      'border',
      'crisis',
      'safe',
      'third',
      'country',
      'usa',
      'tariffs',
      '2025',
    ]);
  });

  it('a number sign before a number is none', () => {
    expect(words('panama #1')).toEqual(['panama', '1']);
  });

  it('a head of a mail is text, and so are dashes and colons in a sentence', () => {
    expect(words('From: Ana Ruiz about panama')).toEqual(['ana', 'ruiz', 'panama']);
    const said = parseQuestion('it is not for the -refugees- to say, before:noon they were there');
    expect(said.without).toEqual([]);
    expect(said.filters.before).toBeNull();
    expect(said.words.map(({ word }) => word)).toContain('refugees');
  });

  it('a filter that can be read holds in a sentence too', () => {
    const { filters } = parseQuestion('what did she say to them about the flights from:cnn');
    expect(filters.from).toEqual(['cnn']);
  });
});
