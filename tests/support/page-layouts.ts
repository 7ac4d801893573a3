import { readdirSync, readFileSync } from 'node:fs';
import { SEEDS } from './seeds.js';

const PAGES = new URL('../formats/pages/', import.meta.url);

/** Pages as sites lay them out, each with a place for an article. */
export const layouts = readdirSync(PAGES);
export const seeds = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'));

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The lines of an article, as a file of text has them. */
export function linesOf(name: string): string[] {
  return readFileSync(`${SEEDS}/${name}`, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line !== '');
}

/** A layout with an article in it: an element marked `data-paragraph` stands for each of its paragraphs, h2 for headings. */
export function fill(
  layout: string,
  lines: readonly string[],
  headings: ReadonlySet<string> = new Set(),
): string {
  const html = readFileSync(new URL(layout, PAGES), 'utf8');
  const place = /<(\w+)([^<>]*) data-paragraph><\/\1>/.exec(html);
  if (place === null) throw new Error(`${layout} has no place for paragraphs`);
  const [whole, tag, attributes] = place;
  const elements = lines.map((line) => {
    const name = headings.has(line) ? 'h2' : tag;
    return `<${name}${attributes}>${escape(line)}</${name}>`;
  });
  return html.replace(whole, () => elements.join('\n')).replaceAll(' data-article', '');
}

/** What else in a layout belongs to the article: elements marked `data-article`. */
export function ownLines(layout: string): string[] {
  const html = readFileSync(new URL(layout, PAGES), 'utf8');
  return [...html.matchAll(/<(\w+)[^<>]* data-article>(.*?)<\/\1>/g)].map(([, , words = '']) =>
    words.replace(/<[^<>]*>/g, ''),
  );
}
