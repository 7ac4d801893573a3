import { plural } from '../requests/wording.js';
import { SOURCES } from './story-file.js';

/** What an export brought. */
export interface ExportReport {
  readonly counts: Record<'taken' | 'updated' | 'unchanged', number>;
  /** By the reason. */
  readonly leftOut: Map<string, Some>;
  /** Stories that are hidden or withdrawn, or have terms of use, by what is said of them. */
  readonly labelled: Map<string, Some>;
  /** Why the rest could not be read, where it could not. */
  broken: string | null;
}

/** How many there are, and the name of the first. */
interface Some {
  count: number;
  readonly first: string;
}

export function emptyReport(): ExportReport {
  return {
    counts: { taken: 0, updated: 0, unchanged: 0 },
    leftOut: new Map(),
    labelled: new Map(),
    broken: null,
  };
}

/** More reasons than these are told as one. */
const MAX_REASONS = 20;
const OTHERS = 'for other reasons';

export function count(counted: Map<string, Some>, reason: string, first: string): void {
  const told = counted.has(reason) || counted.size < MAX_REASONS ? reason : OTHERS;
  const some = counted.get(told);
  if (some) some.count += 1;
  else counted.set(told, { count: 1, first });
}

/** What an export brought, in a few lines: how many stories, what was left out and why, what is not shown as it is. */
export function describeExport(name: string, dir: string, report: ExportReport): string {
  const { taken, updated, unchanged } = report.counts;
  const leftOut = [...report.leftOut.values()].reduce((sum, some) => sum + some.count, 0);
  const figures = [
    `${plural(taken, 'story', 'stories')} taken`,
    `${updated.toLocaleString('en')} updated`,
    `${unchanged.toLocaleString('en')} unchanged`,
    `${leftOut.toLocaleString('en')} left out`,
  ].join(', ');
  const where =
    taken + updated > 0
      ? ` They stand in ${dir}; what they came in is kept beside them in ${SOURCES}.`
      : '';
  return [
    `${name}: ${figures}.${where}`,
    ...linesOf(report.leftOut, 'left out: '),
    ...linesOf(report.labelled, ''),
    ...(report.broken === null
      ? []
      : [
          `  not read to its end: ${report.broken}. What came before is counted above; mend it and run this again.`,
        ]),
  ].join('\n');
}

function linesOf(counted: ExportReport['leftOut'], prefix: string): string[] {
  return [...counted].map(([reason, some]) => {
    const named = `“${shorten(some.first)}”`;
    const which =
      some.count === 1 ? named : `${some.count.toLocaleString('en')}, the first ${named}`;
    return `  ${prefix}${reason} (${which})`;
  });
}

function shorten(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}
