import type { Excerpt } from '../../answer/answer.js';
import { refOf } from '../../answer/fingerprint.js';
import type { PostedCitation } from '../../store/posts.js';

/** The words that a message shows, as they are remembered once it is posted: a correction is measured against them. */
export function postedCitation(
  excerpt: Pick<Excerpt, 'passage' | 'text' | 'start' | 'end'>,
): PostedCitation {
  const { passage, text } = excerpt;
  return { ...refOf(excerpt), paragraph: passage.paragraph.number, words: text };
}
