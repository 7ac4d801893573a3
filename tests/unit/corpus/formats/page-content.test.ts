import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContents } from '../../../../src/corpus/formats/read-contents.js';
import { SEEDS } from '../../../support/seeds.js';

const PAGES = new URL('../../../formats/pages/', import.meta.url);
const layouts = readdirSync(PAGES);
const seeds = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'));

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The lines of an article, as a file of text has them. */
function linesOf(name: string): string[] {
  return readFileSync(`${SEEDS}/${name}`, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line !== '');
}

/** A layout with an article in it: an element marked `data-paragraph` stands for each of its paragraphs. */
function fill(layout: string, lines: readonly string[]): string {
  const html = readFileSync(new URL(layout, PAGES), 'utf8');
  const place = /<(\w+)([^<>]*) data-paragraph><\/\1>/.exec(html);
  if (place === null) throw new Error(`${layout} has no place for paragraphs`);
  const [whole, tag, attributes] = place;
  return html
    .replace(whole, () =>
      lines.map((line) => `<${tag}${attributes}>${escape(line)}</${tag}>`).join('\n'),
    )
    .replaceAll(' data-article', '');
}

/** What else in a layout belongs to the article: elements marked `data-article`. */
function ownLines(layout: string): string[] {
  const html = readFileSync(new URL(layout, PAGES), 'utf8');
  return [...html.matchAll(/<(\w+)[^<>]* data-article>(.*?)<\/\1>/g)].map(([, , words = '']) =>
    words.replace(/<[^<>]*>/g, ''),
  );
}

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
