import type { types } from '@slack/bolt';
import type { SourceStatus } from '../../corpus/metadata/sources-yml.js';
import { plural, shorten } from '../../requests/wording.js';
import { noteLine, richText, titled } from './blocks.js';
import { sayMoment } from './wording.js';

const MOST_SOURCES = 20;
const ERROR_LENGTH = 200;
/** Home does not know where its reader is. */
const ZONE = 'UTC';

/** How it stands with what is followed, a line for each; those that something is wrong with first. */
export function sourcesBlock(sources: readonly SourceStatus[]): types.RichTextBlock {
  const isWell = ({ error }: SourceStatus): number => (error === null ? 1 : 0);
  const lines = sources.toSorted((a, b) => isWell(a) - isWell(b)).map(saySource);
  const left = lines.length - MOST_SOURCES;
  return richText(
    ...titled('Sources that are followed', lines.slice(0, MOST_SOURCES)),
    ...(left > 0 ? [noteLine(`and ${plural(left, 'more source')}`)] : []),
  );
}

function saySource({ name, lastSuccess, nextTry, error }: SourceStatus): string {
  const parts = [
    name,
    ...(error === null ? [] : [shorten(error, ERROR_LENGTH)]),
    lastSuccess === null ? 'not read yet' : `last read ${sayMoment(lastSuccess, ZONE)}`,
    nextTry === null
      ? 'not tried again until its entry in sources.yml is changed'
      : `next ${sayMoment(nextTry, ZONE)}`,
  ];
  return parts.join(' · ');
}
