import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/requests/request.js';

describe('a question in plain words', () => {
  it.each([
    ['what did arevalo say', 'arevalo', null],
    ['What did Arévalo say about safe third country?', 'Arévalo', 'safe third country'],
    ['what has the foreign ministry said on deportees?', 'the foreign ministry', 'deportees'],
    ['what does Karoline Leavitt say', 'Karoline Leavitt', null],
    ['what is sheinbaum saying about tariffs', 'sheinbaum', 'tariffs'],
    ['quote sheinbaum', 'sheinbaum', null],
    ['Quote from arevalo about asylum', 'arevalo', 'asylum'],
  ])('“%s” asks for quotations', (text, name, about) => {
    expect(parseRequest(text)).toEqual({ kind: 'quotes', name, about, plain: text });
  });

  it.each([
    ['who said “we are not a safe third country”?', 'we are not a safe third country'],
    ['who first said "we are not a safe third country"', 'we are not a safe third country'],
    ['did Trump say "this is a great deal"', 'this is a great deal'],
    ['when did she say “we would never do it”?', 'we would never do it'],
    ['is it true that Sheinbaum said “we would never do it”', 'we would never do it'],
    ['is “we would never do it” a real quote?', 'we would never do it'],
    ['verify this quote: “we would never do it”', 'we would never do it'],
  ])('“%s” asks whether the words are there', (text, sentence) => {
    expect(parseRequest(text)).toEqual({ kind: 'check', sentence, plain: text });
  });

  it.each([
    ['how many migrants?', 'migrants'],
    [
      'how many cartel members were extradited to the US?',
      'cartel members were extradited to the US',
    ],
    ['How much fentanyl was seized', 'fentanyl was seized'],
  ])('“%s” asks for figures', (text, topic) => {
    expect(parseRequest(text)).toEqual({ kind: 'figures', topic, plain: text });
  });

  it.each([
    'what did she say',
    'what did they say about tariffs',
    'what did sheinbaum say about it',
    'what did the article say about panama',
    'who said it?',
    'who said “border czar”',
    'who wants “to build bridges between governments”',
    'what did sheinbaum say to reporters when she came back',
    'what is the policy',
    'and honduras?',
    'how many of them?',
    'how many?',
    'quote unquote',
    'what did sheinbaum say about tariffs\nand what did trump answer',
    `what did sheinbaum say about ${'tariffs '.repeat(50)}`,
    'did Trump say “we won it all” to the reporters who travelled with him on the plane that day in May',
  ])('“%s” stays a question', (text) => {
    const question = text.trim();
    expect(parseRequest(text)).toEqual({ kind: 'passages', question });
  });

  it('asks on in a thread, whose topic it may be about', () => {
    const question = 'how many migrants?';
    expect(parseRequest(question, ['mexico'])).toEqual({ kind: 'passages', question });
  });
});
