import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { isObject } from './parse-yaml.js';

/** What stands from `start` to `end` gives way to `text`. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A YAML source in which `map`, a map of it with one key a line, says what is `wanted`. Only the lines of what differs are
 * written anew; comments, order and the lines of everything else stay. A key that is new stands after the one that
 * comes before it in `wanted`, or first. Whoever uses the result reads it again first: not every style of YAML can be edited so.
 */
export function editYamlMap(
  source: string,
  map: YAMLMap,
  wanted: Readonly<Record<string, unknown>>,
): string {
  let edited = source;
  // From the end, so that the offsets before it hold. Of those at one place, what takes away goes before what puts in.
  const splices = editsOfMap(source, map, wanted)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .toReversed();
  for (const { start, end, text } of splices)
    edited = edited.slice(0, start) + text + edited.slice(end);
  return edited;
}

function editsOfMap(
  source: string,
  map: YAMLMap,
  wanted: Readonly<Record<string, unknown>>,
): Splice[] {
  const splices: Splice[] = [];
  const pairs = new Map<string, { at: number; value: Node }>();
  for (const { key, value } of map.items)
    if (isScalar(key) && key.range && isNode(value))
      pairs.set(String(key.value), { at: key.range[0], value });
  const { at: firstAt = 0 } = [...pairs.values()][0] ?? {};
  const column = columnOf(source, firstAt);
  const first = lineStart(source, firstAt);

  for (const [key, { at, value }] of pairs) {
    const now = wanted[key];
    if (now === undefined)
      splices.push({ start: lineStart(source, at), end: lineEnd(source, value), text: '' });
    else splices.push(...editsOfValue(source, key, at, value, now));
  }
  let before: Node | undefined;
  for (const [key, value] of Object.entries(wanted)) {
    const there = pairs.get(key);
    before = there?.value ?? before;
    if (there !== undefined || value === undefined) continue;
    const text = write({ [key]: value });
    if (before !== undefined) splices.push(insertion(source, before, text, column));
    else splices.push({ start: first, end: first, text: indent(source, text, column) });
  }
  return splices;
}

function editsOfValue(
  source: string,
  key: string,
  at: number,
  value: Node,
  wanted: unknown,
): Splice[] {
  const plain: unknown = value.toJSON();
  if (isDeepStrictEqual(plain, wanted)) return [];
  if (isMap(value) && !value.flow && isObject(wanted)) return editsOfMap(source, value, wanted);
  if (isSeq(value) && !value.flow && Array.isArray(wanted) && wanted.length > 0)
    return editsOfList(source, value, wanted);
  const flow = (isSeq(value) || isMap(value)) && value.flow === true;
  return [replacement(source, at, value, write({ [key]: wanted }, flow))];
}

/** The items that are the same at both ends of the list stay; those between them are edited one by one. */
function editsOfList(source: string, list: YAMLSeq, wanted: readonly unknown[]): Splice[] {
  const items = list.items.filter(isNode);
  const same = (item: Node | undefined, value: unknown): boolean =>
    item !== undefined && isDeepStrictEqual(item.toJSON() as unknown, value);
  const most = Math.min(items.length, wanted.length);
  let head = 0;
  while (head < most && same(items[head], wanted[head])) head += 1;
  let tail = 0;
  while (tail < most - head && same(items.at(-1 - tail), wanted.at(-1 - tail))) tail += 1;

  const old = items.slice(head, items.length - tail);
  const fresh = wanted.slice(head, wanted.length - tail);
  const splices = old.flatMap((item, index) => {
    const now = fresh[index];
    const at = item.range?.[0] ?? 0;
    if (now === undefined)
      return [{ start: lineStart(source, at), end: lineEnd(source, item), text: '' }];
    if (isMap(item) && !item.flow && isObject(now)) return editsOfMap(source, item, now);
    return [replacement(source, at, item, write(now))];
  });
  const added = fresh.slice(old.length);
  const after = old.at(-1) ?? items[head - 1];
  const column = columnOf(source, list.range?.[0] ?? 0);
  if (added.length > 0 && after !== undefined)
    splices.push(insertion(source, after, write(added), column));
  else if (added.length > 0) {
    const start = lineStart(source, items[0]?.range?.[0] ?? 0);
    splices.push({ start, end: start, text: indent(source, write(added), column) });
  }
  return splices;
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value);
}

/** One line for each plain value, without the line end of the last. */
function write(value: unknown, flow = false): string {
  const document = new Document(value, { flow: false });
  const inner: unknown = isMap(document.contents) ? document.contents.items[0]?.value : null;
  if (flow && (isMap(inner) || isSeq(inner))) inner.flow = true;
  return document
    .toString({ lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Infinity })
    .replace(/\n$/, '');
}

function replacement(source: string, at: number, value: Node, text: string): Splice {
  const column = columnOf(source, at);
  const end = value.range?.[1] ?? at;
  return {
    start: at,
    // A value of several lines ends with the last of them.
    end: at + source.slice(at, end).replace(/[ \r\n]+$/, '').length,
    text: indent(source, text, column).slice(column, -eolOf(source).length),
  };
}

/** Lines after those of a node. */
function insertion(source: string, after: Node, text: string, column: number): Splice {
  const at = lineEnd(source, after);
  const isOpen = at > 0 && source[at - 1] !== '\n';
  return {
    start: at,
    end: at,
    text: (isOpen ? eolOf(source) : '') + indent(source, text, column),
  };
}

function indent(source: string, text: string, column: number): string {
  const eol = eolOf(source);
  return text
    .split('\n')
    .map((line) => `${' '.repeat(column)}${line}${eol}`)
    .join('');
}

function eolOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after a node begins; the end of the source where there is none. */
function lineEnd(source: string, { range }: Node): number {
  const end = range?.[1] ?? 0;
  if (source[end - 1] === '\n') return end;
  const next = source.indexOf('\n', end);
  return next < 0 ? source.length : next + 1;
}

function columnOf(source: string, at: number): number {
  return at - lineStart(source, at);
}
