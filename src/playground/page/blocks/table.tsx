import type { Block } from '../../protocol.js';
import { RichParts } from './rich-text.js';
import {
  isColumn,
  isList,
  isRichPart,
  isTableCell,
  listOf,
  need,
  type TableCell,
} from './shape.js';

/** Rows and columns, the first row as the head. A `raw_text` cell is shown to the character. */
export function Table({ block }: { block: Block }) {
  const [head = [], ...rows] = listOf(need(block['rows'], isList), isList).map((row) =>
    listOf(row, isTableCell),
  );
  const settings = listOf(block['column_settings'], isColumn);
  const align = (column: number) => `cell-${settings[column]?.align ?? 'left'}`;
  return (
    <div class="table-frame" tabIndex={0} role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" class={align(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={align(column)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: TableCell }) {
  if (cell.type === 'rich_text') return <RichParts parts={listOf(cell.elements, isRichPart)} />;
  if (cell.type === 'raw_number') return <>{cell.text ?? String(cell.value)}</>;
  return <>{cell.text}</>;
}
