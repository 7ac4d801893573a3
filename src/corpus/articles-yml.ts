import { Lexer, LineCounter, parseDocument } from 'yaml';
import { fault, type Fault } from './fault.js';
import { parseFacts, type ArticleFacts } from './article-facts.js';

/** The metadata file that stands beside the articles. */
export const ARTICLES_YML = 'articles.yml';

/** What articles.yml says, by file name, and what is wrong with it. */
export interface ArticlesYml {
  readonly entries: ReadonlyMap<string, ArticleFacts>;
  readonly faults: readonly Fault[];
}

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
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
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
  let inLine = 0;
  for (const lexeme of new Lexer().lex(source)) {
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets -= 1;
    else if (lexeme === '-' || lexeme === '?' || /^ +$/.test(lexeme)) inLine += lexeme.length;
    else if (/^[\r\n]+$/.test(lexeme)) inLine = 0;
    if (brackets + inLine > MAX_DEPTH) return true;
  }
  return false;
}

/**
 * Checks articles.yml entry by entry: a faulty entry costs its own article the metadata and no other.
 * A file that is no YAML at all costs every article the metadata; if it speaks of embargoes, the articles
 * it names stay hidden, since what it wanted to hide can no longer be told.
 */
export function parseArticlesYml(source: string, files: readonly string[]): ArticlesYml {
  const { value, errors } = parseYaml(source);
  if (errors.length > 0)
    return withoutEntries(
      source,
      files,
      errors.map((error) => `is not readable as YAML: ${error}`),
    );
  const entries = new Map<string, ArticleFacts>();
  if (value === null || value === undefined) return { entries, faults: [] };

  const faults: Fault[] = [];
  if (!isRecord(value) || !isRecord(value['articles']))
    return withoutEntries(source, files, [
      'expected "version: 1" and "articles:" with one entry for each file',
    ]);
  if (value['version'] !== 1)
    faults.push(
      fault(
        'error',
        ARTICLES_YML,
        `${JSON.stringify(value['version']) ?? 'missing'}; expected 1`,
        'version',
      ),
    );
  for (const key of Object.keys(value))
    if (key !== 'version' && key !== 'articles')
      faults.push(
        fault('error', ARTICLES_YML, 'is not a key known here; expected version and articles', key),
      );

  // A file system may spell an accent in two ways; both name the same file.
  const known = new Map(files.map((file) => [file.normalize('NFC'), file]));
  for (const [key, entry] of Object.entries(value['articles'])) {
    const file = known.get(key.normalize('NFC'));
    if (file === undefined) {
      faults.push(
        fault('error', ARTICLES_YML, 'there is no article file of this name in the folder', key),
      );
      continue;
    }
    const { facts, faults: entryFaults } = parseFacts(entry ?? {});
    entries.set(file, facts);
    for (const { key: inner, message } of entryFaults)
      faults.push(fault('error', ARTICLES_YML, message, inner === null ? key : `${key} ${inner}`));
  }
  return { entries, faults };
}

/**
 * What is left of an articles.yml whose entries cannot be told: nothing, but that the articles it names stay
 * hidden if it speaks of embargoes.
 */
export function withoutEntries(
  source: string,
  files: readonly string[],
  messages: readonly string[],
): ArticlesYml {
  const written = source.normalize('NFC');
  const hidden = written.includes('embargo')
    ? files.filter((file) => written.includes(file.normalize('NFC')))
    : [];
  const consequence =
    hidden.length > 0
      ? `no article has its metadata, and ${hidden.length} stay hidden because the file speaks of embargoes`
      : 'no article has its metadata';
  return {
    entries: new Map(hidden.map((file) => [file, { embargo: 'unreadable' }])),
    faults: messages.map((message) =>
      fault('error', ARTICLES_YML, `${message}; until it is mended ${consequence}`),
    ),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
