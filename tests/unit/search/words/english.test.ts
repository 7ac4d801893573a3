import { describe, expect, it } from 'vitest';
import { stem } from '../../../../src/search/index/terms.js';
import { familyOf, isEnglish } from '../../../../src/search/words/english.js';

describe('an English word', () => {
  it.each(['wall', 'police', 'fire', 'stars', 'striking', 'went', 'children', 'whether', 'Iraq'])(
    'is %s, whatever the archive has',
    (word) => {
      expect(isEnglish(stem(word.toLowerCase()))).toBe(true);
    },
  );

  it.each(['shienbaum', 'guatamala', 'deprotation', 'tarifs', 'ambasador'])(
    'is not %s, which may be a slip',
    (word) => {
      expect(isEnglish(stem(word))).toBe(false);
    },
  );
});

describe('a family', () => {
  it.each([
    ['spoke', 'speak'],
    ['speak', 'speech'],
    ['month', 'monthly'],
    ['expel', 'expulsion'],
    ['seize', 'seizure'],
    ['detain', 'detention'],
    ['child', 'children'],
  ])('has %s and %s in it, either way', (one, other) => {
    expect(familyOf(stem(one))).toContain(stem(other));
    expect(familyOf(stem(other))).toContain(stem(one));
  });
});
