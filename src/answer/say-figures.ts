import type { FigureRow, Figures } from './figures/figures.js';
import { notices, plural, shorten } from './say-answer.js';

/** How many figures were found for the topic, in one line. */
export function figuresHeadline({ answer, rows, leftOut }: Figures): string {
  const asked = `“${shorten(answer.question.text)}”`;
  if (answer.status === 'nothing') return `Nothing found for ${asked}.`;
  if (rows.length === 0) return `No figure found in a sentence about ${asked}.`;
  const part = answer.status === 'partial' ? ', in part' : '';
  const count =
    leftOut === 0
      ? plural(rows.length, 'figure')
      : `${rows.length} of ${plural(rows.length + leftOut, 'figure')}`;
  return `${asked}${part}: ${count}`;
}

/** How the topic was read, and what was not looked through. */
export function figuresNotices({ answer, unread, withdrawn }: Figures): string[] {
  return [
    ...notices({ ...answer, reachable: answer.total }),
    ...(withdrawn > 0
      ? [`Without the figures of ${plural(withdrawn, 'article')} since withdrawn.`]
      : []),
    ...(unread > 0
      ? [
          `${plural(unread, 'passage')} with words of the topic not read. Narrow the topic with from:, since: or before:.`,
        ]
      : []),
  ];
}

/** "“over 30,000 people”, in 2 files"; as first printed. A copy is no second witness and is counted apart. */
export function figureRowLine({ places }: FigureRow): string {
  const files = new Set(
    places.filter(({ isCopy }) => !isCopy).map(({ passage }) => passage.article),
  );
  const copies = new Set(
    places.filter(({ isCopy }) => isCopy).map(({ passage }) => passage.article),
  );
  const printed = [...new Set(places.map(({ figure }) => figure.text))].map((text) => `“${text}”`);
  return [
    printed.join(', '),
    ...(files.size > 1 ? [`in ${plural(files.size, 'file')}`] : []),
    ...(copies.size > 0 ? [`${plural(copies.size, 'copy', 'copies')} of the same text`] : []),
  ].join(' · ');
}
