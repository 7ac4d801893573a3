import { describe, expect, it } from 'vitest';
import { parseSpokenRequest } from '../../../src/requests/request.js';

describe('in a conversation', () => {
  it.each([
    ['what did arevalo say', 'arevalo', null],
    ['What did Arévalo say about safe third country?', 'Arévalo', 'safe third country'],
    ['what has the foreign ministry said on deportees?', 'the foreign ministry', 'deportees'],
    ['what does Karoline Leavitt say', 'Karoline Leavitt', null],
    ['what is sheinbaum saying about tariffs', 'sheinbaum', 'tariffs'],
  ])('“%s” asks for quotations', (text, name, about) => {
    expect(parseSpokenRequest(text)).toEqual({ kind: 'quotes', name, about, question: text });
  });

  it.each([
    ['who said “we are not a safe third country”?', 'we are not a safe third country'],
    ['did Trump say "this is a great deal"', 'this is a great deal'],
    ['is it true that Sheinbaum said “we would never do it”', 'we would never do it'],
  ])('“%s” asks whether the words are there', (text, sentence) => {
    expect(parseSpokenRequest(text)).toEqual({ kind: 'check', sentence });
  });

  it.each([
    'what did she say',
    'what did they say about tariffs',
    'what did the article say about panama',
    'who said it?',
    'who said “border czar”',
    'what did sheinbaum say to reporters when she came back',
    'what is the policy',
    'and honduras?',
  ])('“%s” stays a question', (text) => {
    expect(parseSpokenRequest(text)).toEqual({ kind: 'passages', question: text });
  });

  it('reads commands as after the slash', () => {
    expect(parseSpokenRequest('timeline tariffs')).toEqual({ kind: 'timeline', topic: 'tariffs' });
  });
});
