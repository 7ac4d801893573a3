import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openArchive } from '../../answer/archive/archive.js';
import { openFolder } from '../../corpus/folder/article-folder.js';
import { openCacheFile } from '../../corpus/folder/cache-file.js';
import { createCorpusReader } from '../../corpus/folder/corpus-reader.js';
import { listPassages } from '../../corpus/article/passage.js';
import { createSeededRandom } from '../eval/seeded-random.js';
import type { StartJob, StartResult } from './bench-job.js';
import { recombineSentences, repeatArticles } from './make-articles.js';
import { memoryAfterGarbage, type Meter } from './meter.js';

const SEED = 6;

/** Writes about so many articles into `folder`, made of those in `source`; see `make-articles.ts`. */
export async function writeArticles(
  source: { readonly articles: string; readonly real: boolean },
  wanted: number,
  folder: string,
): Promise<void> {
  const { articles: sources } = await createCorpusReader({
    folder: openFolder(source.articles),
  }).read();
  const perArticle = source.real ? listPassages(sources).length / sources.length : 24;
  const make = source.real ? repeatArticles : recombineSentences;
  const { articles } = make(sources, Math.round(perArticle * wanted), createSeededRandom(SEED));
  await mkdir(folder, { recursive: true });
  for (const { file, text } of articles)
    await writeFile(path.join(folder, file.replaceAll('/', '-')), text);
}

/** From nothing to an archive that can be asked; what was read of the words is left in the cache for the next time. */
export async function measureStart(
  { folder, cache }: StartJob,
  meter: Meter,
): Promise<StartResult> {
  const start = meter.ticks();
  const archive = await openArchive({
    folder: openFolder(folder),
    now: meter.now,
    cache: openCacheFile(cache, 'bench'),
  });
  const ready = meter.ticks() - start;
  const { articles, passages } = archive.freshness();
  await archive.close();
  return { articles, passages, ready, whole: memoryAfterGarbage(meter) };
}
