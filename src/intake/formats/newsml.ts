import {
  htmlBody,
  type Item,
  type NoStory,
  plainLine,
  textBody,
  versionOf,
} from '../items/item.js';
import { nitfText } from './nitf.js';
import { namesOf, standingOf } from './wire.js';
import { instantOf, publishedBetween } from '../items/written-date.js';
import {
  attributeAt,
  elementAt,
  elementsAt,
  parseXml,
  wordsAt,
  type XmlElement,
} from '../items/xml.js';

/** A news item of NewsML-G2, by itself or in its news message. */
export function readNewsItem(xml: string): Item | NoStory {
  const root = parseXml(xml, { asWritten: ['inlineXML', 'headline', 'by', 'byline'] });
  const item = elementAt(root, 'newsItem') ?? elementAt(root, 'newsMessage', 'itemSet', 'newsItem');
  const meta = elementAt(item, 'itemMeta');
  const content = elementAt(item, 'contentMeta');
  const title = plainLine(wordsAt(content, 'headline') ?? wordsAt(meta, 'title'));
  const kind = attributeAt(elementAt(meta, 'itemClass'), 'qcode') ?? 'ninat:text';
  if (!/:(?:text|composite)$/.test(kind))
    return { none: `not a story: ${kind.replace(/^\w+:/, '')}`, title };
  const version = versionOf(attributeAt(item, 'version'));
  const embargoed = elementAt(meta, 'embargoed');
  const rights = elementsAt(item, 'rightsInfo');
  return {
    id: attributeAt(item, 'guid') ?? null,
    version,
    modified: instantOf(wordsAt(meta, 'versionCreated')),
    title,
    outlet: nameOf(elementAt(content, 'infoSource')) ?? nameOf(elementAt(meta, 'provider')),
    authors: namesOf(plainLine(wordsAt(content, 'by'))),
    published: publishedBetween(
      wordsAt(meta, 'firstCreated') ?? wordsAt(content, 'contentCreated'),
      wordsAt(meta, 'versionCreated'),
      version === undefined || version <= 1,
    ),
    body: textOf(elementAt(item, 'contentSet')),
    ...standingOf({
      status: attributeAt(elementAt(meta, 'pubStatus'), 'qcode'),
      isKilled: elementsAt(meta, 'signal').some((signal) =>
        /:kill$/i.test(attributeAt(signal, 'qcode') ?? ''),
      ),
      note: wordsAt(meta, 'edNote'),
      // One without words has no end that is known.
      embargoed: embargoed && (wordsAt(embargoed) ?? ''),
      terms: rights.flatMap((each) => wordsAt(each, 'usageTerms') ?? []),
    }),
  };
}

/** A party by its name, or by what stands for it where that can be read as one. */
function nameOf(party: XmlElement | undefined): string | undefined {
  return wordsAt(party, 'name') ?? attributeAt(party, 'literal');
}

/** The text itself; of several forms of it one with mark-up, which keeps its paragraphs. */
function textOf(set: XmlElement | undefined): string | undefined {
  for (const inline of elementsAt(set, 'inlineXML')) {
    const xml = wordsAt(inline);
    if (xml === undefined) continue;
    const isNitf = /nitf/i.test(attributeAt(inline, 'contenttype') ?? '') || /^<nitf\b/.test(xml);
    return isNitf ? nitfText(xml) : htmlBody(xml.replace(/<(\/?)[\w-]+:(?=\w)/g, '<$1'));
  }
  for (const inline of elementsAt(set, 'inlineData')) {
    const text = wordsAt(inline);
    if (text === undefined) continue;
    const isHtml = /html/i.test(attributeAt(inline, 'contenttype') ?? '');
    return isHtml ? htmlBody(text) : textBody(text);
  }
  return undefined;
}
