import { describe, expect, it } from 'vitest';
import { readContents } from '../../../../src/corpus/formats/read-contents.js';
import { fill, layouts, linesOf, ownLines, seeds } from '../../../support/page-layouts.js';

function seen(html: string): string[] {
  const { text, paragraphs } = readContents('page.html', html);
  return paragraphs.map(({ start, end }) => text.slice(start, end));
}

describe('a saved page', () => {
  it.each(layouts)('%s shows the article, all of it, and nothing around it', (layout) => {
    for (const seed of seeds) {
      const lines = linesOf(seed);
      const found = seen(fill(layout, lines));
      expect(found.filter((line) => lines.includes(line))).toEqual(lines);
      expect(found.filter((line) => !lines.includes(line))).toEqual(ownLines(layout));
    }
  });

  it('that gives no hint shows all of its lines', () => {
    expect(seen('<p>They began.<p>It refused.')).toEqual(['They began.', 'It refused.']);
  });
});
