import { describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../../../src/terminal/arguments.js';

it('takes every other word for the question, one with a dash too', () => {
  expect(parseArguments(['sheinbaum', '-trump', 'since:2025'])).toEqual({
    form: 'text',
    question: 'sheinbaum -trump since:2025',
    limit: undefined,
    corpusDir: undefined,
    explain: false,
    help: false,
  });
});

it('asks for reasons only with --explain, beside any other option', () => {
  expect(parseArguments(['--explain', 'panama'])).toMatchObject({
    explain: true,
    question: 'panama',
    form: 'text',
  });
  expect(parseArguments(['--jsonl', '--explain'])).toMatchObject({ explain: true, form: 'jsonl' });
  expect(parseArguments(['--', '--explain'])).toMatchObject({
    explain: false,
    question: '--explain',
  });
});

it('reads options before, between and after the words', () => {
  expect(
    parseArguments(['--json', 'safe', '--limit', '7', 'country', '--corpus=/tmp/a=b']),
  ).toMatchObject({ form: 'json', question: 'safe country', limit: 7, corpusDir: '/tmp/a=b' });
  expect(parseArguments(['--jsonl']).form).toBe('jsonl');
  expect(parseArguments(['-h']).help).toBe(true);
  expect(parseArguments(['--help']).help).toBe(true);
});

it('takes everything after -- for the question', () => {
  expect(parseArguments(['--json', '--', '--limit', '-h', 'panama'])).toMatchObject({
    form: 'json',
    question: '--limit -h panama',
    limit: undefined,
    help: false,
  });
});

describe('the limit', () => {
  it.each([
    ['1', 1],
    ['100', 100],
    ['007', 7],
  ])('may be %s', (given, limit) => {
    expect(parseArguments(['--limit', given]).limit).toBe(limit);
    expect(parseArguments([`--limit=${given}`]).limit).toBe(limit);
  });

  it.each(['0', '101', '1000', '-3', '1.5', '1e1', 'many', ' 3'])('may not be “%s”', (given) => {
    expect(() => parseArguments(['--limit', given])).toThrow(
      `--limit ${given}: expected a whole number from 1 to 100`,
    );
  });
});

it.each([
  [['--limit'], '--limit needs a whole number from 1 to 100'],
  [['--limit='], '--limit needs'],
  [['--corpus'], '--corpus needs a folder of articles'],
  [['--corpus', ''], '--corpus needs'],
  [
    ['--colour'],
    '--colour is not an option here; expected --json, --jsonl, --limit N, --explain or --corpus DIR',
  ],
  [['--trump'], '--trump is not an option here'],
])('refuses %j and says what was expected', (words, message) => {
  expect(() => parseArguments(words)).toThrow(message);
  expect(() => parseArguments(words)).toThrow(UsageError);
});
