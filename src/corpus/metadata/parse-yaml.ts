import { type Document, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';

/** Aliases beyond this many are refused: a few lines of nested aliases can unfold to gigabytes. */
const MAX_ALIASES = 100;
/** No metadata nests deeper; a thousand levels overflow the stack, and once ended the whole process. */
const MAX_DEPTH = 200;
/** One slip can break every line after it; the first few say where it is. */
const MAX_ERRORS = 3;

/** Reads YAML into plain data, or says in one sentence per fault where it breaks. */
export function parseYaml(source: string): { value: unknown; errors: string[] } {
  if (isTooDeep(source))
    return { value: undefined, errors: [`it is nested more than ${MAX_DEPTH} levels deep`] };
  const lines = new LineCounter();
  // The reader's own look for keys that stand twice compares each with all before it: minutes for 60,000 entries.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false };
  const document = parseDocument(source, options);
  const faults = document.errors.map(({ message, pos: [at] }) => ({ message, at }));
  const errors = [...faults, ...repeatedKeys(document)].map(({ message, at }) => {
    const { line, col } = lines.linePos(at);
    return `line ${line}, column ${col}: ${message}`;
  });
  if (errors.length > MAX_ERRORS)
    errors.splice(MAX_ERRORS, Infinity, `and ${errors.length - MAX_ERRORS} more faults follow`);
  if (errors.length > 0) return { value: undefined, errors };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return holdsItself(value)
      ? { value: undefined, errors: ['an alias stands inside what it names'] }
      : { value, errors };
  } catch (cause) {
    return { value: undefined, errors: [cause instanceof Error ? cause.message : String(cause)] };
  }
}

/** Every key that stands a second time in its map. */
function repeatedKeys(document: Document.Parsed): { message: string; at: number }[] {
  const repeated: { message: string; at: number }[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          repeated.push({
            message: `the key ${String(key.value)} stands twice; expected it once`,
            at: key.range?.[0] ?? 0,
          });
        seen.add(key.value);
      }
    },
  });
  return repeated;
}

/** Whether following the value would never end, as after `a: &a [*a]`. */
function holdsItself(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return false;
  } catch {
    return true;
  }
}

/** Whether brackets, indicators or indentation nest too deep for the reader, which calls itself for each level. */
function isTooDeep(source: string): boolean {
  let brackets = 0;
  let indented = 0;
  let atLineStart = true;
  for (const lexeme of new Lexer().lex(source)) {
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets -= 1;
    if (/^[\r\n]+$/.test(lexeme)) [indented, atLineStart] = [0, true];
    // Blanks further on in a line nest nothing.
    else if (/^(?: +|[-?])$/.test(lexeme)) indented += atLineStart ? lexeme.length : 0;
    else atLineStart = /^[\p{Cc}\uFEFF]+$/u.test(lexeme) && atLineStart;
    if (brackets + indented > MAX_DEPTH) return true;
  }
  return false;
}

/** Whether a value nests deeper than metadata does, so that whoever follows it by calling himself would never return. */
export function nestsTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

/** Whether a value that was read is an object with keys: no list, no `null`. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
