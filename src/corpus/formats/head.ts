import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isObject, parseYaml } from '../metadata/parse-yaml.js';

/** What stands above an article, for its publishing system and not for its readers. */
export interface Head {
  readonly format: 'YAML' | 'TOML' | 'JSON';
  readonly source: string;
  /** The offset at which the article begins. */
  readonly bodyStart: number;
}

/** A head that has no end: nobody can tell where the article begins. */
export const UNCLOSED = 'unclosed';

const FENCES = { '---': 'YAML', '+++': 'TOML', '{': 'JSON' } as const;
/** What the first line of a head looks like: a rule, or a bracket, may stand at the top of an article too. */
const FIRST_KEY = { YAML: /^[\w-]+\s*:/, TOML: /^[\w"'.[\]-]+\s*(?:=|$)/, JSON: /^\s*"/ };

/**
 * The head at the very top of a text: YAML between two lines of `---`, TOML between two of `+++`, or a JSON object
 * from a line `{` to a line `}`. `null` when there is none.
 */
export function findHead(text: string): Head | typeof UNCLOSED | null {
  const lines = text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g);
  const first = lines.next().value;
  if (first === undefined) return null;
  const fence = first[1]?.replace(/^\uFEFF/, '').trimEnd();
  if (fence !== '---' && fence !== '+++' && fence !== '{') return null;
  const format = FENCES[fence];
  const closing = fence === '{' ? '}' : fence;
  const inside = first[0].length;
  for (const { 0: whole, 1: line = '', index } of lines) {
    if (whole === '') break;
    if (line.trimEnd() !== closing) continue;
    const bodyStart = index + whole.length;
    const source = format === 'JSON' ? text.slice(0, bodyStart) : text.slice(inside, index);
    return { format, source, bodyStart };
  }
  return FIRST_KEY[format].test(text.slice(inside, inside + 200)) ? UNCLOSED : null;
}

/** The head as plain data, or in one sentence per fault where it breaks. */
export function parseHead({ format, source }: Head): { value: unknown; errors: string[] } {
  if (format === 'YAML') return parseYaml(source.replace(/\r\n?/g, '\n'));
  try {
    const value: unknown =
      format === 'TOML' ? plain(parseToml(source)) : JSON.parse(source.replace(/^\uFEFF/, ''));
    return { value, errors: [] };
  } catch (cause) {
    const reason =
      cause instanceof TomlError
        ? `line ${cause.line}, column ${cause.column}: ${cause.message.split('\n')[0]}`
        : String(cause);
    return { value: undefined, errors: [reason] };
  }
}

/** TOML has dates of its own; they are read as they are written, as those of YAML and JSON are. */
function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
