import { freshnessLine } from '../answer/say-answer.js';
import { sourceLines, sourcesHeadline } from '../answer/say-sources.js';
import type { Sources } from '../answer/sources.js';
import { dateLabel } from '../corpus/article/published-date.js';
import { below, blocks, opening, wrap, type Page } from './page.js';
import { visible } from './paint.js';

/** Every article of the archive with what is known of it. */
export function sourcesText(sources: Sources, page: Page): string {
  const { paint } = page;
  return blocks([
    opening(sourcesHeadline(sources), [], page),
    ...sources.articles.map((article) =>
      [
        wrap(
          `${paint.bold(visible(article.file))} · ${visible(article.outlet ?? 'Outlet not stated')} · ${paint.cyan(dateLabel(article.published))}`,
          page,
        ),
        ...sourceLines(article).map((line) => below(visible(line), page)),
      ].join('\n'),
    ),
    wrap(paint.dim(visible(freshnessLine(sources.searched))), page),
  ]);
}
