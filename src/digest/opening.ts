import type { Citation } from '../answer/answer.js';

/** The beginning of a paragraph, cut from the file: a citation that no question asked for. */
export type Opening = Pick<
  Citation,
  'passage' | 'text' | 'start' | 'end' | 'marks' | 'problems' | 'insideSentence'
>;
