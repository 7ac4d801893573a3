import { describe, expect, it } from 'vitest';
import { coveredNames } from '../../../src/answer/covered-names.js';
import type { Article } from '../../../src/corpus/article/article.js';
import { article } from '../../support/article.js';

function about(file: string, text: string, fields: Partial<Article> = {}): Article {
  return article({ file, text, ...fields });
}

const FERRY = about('a.txt', 'On Friday the ferry of Ana Ruiz left Panama City for Havana.');
const PORT = about(
  'b.txt',
  'Workers told Ana Ruiz’s men that Panama City was closed. Nobody came.',
);
const CREW = about('c.txt', 'The crew thanked Ana Ruiz.');

describe('the names that are covered most', () => {
  it('are those of most articles, a day and the first word of a sentence not among them', () => {
    expect(coveredNames([FERRY, PORT, CREW], 5)).toEqual(['Ana Ruiz', 'Panama City', 'Havana']);
  });

  it('are the same whatever the order of the articles', () => {
    expect(coveredNames([CREW, PORT, FERRY], 2)).toEqual(['Ana Ruiz', 'Panama City']);
  });

  it('come from no article that was withdrawn', () => {
    const withdrawn = about('d.txt', 'They met Xi Jinping, and Xi Jinping again.', {
      withdrawn: 'Made up.',
    });
    expect(coveredNames([withdrawn, CREW], 5)).toEqual(['Ana Ruiz']);
    expect(coveredNames([withdrawn], 5)).toEqual([]);
  });

  it('come from the newest articles where there are many', () => {
    const old = Array.from({ length: 120 }, (_, n) =>
      about(`old-${n}.txt`, 'They met Otto Lang.', {
        published: {
          status: 'exact',
          date: `19${String(10 + (n % 80))}-01-01`,
          basis: 'file',
          evidence: null,
          paragraph: null,
          reasoning: null,
          source: null,
        },
      }),
    );
    const today = Array.from({ length: 100 }, (_, n) =>
      about(`new-${n}.txt`, 'They met Ana Ruiz.', {
        published: {
          status: 'exact',
          date: '2025-01-01',
          basis: 'file',
          evidence: null,
          paragraph: null,
          reasoning: null,
          source: null,
        },
      }),
    );
    expect(coveredNames([...old, ...today], 5)).toEqual(['Ana Ruiz']);
  });
});
