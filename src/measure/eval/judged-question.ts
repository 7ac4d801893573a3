import type { Passage } from '../../corpus/article/article.js';

/** A passage by its place: `a.txt#3` is the third paragraph of a.txt. */
export type PassageKey = string;

export function passageKey(file: string, paragraph: number): PassageKey {
  return `${file}#${paragraph}`;
}

export function keyOf({ article, paragraph }: Passage): PassageKey {
  return passageKey(article.file, paragraph.number);
}

/** A question with a person's judgement of what answers it. */
export interface JudgedQuestion {
  readonly id: string;
  readonly query: string;
  /** Earlier questions of the same thread, oldest first. */
  readonly thread: readonly string[];
  /** False: the archive cannot answer, and should say so. */
  readonly answerable: boolean;
  /** One set for each piece of evidence: the passages that hold it, any of which will do. */
  readonly evidence: readonly ReadonlySet<PassageKey>[];
  /** How much each relevant passage is worth, 1 to 3; all others are worth nothing. */
  readonly grades: ReadonlyMap<PassageKey, number>;
}
