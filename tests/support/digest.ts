import type { Article } from '../../src/corpus/article/article.js';
import type { Digest, DigestEntry } from '../../src/digest/content/digest.js';
import type { Opening } from '../../src/answer/opening.js';
import type { DigestSetting } from '../../src/store/records.js';
import { article } from './article.js';
import { NOON } from './open-memory-archive.js';

/** The first paragraph of an article, whole. */
export function leadOf(of: Article): Opening {
  const [paragraph] = of.paragraphs;
  if (!paragraph) throw new Error('an article without a paragraph has no lead');
  const { start, end } = paragraph;
  return {
    passage: { id: 0, article: of, paragraph, headings: [] },
    text: of.text.slice(start, end),
    start,
    end,
    marks: [],
    problems: of.problems.filter((problem) => problem.paragraph === paragraph.number),
    insideSentence: false,
  };
}

export function entry(
  fields: Partial<Article> = {},
  change: DigestEntry['change'] = 'new',
): DigestEntry {
  const of = article(fields);
  return { article: of, change, lead: of.withdrawn === null ? leadOf(of) : null };
}

/** A digest of which only the named fields matter. */
export function aDigest(fields: Partial<Digest> = {}): Digest {
  return {
    team: 'T1',
    channel: 'C1',
    edition: 'news',
    day: '2026-11-24',
    lateSince: null,
    zone: 'America/Chicago',
    topic: null,
    entries: [],
    skipped: 0,
    total: fields.entries?.length ?? 0,
    corrections: [],
    quotations: [],
    fromArchive: null,
    searched: {
      articles: 5,
      passages: 80,
      outlets: [],
      newest: null,
      loadedAt: NOON,
      withProblems: 0,
      faults: 0,
    },
    ...fields,
  };
}

export function aSetting(fields: Partial<DigestSetting> = {}): DigestSetting {
  return {
    team: 'T1',
    channel: 'C1',
    time: '08:00',
    zone: 'America/Chicago',
    days: [1, 2, 3, 4, 5],
    topic: null,
    quiet: 'archive',
    state: 'on',
    pausedBy: null,
    changedBy: 'U1',
    changedAt: NOON,
    lastDay: null,
    runsFrom: NOON,
    lastAt: null,
    seenUpTo: null,
    ...fields,
  };
}
