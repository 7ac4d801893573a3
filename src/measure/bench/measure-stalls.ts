import { openArchive } from '../../answer/archive/archive.js';
import { listPassages, passageText } from '../../corpus/article/article.js';
import { openFolder } from '../../corpus/folder/article-folder.js';
import { openCacheFile } from '../../corpus/folder/cache-file.js';
import { splitSentences } from '../../corpus/article/split-sentences.js';
import { readAhead } from '../../quotes/check/read-ahead.js';
import { answerRequest, parseRequest } from '../../requests/request.js';
import { createSeededRandom, type Random } from '../eval/seeded-random.js';
import { drawLongQuestions, drawShortQuestions } from './bench-data.js';
import type { Meter, StallJob, StallResult } from './bench-job.js';

const SEED = 7;
/** A check of fewer words finds them everywhere. */
const SENTENCE_WORDS = 8;

/**
 * Asks one request of each kind after the other, the archive just opened, and tells how long the event loop was held in
 * one go meanwhile. Quotations and words are still being read then: what waits longest for them is seen too.
 */
export async function measureStalls(
  { folder, cache, seconds }: StallJob,
  { now, ticks }: Meter,
): Promise<StallResult> {
  const archive = await openArchive({
    folder: openFolder(folder),
    now,
    cache: openCacheFile(cache, 'bench'),
    ahead: readAhead,
  });
  const { articles } = archive.freshness();
  const begun = ticks();
  const kinds: StallResult['kinds'] = [];
  for (const [name, asked] of requestsFor(archive.articles(), createSeededRandom(SEED))) {
    if (ticks() - begun > seconds * 1000) break;
    const request = parseRequest(asked);
    const stall = await longestStall(ticks, () =>
      answerRequest(archive, { request, skip: 0, thread: [] }),
    );
    kinds.push({ name, ...stall });
  }
  await archive.close();
  return { articles, kinds };
}

function requestsFor(
  articles: Parameters<typeof listPassages>[0],
  random: Random,
): (readonly [name: string, asked: string])[] {
  const passages = listPassages(articles);
  const [word = ''] = drawShortQuestions(passages, 1, random);
  const [long = ''] = drawLongQuestions(passages, 1, random);
  const texts = passages.map(passageText);
  const sentence = texts
    .flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)))
    .find((each) => each.split(' ').length >= SENTENCE_WORDS);
  return [
    ['short question', word],
    ['long question', long],
    ['check', `check ${sentence}`],
    ['check, one word less', `check ${sentence?.replace(/ \S+ /, ' ')}`],
    ['quotes', 'quotes smith'],
    ['quotes, nobody', 'quotes xqwzk'],
    ['figures', `figures ${word}`],
    ['timeline', `timeline ${word}`],
    ['sources', 'sources'],
    ['outlets', 'outlets'],
    ['on', 'on december 2024'],
    ['new', 'new'],
    ['article', 'https://example.org/story'],
  ];
}

/** Milliseconds: how long the work took, and for how long at most nothing else got its turn. */
async function longestStall(
  ticks: () => number,
  work: () => Promise<unknown>,
): Promise<{ readonly longest: number; readonly whole: number }> {
  const begun = ticks();
  let last = begun;
  let longest = 0;
  let working = true;
  const watch = (): void => {
    const now = ticks();
    longest = Math.max(longest, now - last);
    last = now;
    if (working) setImmediate(watch);
  };
  setImmediate(watch);
  await work();
  working = false;
  watch();
  return { longest, whole: ticks() - begun };
}
