import { describe, expect, it } from 'vitest';
import { parseSetup } from '../../../../src/slack/listeners/setup-or.js';

describe('what sets something up', () => {
  it.each([
    ['digest', { kind: 'digest', words: '' }],
    ['Digest  8:30 weekdays', { kind: 'digest', words: '8:30 weekdays' }],
    [
      'watch "safe third country" from:cnn',
      { kind: 'watch', question: '"safe third country" from:cnn' },
    ],
    ['watch', { kind: 'watch', question: '' }],
    ['watches', { kind: 'watches' }],
    ['corrections off', { kind: 'corrections', wanted: false }],
    ['corrections ON', { kind: 'corrections', wanted: true }],
    ['here', { kind: 'here', word: null }],
    ['Here SHARE', { kind: 'here', word: 'share' }],
    ['here follow-ups ON', { kind: 'here', word: 'follow-ups on' }],
    ['here follow-ups  off', { kind: 'here', word: 'follow-ups off' }],
    ['here follow-ups', { kind: 'here', word: null }],
    ['here only-admins', { kind: 'here', word: 'only-admins' }],
    ['corrections', { kind: 'corrections', wanted: null }],
  ])('“%s” does', (text, command) => {
    expect(parseSetup(text)).toEqual(command);
  });

  it.each([
    'panama',
    'watches of the coast guard',
    'corrections to the story',
    'digestive biscuits',
    'watchdog',
    'here comes the sun',
    'here shares fell',
    'here follow-ups failed',
    '',
  ])('“%s” is a question', (text) => {
    expect(parseSetup(text)).toBeNull();
  });
});
