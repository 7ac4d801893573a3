import { describe, expect, it } from 'vitest';
import { play, readSituations, type Shown } from '../../support/situation.js';
import type { Files } from '../../support/memory-folder.js';
import { NOON, openMemoryArchive } from '../../support/open-memory-archive.js';
import { openSeeds } from '../../support/seeds.js';

const { situations, filesOf } = readSituations();
const seeds = openSeeds();

/** The lines of all articles; those that hold some words. */
function paragraphsWith(files: Files, words: string): number {
  return Object.entries(files)
    .filter(([name]) => !name.endsWith('.yml'))
    .flatMap(([, text]) => String(text).split('\n'))
    .filter((line) => new RegExp(words, 'iu').test(line)).length;
}

/** The words in marks in the sentence that begins so. */
function namedIn({ sentences }: Shown, beginning: string): string[] {
  return sentences
    .filter((sentence) => sentence.startsWith(beginning))
    .flatMap((sentence) => [...sentence.matchAll(/“([^”]+)”/gu)].map(([, words = '']) => words));
}

function numberIn(text: string, pattern: RegExp): number | null {
  const [, digits] = pattern.exec(text) ?? [];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}

function wholeWord(word: string): string {
  return `(?<!\\p{L})${word}(?!\\p{L})`;
}

describe('the table of situations', () => {
  it('holds sixty and more, and no sentence in it was judged false', () => {
    expect(situations.length).toBeGreaterThanOrEqual(60);
    const judged = situations.flatMap(({ says }) => says);
    expect(judged.filter((each) => 'false' in each)).toEqual([]);
    const answers = new Set(situations.map(({ says }) => JSON.stringify(says)));
    expect(answers.size).toBeGreaterThanOrEqual(45);
    expect(new Set(situations.map(({ when }) => when)).size).toBe(situations.length);
  });
});

describe.each(situations.map((asked) => [asked.when, asked] as const))('%s', (_, asked) => {
  it('is answered with the sentences that were judged, and their numbers and words hold', async () => {
    const files = filesOf(asked);
    const archive = await (asked.archive === 'seeds'
      ? seeds
      : openMemoryArchive(files, () => NOON, asked.written));
    const shown = await play(archive, files, asked);
    const { listing, sentences, quoted } = shown;
    expect(sentences).toEqual(asked.says.flatMap((each) => Object.values(each)));

    const absent = namedIn(shown, 'The archive has no “');
    expect(absent.filter((word) => paragraphsWith(files, wholeWord(word)) > 0)).toEqual([]);
    const elsewhere = namedIn(shown, 'Not in these passages: ');
    const words = quoted.flat().join('\n');
    expect(elsewhere.filter((word) => new RegExp(wholeWord(word), 'iu').test(words))).toEqual([]);
    for (const { paragraphs, as } of asked.counted) {
      expect(as).toMatch(new RegExp(`(?<!\\d)${paragraphsWith(files, paragraphs)}(?!\\d)`));
      expect(sentences.join('\n')).toContain(as);
    }

    const said = sentences.join('\n');
    const cited = quoted.flat().length;
    const visible = Object.entries(files).filter(
      ([name, text]) => !name.endsWith('.yml') && !String(text).includes('embargo_until'),
    ).length;
    expect(numberIn(said, /Searched ([\d,]+) articles?/) ?? visible).toBe(visible);
    expect(numberIn(said, /: the (?:best|nearest) (\d+) of \d+ passages/) ?? cited).toBe(cited);
    // What is shown and what is still to come are all there are.
    const more = numberIn(said, /\[More \((\d+)\)\]/);
    const total = numberIn(said, /(?:best|nearest|first) \d+ of (\d+) (?:passages|quotations)/);
    const first = listing.asked.skip === 0 ? total : null;
    expect(first ?? cited + (more ?? 0)).toBe(cited + (more ?? 0));
  });
});
