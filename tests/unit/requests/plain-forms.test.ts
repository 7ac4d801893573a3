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
    ['any numbers on migrants?', 'migrants'],
    ['figure migrants', 'migrants'],
  ])('“%s” asks for figures', (text, topic) => {
    expect(parseRequest(text)).toEqual({ kind: 'figures', topic, plain: text });
  });

  it.each([
    ['from:cnn', { kind: 'sources', only: 'from:cnn' }],
    ['form:cnn since:2025', { kind: 'sources', only: 'form:cnn since:2025' }],
    ['list all articles', { kind: 'sources' }],
    ['which outlets do you have?', { kind: 'outlets' }],
    ['what is new?', { kind: 'new' }],
    ['What’s new today', { kind: 'new' }],
    ['latest news', { kind: 'new' }],
    ['any news?', { kind: 'new' }],
    ['new', { kind: 'new' }],
    ['timline tariffs', { kind: 'timeline', topic: 'tariffs' }],
    ['figurs migrants', { kind: 'figures', topic: 'migrants' }],
    ['soruces', { kind: 'sources' }],
    ['thanks!', { kind: 'talk', about: 'thanks' }],
    ['ok, thank you so much', { kind: 'talk', about: 'thanks' }],
    ['got it 👍', { kind: 'talk', about: 'agreed' }],
    ['hello there', { kind: 'talk', about: 'hello' }],
    ['summarise this', { kind: 'talk', about: 'summary' }],
    ['tl;dr', { kind: 'talk', about: 'summary' }],
    ['write me a headline', { kind: 'talk', about: 'writing' }],
    ['translate the article into Spanish', { kind: 'talk', about: 'translation' }],
    ['Please summarize the tariffs', { kind: 'talk', about: 'summary', plain: 'the tariffs' }],
    ['a summary of the call', { kind: 'talk', about: 'summary', plain: 'the call' }],
  ])('“%s” is read', (text, request) => {
    expect(parseRequest(text)).toEqual(request);
  });

  it.each([
    ['what happened on Dec 5, 2024?', 'Dec 5, 2024'],
    ['what was published on 5 December 2024', '5 December 2024'],
    ['anything from december 2024?', 'december 2024'],
    ['what do we have for 2024-12-05', '2024-12-05'],
    ['December 5 2024', 'December 5 2024'],
  ])('“%s” asks for the articles of then', (text, date) => {
    expect(parseRequest(text)).toEqual({ kind: 'on', date, plain: text });
  });

  it('with a day that is none is told so', () => {
    expect(() => parseRequest('on 2025-02-29')).toThrow('2025-02-29 is no day of the calendar');
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
    'new york',
    'news about tariffs',
    'on tariffs',
    'on may',
    'what happened on monday',
    'what happened on nov 27 call',
    'nov 27',
    'quotas on steel',
    'quoted sheinbaum',
    'checks on police',
    'great lakes',
    'nice',
    'thanks to mexico',
    'summary execution',
    'translated documents',
    'headline inflation',
    'panama from:cnn',
    '-trump from:cnn',
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
