import type { ArticleRow, SaidFault } from '../protocol.js';

/** Which articles the table shows. */
export interface Filters {
  readonly words: string;
  /** `null`: those that name none; `undefined`: all. */
  readonly outlet: string | null | undefined;
  readonly dateStatus: ArticleRow['dateStatus'] | undefined;
  readonly onlyHidden: boolean;
  readonly onlyWithdrawn: boolean;
  readonly onlyFaulty: boolean;
  /** Counted from 0. */
  readonly page: number;
}

export const emptyFilters: Filters = {
  words: '',
  outlet: undefined,
  dateStatus: undefined,
  onlyHidden: false,
  onlyWithdrawn: false,
  onlyFaulty: false,
  page: 0,
};

/** More rows than a person reads at once would make the page slow. */
export const PAGE_SIZE = 100;

/** The articles that fit: each of the words in the file's name or the headline, and all that is chosen. */
export function filterRows(rows: readonly ArticleRow[], filters: Filters): ArticleRow[] {
  const words = plain(filters.words).split(/\s+/);
  return rows.filter(
    (row) =>
      (filters.outlet === undefined || row.outlet === filters.outlet) &&
      (filters.dateStatus === undefined || row.dateStatus === filters.dateStatus) &&
      (!filters.onlyHidden || row.isHidden) &&
      (!filters.onlyWithdrawn || row.isWithdrawn) &&
      (!filters.onlyFaulty || row.faults.some(({ severity }) => severity !== 'note')) &&
      hasWords(row, words),
  );
}

function hasWords({ file, title }: ArticleRow, words: readonly string[]): boolean {
  if (words.every((word) => word === '')) return true;
  const text = plain(`${file} ${title ?? ''}`);
  return words.every((word) => text.includes(word));
}

/** Without capitals and accents, so that "Calderon" finds Calderón. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Every outlet that is named, in the order of the alphabet. */
export function outletsOf(rows: readonly ArticleRow[]): string[] {
  const named = rows.flatMap(({ outlet }) => outlet ?? []);
  return [...new Set(named)].toSorted((one, other) => one.localeCompare(other, 'en'));
}

/** "2 errors, 1 note" */
export function countFaults(faults: readonly SaidFault[]): string {
  return (['error', 'warning', 'note'] as const)
    .map(
      (severity) => [severity, faults.filter((each) => each.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}
