import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../src/corpus/article/split-paragraphs.js';
import { openArchive } from '../../src/index.js';
import { fill, linesOf, seeds } from '../support/page-layouts.js';
import { tempFolder } from '../support/temp-folder.js';

const QUESTIONS = [
  'panama',
  'honduras',
  'deportees',
  '"safe third country"',
  'what did sheinbaum say',
  'timeline tariffs',
  'figures migrants',
  'check "they would be incapable of this"',
];

/** The words of every answer, in their order, from a folder of these files. */
async function wordsFrom(files: Record<string, string>): Promise<string[][]> {
  const archive = await openArchive({ corpusDir: tempFolder(files).dir });
  const words: string[][] = [];
  for (const question of QUESTIONS) {
    const json = JSON.stringify(await archive.ask(question, { limit: 10 }));
    words.push([...json.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text));
  }
  archive.close();
  return words;
}

/** The lines that are told for headings by their look, where no format tells them. */
function headingsOf(seed: string): Set<string> {
  const text = linesOf(seed).join('\n');
  const headings = splitParagraphs(text).filter(({ role }) => role === 'heading');
  return new Set(headings.map(({ start, end }) => text.slice(start, end)));
}

describe('articles saved as pages', () => {
  it.each(['01-semantic.html', '03-div-soup.html', '11-paywall.html'])(
    'of the layout %s are answered from as from their text',
    async (layout) => {
      const texts = seeds.map((seed): [string, string] => [seed, linesOf(seed).join('\n')]);
      const pages = seeds.map((seed): [string, string] => [
        seed.replace('.txt', '.html'),
        // Without the headline, which the text does not have.
        fill(layout, linesOf(seed), headingsOf(seed)).replace(
          /<(h1|p|div)([^<>]*)>(?:The talks|By Ana Ruiz)<\/\1>/g,
          '',
        ),
      ]);
      const fromText = await wordsFrom(Object.fromEntries(texts));
      expect(fromText.flat().length).toBeGreaterThan(20);
      expect(await wordsFrom(Object.fromEntries(pages))).toEqual(fromText);
    },
  );
});
