import type { types } from '@slack/bolt';
import type { Freshness } from '../../answer/answer.js';
import { archiveLine, archiveNotices, dayOf, faultNotices } from '../../requests/freshness.js';
import { clockMarkup, escapeText, smallMarkup } from './blocks.js';

/** For so long after it was read the archive counts as new, in milliseconds. */
const NEW_MS = 60 * 60_000;

/** The last line of an answer: that the archive is new, stale or faulty; no line where it is none of these. */
export function answerFooter(freshness: Freshness, now: Date): types.ContextBlock[] {
  const { loadedAt } = freshness;
  const isNew = now.getTime() - loadedAt.getTime() < NEW_MS;
  const said = [
    ...(isNew ? [`The archive was read ${clockMarkup(loadedAt)}.`] : []),
    ...archiveNotices(freshness, dayOf(now)).map(escapeText),
  ];
  return said.length === 0 ? [] : [smallMarkup(said.join(' '))];
}

/** What the archive holds, and when it was read: for Home and help. */
export function archiveFooter(freshness: Freshness): types.ContextBlock {
  const holds = escapeText(`${archiveLine(freshness)}.`);
  const read = `Read ${clockMarkup(freshness.loadedAt)}.`;
  return smallMarkup([holds, read, ...faultNotices(freshness).map(escapeText)].join(' '));
}
