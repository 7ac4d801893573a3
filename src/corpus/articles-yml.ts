import { LineCounter, parseDocument } from 'yaml';
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

/** Reads YAML into plain data, or says in one sentence per fault where it breaks. */
export function parseYaml(source: string): { value: unknown; errors: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    return `line ${line}, column ${col}: ${message}`;
  });
  if (errors.length > 0) return { value: undefined, errors };
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), errors };
  } catch (cause) {
    return { value: undefined, errors: [cause instanceof Error ? cause.message : String(cause)] };
  }
}

/**
 * Checks articles.yml entry by entry: a faulty entry costs its own article the metadata and no other.
 * A file that is no YAML at all costs every article the metadata; if it speaks of embargoes, the articles
 * it names stay hidden, since what it wanted to hide can no longer be told.
 */
export function parseArticlesYml(source: string, files: readonly string[]): ArticlesYml {
  const { value, errors } = parseYaml(source);
  const entries = new Map<string, ArticleFacts>();
  if (errors.length > 0) {
    const hidden = source.includes('embargo_until')
      ? files.filter((file) => source.includes(file))
      : [];
    for (const file of hidden) entries.set(file, { embargo: 'unreadable' });
    const consequence =
      hidden.length > 0
        ? `no article has its metadata, and ${hidden.length} stay hidden because the file speaks of embargoes`
        : 'no article has its metadata';
    return {
      entries,
      faults: errors.map((error) =>
        fault(
          'error',
          ARTICLES_YML,
          `is not readable as YAML: ${error}; until it is mended ${consequence}`,
        ),
      ),
    };
  }
  if (value === null || value === undefined) return { entries, faults: [] };

  const faults: Fault[] = [];
  if (!isRecord(value) || !isRecord(value['articles'])) {
    const message = 'expected "version: 1" and "articles:" with one entry for each file';
    return { entries, faults: [fault('error', ARTICLES_YML, message)] };
  }
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
