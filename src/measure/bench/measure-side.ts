import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openArchive } from '../../answer/archive/archive.js';
import { buildView } from '../../answer/archive/view.js';
import { askView } from '../../answer/ask.js';
import { type Article, listPassages } from '../../corpus/article/article.js';
import { openFolder } from '../../corpus/folder/article-folder.js';
import { openCacheFile } from '../../corpus/folder/cache-file.js';
import { createCorpusReader } from '../../corpus/folder/corpus-reader.js';
import { EMPTY_CORPUS } from '../../corpus/folder/corpus.js';
import { doAtOnce } from '../../corpus/slices.js';
import { createPlainIndex } from '../../search/index/plain-index.js';
import { WordStore } from '../../search/index/word-store.js';
import { QuestionError } from '../../search/question/question.js';
import { createSeededRandom } from '../eval/seeded-random.js';
import {
  drawLongQuestions,
  drawShortQuestions,
  type MadeArticles,
  recombineSentences,
  repeatArticles,
} from './bench-data.js';
import {
  type BenchJob,
  memoryAfterGarbage,
  type Meter,
  type SideResult,
  type StartJob,
  type StartResult,
  summariseTimes,
  type Times,
} from './bench-job.js';

const SEED = 5;
/** Asked before the clock runs, so that both sides are measured warm. */
const WARM_UP = 3;

/** Measures one side at one size. Both sides get the same articles and questions: they are drawn from one seed. */
export async function measureSide(job: BenchJob, meter: Meter): Promise<SideResult> {
  const { articles, own } = await articlesOf(job);
  const random = createSeededRandom(SEED + 1);
  const drawnFrom = listPassages(articles);
  const made = drawLongQuestions(drawnFrom, job.long - job.judged.length, random);
  const long = [...job.judged, ...made];
  const short = drawShortQuestions(drawnFrom, job.short, random);

  const before = memoryAfterGarbage(meter);
  const start = meter.ticks();
  const { ask, passages } =
    job.side === 'clipdesk' ? openOurs(articles, meter) : openPlain(articles);
  const build = meter.ticks() - start;
  for (const question of [...short.slice(0, WARM_UP), ...long.slice(0, WARM_UP)]) ask(question);
  const whole = memoryAfterGarbage(meter);

  const time = (questions: readonly string[]): Times => timeQuestions(questions, ask, job, meter);
  return {
    passages,
    own,
    build,
    index: whole - before,
    whole,
    short: time(short),
    long: time(long),
  };
}

/** As the bot answers: the question read, the passages ranked, judged, and three of them cited. */
function openOurs(articles: readonly Article[], { now }: Meter) {
  const { view } = doAtOnce(
    buildView(
      { ...EMPTY_CORPUS, articles },
      { now: now(), loadedAt: now(), words: new WordStore() },
    ),
  );
  return {
    passages: view.passages.length,
    ask: (question: string) => {
      try {
        return doAtOnce(askView(view, question));
      } catch (error) {
        if (error instanceof QuestionError) return error.message;
        throw error;
      }
    },
  };
}

function openPlain(articles: readonly Article[]) {
  const passages = listPassages(articles);
  const index = createPlainIndex(passages);
  return { passages: passages.length, ask: (question: string) => index.search(question) };
}

async function articlesOf({ articles: dir, passages, real }: BenchJob): Promise<MadeArticles> {
  const { articles } = await createCorpusReader({ folder: openFolder(dir) }).read();
  if (passages === null) return { articles, own: listPassages(articles).length };
  const make = real ? repeatArticles : recombineSentences;
  return make(articles, passages, createSeededRandom(SEED));
}

function timeQuestions(
  questions: readonly string[],
  ask: (question: string) => unknown,
  { seconds }: BenchJob,
  { ticks }: Meter,
): Times {
  const measured: number[] = [];
  const begun = ticks();
  for (const question of questions) {
    const start = ticks();
    ask(question);
    measured.push(ticks() - start);
    if (ticks() - begun > seconds * 1000) break;
  }
  return summariseTimes(measured);
}

/** Writes about so many articles into `folder`, made of those in `source`; see `bench-data.ts`. */
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
  const { articles } = make(sources, Math.round(perArticle * wanted), createSeededRandom(SEED + 1));
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
