import { describe, expect, it } from 'vitest';
import { readAhead } from '../../../src/quotes/quotations-in.js';
import { article } from '../../support/article.js';

describe('reading the quotations of a whole archive', () => {
  it('lets others have their turn after each article', async () => {
    const articles = Array.from({ length: 20 }, (_, n) =>
      article({ file: `${n}.txt`, text: '“We will sail,” said Ana Ruiz.\n' }),
    );
    let turns = 0;
    let reading = true;
    const others = (): void => {
      turns += 1;
      if (reading) setImmediate(others);
    };
    setImmediate(others);
    await readAhead(articles);
    reading = false;
    expect(turns).toBeGreaterThanOrEqual(articles.length);
  });
});
