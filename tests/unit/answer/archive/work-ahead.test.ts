import { describe, expect, it } from 'vitest';
import { workAhead } from '../../../../src/answer/archive/work-ahead.js';
import type { Article } from '../../../../src/corpus/article/article.js';
import type { Work } from '../../../../src/corpus/slices.js';
import { article } from '../../../support/article.js';

const paper = (count: number): Article[] =>
  Array.from({ length: count }, (_, n) => article({ file: `${n}.txt`, text: `Number ${n}.\n` }));

/** Each look at the clock finds it five milliseconds on. */
function slowTurns() {
  let time = 0;
  let rests = 0;
  return {
    rests: () => rests,
    ticks: () => (time += 5),
    rest: async () => {
      rests += 1;
    },
  };
}

describe('what answers need of each article', () => {
  it('is worked out of every article without anybody asking, a few of them at a time', async () => {
    const articles = paper(30);
    const done: { readonly file: string; readonly rests: number }[] = [];
    const turns = slowTurns();
    const ahead = workAhead(
      // oxlint-disable-next-line require-yield -- an article is the smallest step here
      function* ({ file }): Work<void> {
        done.push({ file, rests: turns.rests() });
      },
      () => articles,
      turns,
    );
    await ahead.look();
    expect(done.map(({ file }) => file)).toEqual(articles.map(({ file }) => file));
    const inSlice = (slice: number): number => done.filter(({ rests }) => rests === slice).length;
    expect(Math.max(...done.map(({ rests }) => inSlice(rests)))).toBeLessThanOrEqual(3);
    await ahead.close();
  });

  it.each([10, 1_000])('costs one article when one of %i changes', async (count) => {
    let articles = paper(count);
    const done: string[] = [];
    const ahead = workAhead(
      // oxlint-disable-next-line require-yield -- as above
      function* ({ file }): Work<void> {
        done.push(file);
      },
      () => articles,
      slowTurns(),
    );
    await ahead.look();
    done.length = 0;
    articles = articles.with(7, article({ file: '7.txt', text: 'Number seven.\n' }));
    await ahead.look();
    expect(done).toEqual(['7.txt']);
    await ahead.close();
  });

  it('is left to whoever asks where it fails, and the other articles are worked on', async () => {
    const done: string[] = [];
    const ahead = workAhead(
      // oxlint-disable-next-line require-yield -- as above
      function* ({ file }): Work<void> {
        if (file === '1.txt') throw new Error('cannot be read');
        done.push(file);
      },
      () => paper(3),
      slowTurns(),
    );
    await ahead.look();
    expect(done).toEqual(['0.txt', '2.txt']);
    await ahead.close();
  });

  it('ends when the archive is closed', async () => {
    const done: string[] = [];
    const ahead = workAhead(
      // oxlint-disable-next-line require-yield -- as above
      function* ({ file }): Work<void> {
        done.push(file);
      },
      () => paper(100),
      slowTurns(),
    );
    void ahead.look();
    await ahead.close();
    expect(done.length).toBeLessThan(100);
  });
});
