import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { htmlBody, type Item, type NoStory, plainLine } from '../items/item.js';
import { standingOf } from './wire.js';
import { instantOf, isoDate } from '../items/written-date.js';
import { attributeAt, elementAt, parseXml, wordsAt, type XmlElement } from '../items/xml.js';

/** What a feed gives of a story that it does not give whole. */
const SUMMARY_ONLY = 'no full text, only a summary';

/** How an item of RSS 2.0 or 1.0 (RDF) is read; `xml` holds one item in its feed. */
export function readRssItem(xml: string): Item | NoStory {
  const item = xml.includes('<rdf:RDF')
    ? parseRdfFeed(xml).items?.[0]
    : parseRssFeed(xml).items?.[0];
  if (item === undefined) return { none: 'not readable as an item of a feed' };
  const { link } = item;
  const guid = 'guid' in item ? item.guid?.value : undefined;
  const about = 'rdf' in item ? item.rdf?.about : undefined;
  const source = 'source' in item ? item.source?.title : undefined;
  const written = 'pubDate' in item ? item.pubDate : undefined;
  const authors = 'authors' in item ? (item.authors ?? []).map(nameIn) : [];
  const creators = item.dc?.creators ?? [];
  const title = plainLine(item.title);
  const body = fullText(item.content?.encoded);
  return body === undefined
    ? { none: SUMMARY_ONLY, title }
    : {
        id: guid ?? about ?? link ?? null,
        title,
        outlet: source,
        authors: creators.length > 0 ? creators : authors,
        url: link,
        published: isoDate(written ?? item.dc?.dates?.[0]),
        modified: instantOf(item.dcterms?.modified?.[0]),
        body,
        ...standingOf({ terms: item.dc?.rights ?? [] }),
      };
}

/** How an entry of Atom is read, or a notice that one was deleted; `xml` holds one of them in its feed. */
export function readAtomEntry(xml: string): Item | NoStory {
  const notice = xml.includes('deleted-entry')
    ? elementAt(parseXml(xml), 'feed', 'deleted-entry')
    : undefined;
  if (notice !== undefined) return readDeletedEntry(notice);
  const entry = parseAtomFeed(xml).entries?.[0];
  if (entry === undefined) return { none: 'not readable as an entry of a feed' };
  const title = plainLine(entry.title?.value);
  const { type = 'text', value } = entry.content ?? {};
  const isPlain = type === 'text' || type === 'text/plain';
  const body = fullText(isPlain ? undefined : value) ?? (isPlain ? value : undefined);
  if (body === undefined) return { none: SUMMARY_ONLY, title };
  const url = entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
  const changed = isoDate(entry.updated);
  return {
    id: entry.id ?? url ?? null,
    title,
    outlet: entry.source?.title?.value,
    authors: (entry.authors ?? []).flatMap(({ name }) => name ?? []),
    url,
    published:
      isoDate(entry.published) ??
      (changed && {
        status: 'unknown',
        reasoning: `The feed states only when it was last changed, on ${changed.slice(0, 10)}.`,
      }),
    modified: instantOf(entry.updated),
    body,
    ...standingOf({ terms: [entry.rights?.value].flatMap((rights) => rights ?? []) }),
  };
}

/** By RFC 6721. */
function readDeletedEntry(notice: XmlElement): Item {
  const because = plainLine(wordsAt(notice, 'comment'));
  return {
    id: attributeAt(notice, 'ref') ?? null,
    modified: instantOf(attributeAt(notice, 'when')),
    withdrawn: because === undefined ? 'Deleted by its feed.' : `Deleted by its feed: ${because}`,
  };
}

/** The name of a feed, from what stands before its items. */
export function readFeedTitle(xml: string): string | undefined {
  try {
    if (/<(?:\w+:)?feed\b/.test(xml)) return plainLine(parseAtomFeed(xml).title?.value);
    return plainLine(xml.includes('<rdf:RDF') ? parseRdfFeed(xml).title : parseRssFeed(xml).title);
  } catch {
    return undefined;
  }
}

/** The marks of a text that is cut short, where it ends. */
const CUT_SHORT = /(?:\[(?:…|&hellip;|&#8230;|\.\.\.)\]|\bcontinue reading\b)[\s→]*$/i;
/** More than these follow no such mark. */
const MARK_LENGTH = 500;

function fullText(html: string | undefined): string | undefined {
  const text = html === undefined ? undefined : withoutSignature(html);
  if (text === undefined) return undefined;
  const end = text.slice(-MARK_LENGTH).replace(/<[^<>]*>/g, ' ');
  return CUT_SHORT.test(end) ? undefined : htmlBody(text);
}

/** Without the line that WordPress puts under what it feeds: “The post … appeared first on …”. */
function withoutSignature(html: string): string {
  const start = [...html.matchAll(/<p>/gi)].at(-1)?.index ?? html.length;
  const last = html.slice(start).trimEnd().toLowerCase();
  const isSignature =
    last.indexOf('</p>') === last.length - '</p>'.length &&
    last.includes('appeared first on') &&
    /^<p>\s*the post\s+<a\b/.test(last);
  return isSignature ? html.slice(0, start) : html;
}

/** RSS gives an author as an address with a name behind it: "ana@post.example (Ana Ruiz)". */
function nameIn(author: unknown): string {
  const written = typeof author === 'string' ? author : '';
  return /\(([^)]+)\)/.exec(written)?.[1] ?? (written.includes('@') ? '' : written);
}
