import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestError } from '../../../src/requests/kind.js';
import { kindOf, parseRequest } from '../../../src/requests/request.js';

describe('a command', () => {
  it.each([
    ['timeline tariffs', { kind: 'timeline', topic: 'tariffs' }],
    ['Timeline of the talks since:2025-01', { kind: 'timeline', topic: 'the talks since:2025-01' }],
    ['FIGURES migrants', { kind: 'figures', topic: 'migrants' }],
    ['figures: on migrants', { kind: 'figures', topic: 'migrants' }],
    ['sources', { kind: 'sources' }],
    [' https://a.example/x ', { kind: 'article', url: 'https://a.example/x', question: null }],
    [
      'What do we have on www.a.example/x?',
      { kind: 'article', url: 'www.a.example/x', question: null },
    ],
    [
      'what does https://a.example/x, say of ferries',
      {
        kind: 'article',
        url: 'https://a.example/x',
        question: 'what does https://a.example/x, say of ferries',
      },
    ],
    [' Sources? ', { kind: 'sources' }],
    ['check “we are ready”', { kind: 'check', sentence: '“we are ready”' }],
    ['check we are ready', { kind: 'check', sentence: 'we are ready' }],
    ['check:"we are\nready"', { kind: 'check', sentence: '"we are\nready"' }],
    ['quotes sheinbaum', { kind: 'quotes', name: 'sheinbaum', about: null }],
    ['quotes from “foreign ministry”?', { kind: 'quotes', name: 'foreign ministry', about: null }],
    [
      'quotes arevalo about safe third country',
      { kind: 'quotes', name: 'arevalo', about: 'safe third country' },
    ],
  ])('is read: %s', (text, request) => {
    expect(parseRequest(text)).toEqual(request);
  });

  it.each(['timeline', 'figures:', 'check', 'check “”', 'quotes ?'])(
    'without what it is about gets a reason with an example: %s',
    (text) => {
      expect(() => parseRequest(text)).toThrow(RequestError);
      expect(() => parseRequest(text)).toThrow(/such as (?:timeline|figures|check|quotes) /);
    },
  );

  it('alone in a thread asks on about the thread’s topic', () => {
    expect(parseRequest('figures?', ['migrants'])).toEqual({
      kind: 'passages',
      question: 'figures?',
    });
  });
});

describe('an ordinary question is never taken for a command', () => {
  it.each([
    'figures show migrants crossing the border',
    'figures released by the ministry',
    'figures are wrong',
    'timeline remains unclear',
    'sources say mexico agreed',
    'sources’ names',
    'check-in policy',
    'check whether mexico agreed',
    'check if they met',
    'checkpoints at the border',
    'timelines',
    'quotes about tariffs',
    'what did the timeline say',
    'panama',
    '',
  ])('%s', (text) => {
    expect(parseRequest(text)).toEqual({ kind: 'passages', question: text });
  });

  it('whatever is typed, a question or a command comes back with the words that were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const question = `mexico ${text}`;
        expect(parseRequest(question)).toEqual({ kind: 'passages', question: question.trim() });
        const check = parseRequest(`check x${text}`);
        expect(kindOf(check).subject(check)).toBe(`x${text}`.trim());
      }),
    );
  });
});
