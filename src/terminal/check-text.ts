import type { Archive } from '../answer/archive/archive.js';
import { plural } from '../requests/wording.js';
import type { Fault, Severity } from '../corpus/fault.js';
import { formatFault } from '../corpus/fault.js';
import { dateLabel } from '../corpus/article/published-date.js';
import { visible, type Paint } from './paint.js';

/** The state of the archive for the person who keeps it: articles, their known problems, every fault. */
export function checkText(archive: Archive, paint: Paint): string {
  const articles = archive.articles().map((article) => {
    const label = [
      article.outlet ?? 'outlet not stated',
      dateLabel(article.published),
      ...(article.wording === 'as-printed' ? [] : [article.wording]),
      ...(article.withdrawn === null ? [] : ['withdrawn']),
    ];
    const problems = article.problems.map(
      ({ paragraph, kind, text, note }) =>
        `  ${paint.yellow(`paragraph ${paragraph}, ${visible(kind)}`)}: “${visible(text)}” ${paint.dim(visible(note))}`,
    );
    return [
      `${paint.bold(visible(article.file))}  ${visible(label.join(' · '))}`,
      ...problems,
    ].join('\n');
  });
  const faults = archive.faults.map((fault) =>
    colour(fault.severity, paint)(visible(formatFault(fault))),
  );
  return `${[...articles, ...(faults.length > 0 ? [faults.join('\n')] : []), summary(archive)].join('\n\n')}\n`;
}

function summary(archive: Archive): string {
  const articles = archive.articles();
  const problems = articles.reduce((sum, article) => sum + article.problems.length, 0);
  const count = (wanted: Severity): number =>
    archive.faults.filter(({ severity }: Fault) => severity === wanted).length;
  return `${plural(articles.length, 'article')}, ${plural(problems, 'known problem')} in their texts; in the files ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${plural(count('note'), 'note')}.`;
}

function colour(severity: Severity, paint: Paint): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim;
}
