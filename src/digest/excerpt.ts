import type { Citation } from '../answer/answer.js';

/** A verbatim slice that no question asked for: a citation without a score. */
export type Excerpt = Pick<
  Citation,
  'passage' | 'text' | 'start' | 'end' | 'marks' | 'problems' | 'insideSentence'
>;
