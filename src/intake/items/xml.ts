import { XMLParser } from 'fast-xml-parser';
import { isObject } from '../../corpus/metadata/parse-yaml.js';

/** An element: its children by name, each a list; attributes as `@name`, its own words as `#text`. */
export type XmlElement = Readonly<Record<string, unknown>>;

/**
 * One element of an export as plain data. The insides of those named in `asWritten` stay mark-up.
 * @throws when it is not well formed, or nests deeper than the parser allows
 */
export function parseXml(
  xml: string,
  options: { asWritten?: readonly string[]; withPrefixes?: boolean } = {},
): XmlElement {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: options.withPrefixes !== true,
    parseTagValue: false,
    processEntities: true,
    htmlEntities: true,
    alwaysCreateTextNode: true,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
    stopNodes: (options.asWritten ?? []).map((name) => `*.${name}`),
  });
  const root: unknown = parser.parse(xml);
  return isObject(root) ? root : {};
}

/** The elements of a name within another, one after the other along `path`. */
export function elementsAt(within: XmlElement | undefined, ...path: string[]): XmlElement[] {
  let found = within === undefined ? [] : [within];
  for (const name of path)
    found = found.flatMap((element) => {
      const inner = element[name];
      return Array.isArray(inner) ? inner.filter(isObject) : [];
    });
  return found;
}

export function elementAt(
  within: XmlElement | undefined,
  ...path: string[]
): XmlElement | undefined {
  return elementsAt(within, ...path)[0];
}

/** The words of the first element along `path`; `undefined` when there are none. */
export function wordsAt(within: XmlElement | undefined, ...path: string[]): string | undefined {
  const words = elementAt(within, ...path)?.['#text'];
  return typeof words === 'string' && words.trim() !== '' ? words.trim() : undefined;
}

export function attributeAt(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.[`@${name}`];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
