import type { Archive } from '../answer/archive/archive.js';
import { plural, speakerLine } from '../requests/wording.js';
import { dateLabel } from '../corpus/article/published-date.js';
import type { Quotation } from '../quotes/quotation.js';
import { quotationsIn } from '../quotes/quotations-in.js';
import { below, blocks, wrap, type Page } from './page.js';
import { visible } from './paint.js';

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
  const source = `${speakerLine(quotation)}, paragraph ${quotation.paragraph.number}`;
  if (quotation.article.withdrawn !== null) return [];
  return [below(`“${visible(quotation.text)}” ${paint.dim(visible(`— ${source}`))}`, page)];
}
