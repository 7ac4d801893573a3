import { htmlBody, type Item, type NoStory, plainLine, versionOf } from '../items/item.js';
import { isCanceled, namesOf, standingOf } from './wire.js';
import { instantOf, isoDate } from '../items/written-date.js';
import { attributeAt, elementAt, elementsAt, parseXml, wordsAt } from '../items/xml.js';

/** A document of NITF. */
export function readNitf(xml: string): Item | NoStory {
  const root = parseXml(withPlainNames(xml), {
    asWritten: ['body-content', 'hl1', 'byline'],
  });
  const docdata = elementAt(root, 'nitf', 'head', 'docdata');
  const head = elementAt(root, 'nitf', 'body', 'body.head');
  const data = (name: string, attribute: string): string | undefined =>
    attributeAt(elementAt(docdata, name), attribute);
  const issued = data('date.issue', 'norm');
  const released = data('date.release', 'norm');
  const otherStatus = attributeAt(docdata, 'management-idref-status');
  const isNotice = otherStatus !== undefined && isCanceled(otherStatus);
  const note = elementsAt(docdata, 'ed-msg').flatMap(
    (message) => attributeAt(message, 'info') ?? [],
  );
  return {
    // A notice that takes another document back speaks of that one.
    id:
      (isNotice ? attributeAt(docdata, 'management-doc-idref') : undefined) ??
      data('doc-id', 'id-string') ??
      null,
    version: versionOf(data('du-key', 'version')),
    modified: instantOf(issued),
    title: plainLine(wordsAt(head, 'hedline', 'hl1') ?? wordsAt(root, 'nitf', 'head', 'title')),
    outlet:
      data('doc.copyright', 'holder') ??
      attributeAt(elementAt(root, 'nitf', 'head', 'pubdata'), 'name'),
    authors: namesOf(plainLine(wordsAt(head, 'byline'))),
    published: isoDate(
      attributeAt(elementAt(root, 'nitf', 'head', 'pubdata'), 'date.publication') ?? issued,
    ),
    body: nitfText(xml),
    ...standingOf({
      status: isNotice ? otherStatus : attributeAt(docdata, 'management-status'),
      isKilled: note.some((each) => /^\W*(?:kill|cancel)/i.test(each)),
      note: note.length > 0 ? note.join(' ') : undefined,
      // What is released later than it is sent is under an embargo until then.
      embargoed: isLater(released, issued) ? released : undefined,
      terms: elementsAt(docdata, 'doc.rights').flatMap(
        (rights) => attributeAt(rights, 'limitations') ?? [],
      ),
    }),
  };
}

function isLater(one: string | undefined, other: string | undefined): boolean {
  const [later, earlier] = [isoDate(one), isoDate(other)];
  if (later === undefined) return one !== undefined;
  return earlier === undefined || Date.parse(later) > Date.parse(earlier);
}

/** The name of an element whose insides stay as they are must not hold a dot. */
function withPlainNames(xml: string): string {
  return xml.replace(/<(\/?)body\.content\b/g, '<$1body-content');
}

/** The text of a NITF document as HTML: its own names for headings and blocks become those that HTML has. */
export function nitfText(xml: string): string | undefined {
  const [start] = xml.matchAll(/<body\.content\b[^<>]*>/g);
  const from = (start?.index ?? 0) + (start?.[0].length ?? 0);
  const end = xml.indexOf('</body.content>', from);
  const content = start === undefined || end < 0 ? undefined : xml.slice(from, end);
  return htmlBody(
    content
      ?.replace(/<(media|media-metadata|media-reference|media-object)\b[^<>]*\/>/g, '')
      .replace(/<(\/?)(?:hl2|hedline)\b[^<>]*>/g, '<$1h2>')
      .replace(/<(\/?)(?:block|media-caption|media-producer|credit|note|fn)\b[^<>]*>/g, '<$1div>')
      .replace(/<(\/?)bq\b[^<>]*>/g, '<$1blockquote>'),
  );
}
