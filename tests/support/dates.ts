import type { PublishedDate } from '../../src/corpus/article/article.js';

const grounds = {
  basis: 'file',
  evidence: null,
  paragraph: null,
  reasoning: null,
  source: null,
} as const;

type Dated<Status> = Extract<PublishedDate, { status: Status }>;

export function exact(date: string): Dated<'exact'> {
  return { status: 'exact', date, ...grounds };
}

export function inferred(earliest: string, latest: string): Dated<'inferred'> {
  return { status: 'inferred', earliest, latest, ...grounds };
}

export const unknown: Dated<'unknown'> = { status: 'unknown', reasoning: null };
