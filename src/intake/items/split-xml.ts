/** Thrown for an export that cannot be read on; the message says why, in a sentence without its name. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  readonly code = 'not-an-export';
}

/** More of one story is none. */
export const MAX_ITEM_LENGTH = 5_000_000;
/** Of the start tags of all elements that are open, namespaces and all. */
const MAX_OPEN_LENGTH = 100_000;
/** No format nests so deep; what does means to exhaust its reader. */
export const MAX_DEPTH = 200;

/** What stands before an export's items, and the items one after the other as they are written. */
export interface XmlPart {
  readonly kind: 'head' | 'item' | 'too long';
  /** Well formed by itself: the elements that are open are closed, those around an item are put about it. */
  readonly xml: string;
}

/** What begins at a `<`, with what ends it. */
const MARKS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const TAG = /^<(\/?)([^\s/>]+)/;

/**
 * Cuts an export into its items as it is read, holding one of them at a time. The root element tells which elements are
 * items; where it is one itself there is no head.
 * @param itemsOf the names of items under a root of this name, `null` when it is no export
 * @throws ExportError
 */
export async function* splitXml(
  chunks: AsyncIterable<string>,
  itemsOf: (root: string) => readonly string[] | null,
): AsyncGenerator<XmlPart> {
  let buffer = '';
  /** The start tags of the elements that are open. */
  const open: { readonly name: string; readonly tag: string }[] = [];
  let names: readonly string[] = [];
  /** What has been seen of the head, or of an item; `null` between items, or when it is too long. */
  let kept: string[] | null = [];
  let keptLength = 0;
  let itemDepth: number | null = null;
  let inHead = true;
  let isOver = false;

  function keep(text: string): void {
    if (kept === null) return;
    keptLength += text.length;
    if (keptLength <= MAX_ITEM_LENGTH) kept.push(text);
    else kept = null;
  }
  const around = (): string => open.map(({ tag }) => tag).join('');
  const closing = (depth: number): string =>
    open
      .slice(0, depth)
      .toReversed()
      .map(({ name }) => `</${name}>`)
      .join('');
  const begin = (): void => {
    kept = [];
    keptLength = 0;
  };

  function* readTag(tag: string): Generator<XmlPart> {
    const [, slash, name = ''] = TAG.exec(tag) ?? [];
    if (slash === '/') {
      if (open.at(-1)?.name !== name)
        throw new ExportError(`its <${open.at(-1)?.name ?? ''}> is not closed before </${name}>`);
      open.pop();
      keep(tag);
    } else {
      const local = localName(name);
      if (open.length === 0) {
        if (isOver) throw new ExportError(`a second root element, <${name}>, follows the first`);
        const found = itemsOf(local);
        if (found === null) throw new ExportError(`not an export that is known here (<${name}>)`);
        names = found;
      }
      if (itemDepth === null && names.includes(local)) {
        if (inHead && open.length > 0 && kept !== null)
          yield { kind: 'head', xml: `${kept.join('')}${closing(open.length)}` };
        inHead = false;
        itemDepth = open.length;
        begin();
        keep(around());
      }
      keep(tag);
      if (!tag.endsWith('/>')) open.push({ name, tag });
      // They are put about each item, and read again with it.
      if (open.reduce((sum, each) => sum + each.tag.length, 0) > MAX_OPEN_LENGTH)
        throw new ExportError('the elements around its items are larger than such elements are');
      if (open.length > MAX_DEPTH)
        throw new ExportError(`its elements nest deeper than ${MAX_DEPTH}`);
    }
    if (open.length === 0) isOver = true;
    if (itemDepth !== null && open.length === itemDepth) {
      yield kept === null
        ? { kind: 'too long', xml: '' }
        : { kind: 'item', xml: `${kept.join('')}${closing(itemDepth)}` };
      itemDepth = null;
      kept = null;
    }
  }

  for await (const chunk of chunks) {
    buffer += chunk;
    let at = 0;
    for (;;) {
      const start = buffer.indexOf('<', at);
      if (start < 0) {
        if (open.length > 0) keep(buffer.slice(at));
        at = buffer.length;
        break;
      }
      const end = endOfMark(buffer, start);
      if (end === null) {
        if (buffer.length - start > MAX_ITEM_LENGTH)
          throw new ExportError('one of its tags or comments has no end');
        if (open.length > 0) keep(buffer.slice(at, start));
        at = start;
        break;
      }
      const mark = buffer.slice(start, end);
      if (open.length > 0) keep(buffer.slice(at, start));
      at = end;
      if (mark.startsWith('<![CDATA[')) keep(mark);
      else if (mark.startsWith('<!DOCTYPE')) refuseEntities(mark);
      else if (!/^<[!?]/.test(mark)) yield* readTag(mark);
    }
    buffer = buffer.slice(at);
  }
  if (inHead && open.length === 0 && isOver && kept !== null)
    yield { kind: 'head', xml: kept.join('') };
  if (!isOver)
    throw new ExportError(
      open.length === 0
        ? 'there is no element in it'
        : `it ends within <${open.at(-1)?.name ?? ''}>`,
    );
}

/** Where what begins with a `<` ends; `null` when that is not here yet. */
function endOfMark(text: string, start: number): number | null {
  for (const [first, last] of MARKS) {
    const seen = text.slice(start, start + first.length);
    if (seen !== first) {
      if (first.startsWith(seen) && start + seen.length === text.length) return null;
      continue;
    }
    const end = text.indexOf(last, start + first.length);
    return end < 0 ? null : end + last.length;
  }
  if (text.startsWith('<!', start)) return endOfDoctype(text, start);
  let quote = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return null;
}

function endOfDoctype(text: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    else if (sign === '>' && depth <= 0) return at + 1;
    if (depth > 0 && text.startsWith('<!ENTITY', at)) refuseEntities('<!ENTITY');
  }
  return null;
}

/** What entities of its own stand for can be a billion letters, or another file. */
function refuseEntities(doctype: string): void {
  if (doctype.includes('<!ENTITY'))
    throw new ExportError('it declares entities of its own, which are not read');
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
