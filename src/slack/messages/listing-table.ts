import type { types } from '@slack/bolt';
import type { Entry } from '../../requests/listing.js';
import { shorten } from '../../requests/wording.js';

/** Slack shows five unless it is told otherwise. */
const ROWS_A_PAGE = 10;

/** An editor may write pages of reasoning; the terminal shows them whole. */
const CELL_LENGTH = 900;

/** Entries as rows of a table; `columns` stand over as many cells. */
export function listingTable(
  caption: string,
  columns: readonly string[],
  entries: readonly Entry[],
): types.DataTableBlock {
  return {
    type: 'data_table',
    caption,
    page_size: ROWS_A_PAGE,
    rows: [columns, ...entries.map(({ row = [] }) => row)].map((cells) =>
      // Slack takes no empty cell.
      cells.map((text) => ({ type: 'raw_text', text: shorten(text, CELL_LENGTH).trim() || '–' })),
    ),
  };
}
