import { isObject } from '../../corpus/metadata/parse-yaml.js';
import {
  htmlBody,
  type Item,
  listAt,
  type NoStory,
  plainLine,
  textAt,
  textBody,
  versionOf,
} from '../items/item.js';
import { namesOf, standingOf } from './wire.js';
import { instantOf, publishedBetween } from '../items/written-date.js';

/** A story in ninjs 1, 2 or 3, which spell their keys in more than one case. */
export function readNinjs(value: unknown): Item | NoStory {
  const item = inLowerCase(value);
  const words = (key: string): string | undefined => textAt(item, key);
  const title = plainLine(words('headline') ?? chosen(listAt(item, 'headlines'))?.text);
  const type = words('type') ?? 'text';
  if (type !== 'text' && type !== 'composite') return { none: `not a story: ${type}`, title };
  const version = versionOf(words('version'));
  const embargoed = item['embargoed'];
  return {
    id: words('uri') ?? words('guid') ?? null,
    version,
    modified: instantOf(words('versioncreated')),
    title,
    outlet: textAt(item, 'infosource') ?? sourceIn(item) ?? words('copyrightholder'),
    authors: namesOf(words('byline') ?? words('by')),
    url: urlIn(item),
    published: publishedBetween(
      words('firstcreated'),
      words('versioncreated'),
      version === undefined || version <= 1,
    ),
    body: bodyIn(item),
    ...standingOf({
      status: words('pubstatus'),
      isKilled: [words('signal'), ...listAt(item, 'signals')].some(
        (signal) => typeof signal === 'string' && /^(?:sig:)?kill$/i.test(signal),
      ),
      note: words('ednote'),
      embargoed: typeof embargoed === 'string' ? embargoed : undefined,
      terms: [words('usageterms') ?? textAt(item, 'rightsinfo', 'usageterms')].flatMap(
        (terms) => terms ?? [],
      ),
    }),
  };
}

function inLowerCase(value: unknown): Record<string, unknown> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]),
  );
}

/** The best of several, by role and kind: marked-up text keeps its paragraphs. */
function chosen(list: readonly unknown[]): { text: string; isHtml: boolean } | undefined {
  const read = list.map(inLowerCase).flatMap((one) => {
    const text = textAt(one, 'value');
    const isHtml = /html|nitf|xml/i.test(textAt(one, 'contenttype') ?? '');
    return text === undefined ? [] : [{ text, isHtml }];
  });
  return read.find(({ isHtml }) => isHtml) ?? read[0];
}

function bodyIn(item: Record<string, unknown>): string | undefined {
  const html = textAt(item, 'body_xhtml') ?? textAt(item, 'body_html');
  if (html !== undefined) return htmlBody(html);
  const text = textAt(item, 'body_text');
  if (text !== undefined) return textBody(text);
  const body = chosen(listAt(item, 'bodies'));
  return body?.isHtml === true ? htmlBody(body.text) : textBody(body?.text);
}

function sourceIn(item: Record<string, unknown>): string | undefined {
  const [source] = listAt(item, 'infosources');
  return textAt(source, 'name') ?? textAt(item, 'source');
}

/** Its address, where its name is one: many wires name their stories so without a page behind it. */
function urlIn(item: Record<string, unknown>): string | undefined {
  return textAt(item, 'url') ?? textAt(item, 'weburl');
}
