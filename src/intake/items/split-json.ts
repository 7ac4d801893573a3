import { ExportError, MAX_DEPTH, MAX_ITEM_LENGTH } from './split-xml.js';

/** Keys under which exports list their stories. */
export const LIST_KEYS = [
  'items',
  'articles',
  'stories',
  'posts',
  'results',
  'data',
  'docs',
  'content_elements',
];

/** One story as it is written, or `null` where it is longer than a story can be; before the first, what stands about them. */
export interface JsonPart {
  readonly kind: 'head' | 'item' | 'too long';
  readonly json: string;
}

/** The lines of a text that are not blank, holding one at a time. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<JsonPart> {
  let line = '';
  let isTooLong = false;
  const end = (): JsonPart => ({
    kind: isTooLong ? 'too long' : 'item',
    json: isTooLong ? '' : line,
  });
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    line += first;
    for (const next of others) {
      if (isTooLong || line.trim() !== '') yield end();
      line = next;
      isTooLong = false;
    }
    if (line.length > MAX_ITEM_LENGTH) {
      isTooLong = true;
      line = '';
    }
  }
  if (isTooLong || line.trim() !== '') yield end();
}

const SIGNS = /["{}[\],]/g;

/**
 * The elements of a list, or of the first list under one of `LIST_KEYS` in an object, holding one at a time.
 * @throws ExportError when it ends before the list does, or nests too deep
 */
export async function* splitJson(chunks: AsyncIterable<string>): AsyncGenerator<JsonPart> {
  let buffer = '';
  let depth = 0;
  /** The depth within the list; `null` before it begins. */
  let listDepth: number | null = null;
  let head = '';
  let kept: string[] | null = [];
  let keptLength = 0;
  let inString = false;
  let isOver = false;

  function keep(text: string): void {
    if (listDepth === null) {
      head += text;
      if (head.length > MAX_ITEM_LENGTH) throw new ExportError('there is no list of stories in it');
    } else if (kept !== null) {
      keptLength += text.length;
      if (keptLength <= MAX_ITEM_LENGTH) kept.push(text);
      else kept = null;
    }
  }
  function* endItem(): Generator<JsonPart> {
    const json = kept?.join('') ?? '';
    if (kept === null) yield { kind: 'too long', json };
    else if (json.trim() !== '') yield { kind: 'item', json };
    kept = [];
    keptLength = 0;
  }
  const isListKey = (): boolean => {
    const [, key = ''] = /"([^"\\]*)"\s*:\s*$/.exec(head.slice(-100)) ?? [];
    return depth === 0 ? head.trim() === '' : depth === 1 && LIST_KEYS.includes(key);
  };

  for await (const chunk of chunks) {
    if (isOver) continue;
    buffer += chunk;
    let at = 0;
    while (!isOver) {
      if (inString) {
        const end = endOfString(buffer, at);
        keep(buffer.slice(at, end ?? lastSafe(buffer, at)));
        at = end ?? lastSafe(buffer, at);
        if (end === null) break;
        inString = false;
      }
      SIGNS.lastIndex = at;
      const found = SIGNS.exec(buffer);
      if (found === null) {
        keep(buffer.slice(at));
        at = buffer.length;
        break;
      }
      const [sign] = found;
      keep(buffer.slice(at, found.index));
      at = found.index + 1;
      if (sign === '[' && listDepth === null && isListKey()) {
        yield { kind: 'head', json: depth === 0 ? '{}' : `${head}[]}` };
        depth += 1;
        listDepth = depth;
      } else if (sign === ',' && depth === listDepth) yield* endItem();
      else if (sign === ']' && depth === listDepth) {
        yield* endItem();
        isOver = true;
      } else {
        if (sign === '"') inString = true;
        else if (sign === '{' || sign === '[') depth += 1;
        else if (sign !== ',') depth -= 1;
        if (depth > MAX_DEPTH) throw new ExportError(`its values nest deeper than ${MAX_DEPTH}`);
        keep(sign);
      }
    }
    buffer = buffer.slice(at);
  }
  if (!isOver)
    throw new ExportError(
      listDepth === null
        ? 'there is no list of stories in it'
        : 'it ends within its list of stories',
    );
}

/** Just after the quotation mark that ends a string; `null` when that is not here yet. */
function endOfString(text: string, from: number): number | null {
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    let slashes = 0;
    while (quote - slashes - 1 >= from && text[quote - slashes - 1] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/** Up to where a string may be passed on without cutting an escape in two. */
function lastSafe(text: string, from: number): number {
  let slashes = 0;
  while (text.length - slashes - 1 >= from && text[text.length - slashes - 1] === '\\')
    slashes += 1;
  return text.length - (slashes % 2);
}
