import type { Archive } from '../answer/archive/archive.js';
import { dateLabel } from '../corpus/article/article.js';
import { type Fault, formatFault, type Severity } from '../corpus/fault.js';
import { type Quotation, quotationsIn } from '../quotes/quotations-in.js';
import { plural, speakerLine } from '../requests/wording.js';
import { below, blocks, type Page, wrap } from './page.js';
import { type Paint, visible } from './paint.js';

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
  return `${[...articles, ...(faults.length > 0 ? [faults.join('\n')] : []), checkSummary(archive)].join('\n\n')}\n`;
}

function checkSummary(archive: Archive): string {
  const articles = archive.articles();
  const problems = articles.reduce((sum, article) => sum + article.problems.length, 0);
  const count = (wanted: Severity): number =>
    archive.faults.filter(({ severity }: Fault) => severity === wanted).length;
  return `${plural(articles.length, 'article')}, ${plural(problems, 'known error')} in their texts; in the files ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${plural(count('note'), 'note')}.`;
}

function colour(severity: Severity, paint: Paint): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim;
}

/** Every quotation of the archive that may be seen, in the order of the files and of their words. */
export function allQuotations(archive: Archive): Quotation[] {
  return archive.articles().flatMap((article) => quotationsIn(article));
}

/** The quotations of an archive, file by file, each with its speaker as printed. */
export function quotationsText(archive: Archive, page: Page): string {
  const { paint } = page;
  const files = archive.articles().flatMap((article) => {
    const quotations = quotationsIn(article);
    if (quotations.length === 0) return [];
    const head = `${paint.bold(visible(article.file))} · ${visible(article.outlet ?? 'outlet not stated')} · ${paint.cyan(dateLabel(article.published))}`;
    return [
      [wrap(head, page), ...quotations.flatMap((each) => quotationText(each, page))].join('\n'),
    ];
  });
  const all = allQuotations(archive);
  const unnamed = all.filter(({ speaker }) => speaker.basis === 'none').length;
  const summary = `${plural(all.length, 'quotation')} in ${plural(files.length, 'article')}, ${unnamed} with no speaker stated.`;
  return blocks([...files, wrap(summary, page)]);
}

function quotationText(quotation: Quotation, page: Page): string[] {
  const { paint } = page;
  const { article, paragraph, printed } = quotation;
  const source = `${speakerLine(quotation)}, paragraph ${paragraph.number}`;
  if (article.withdrawn !== null) return [];
  const words = article.text.slice(printed.start, printed.end);
  return [below(`${visible(words)} ${paint.dim(visible(`— ${source}`))}`, page)];
}
