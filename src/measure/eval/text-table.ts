/**
 * Rows of cells as aligned lines; the first row is the head.
 * @param numbers the columns, from 0, that are aligned at their right
 * @param widths of columns that are wider than their longest cell
 */
export function textTable(
  rows: readonly (readonly string[])[],
  numbers: (column: number) => boolean,
  widths: readonly number[] = [],
): string {
  const widthOf = (column: number): number =>
    Math.max(widths[column] ?? 0, ...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          numbers(column) ? cell.padStart(widthOf(column)) : cell.padEnd(widthOf(column)),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
