import {
  htmlBody,
  type Item,
  listAt,
  type NoStory,
  plainLine,
  textAt,
  valueAt,
} from '../items/item.js';
import { standingOf } from './wire.js';
import { instantOf, isoDate } from '../items/written-date.js';

/** A story of Arc XP, in its ANS. */
export function readAns(story: unknown): Item | NoStory {
  const title = plainLine(textAt(story, 'headlines', 'basic'));
  const revision = textAt(story, 'revision', 'published');
  const isDraft = revision === undefined && valueAt(story, 'revision', 'published') === false;
  const address = textAt(story, 'canonical_url') ?? textAt(story, 'website_url');
  const by = listAt(valueAt(story, 'credits'), 'by');
  const names = by.flatMap((person) => textAt(person, 'name') ?? textAt(person, 'byline') ?? []);
  return {
    id: textAt(story, '_id') ?? textAt(story, 'canonical_url') ?? null,
    modified: instantOf(textAt(story, 'last_updated_date')),
    title,
    outlet: textAt(story, 'distributor', 'name') ?? textAt(story, 'source', 'name'),
    authors: names,
    url: address,
    published: isoDate(
      textAt(story, 'first_publish_date') ??
        textAt(story, 'display_date') ??
        textAt(story, 'publish_date'),
    ),
    body: htmlBody(
      listAt(story, 'content_elements')
        .flatMap((one) => blockOf(one, 0))
        .join('\n'),
    ),
    ...standingOf({
      status: isDraft ? 'not published' : undefined,
      embargoed: textAt(story, 'embargo_date'),
      terms: [textAt(story, 'copyright')].flatMap((terms) => terms ?? []),
    }),
  };
}

/** Lists and quotations hold elements in turn; no newsroom nests them so deep. */
const MAX_LEVELS = 20;

/** An element as HTML; pictures, embeds and links to other stories are no part of the text. */
function blockOf(element: unknown, level: number): string[] {
  if (level > MAX_LEVELS) return [];
  const content = textAt(element, 'content') ?? textAt(element, 'text');
  const inner = (key: string): string =>
    listAt(element, key)
      .flatMap((one) => blockOf(one, level + 1))
      .join('\n');
  switch (textAt(element, 'type')) {
    case 'text':
    case 'correction':
      return content === undefined ? [] : [`<p>${content}</p>`];
    case 'header':
      return content === undefined ? [] : [`<h2>${content}</h2>`];
    case 'quote':
      return [`<blockquote>${inner('content_elements')}${ofQuote(element)}</blockquote>`];
    case 'list':
      return [`<ul>${inner('items').replaceAll(/<(\/?)p>/g, '<$1li>')}</ul>`];
    case 'element_group':
      return [inner('content_elements')];
    case 'table':
      return [`<table>${listAt(element, 'rows').map(rowOf).join('')}</table>`];
    case undefined:
    default:
      return [];
  }
}

function ofQuote(quote: unknown): string {
  const citation = textAt(quote, 'citation', 'content');
  return citation === undefined ? '' : `<p>${citation}</p>`;
}

function rowOf(row: unknown): string {
  const cells = Array.isArray(row) ? row : [];
  return `<tr>${cells.map((cell) => `<td>${textAt(cell, 'content') ?? ''}</td>`).join('')}</tr>`;
}
