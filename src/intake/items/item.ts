import { readHtml } from '../../corpus/formats/html-text.js';
import { looksLikeHtml } from '../../corpus/formats/story.js';
import { isObject } from '../../corpus/metadata/parse-yaml.js';

/**
 * One story as a wire or a publishing system delivers it, in the keys of the `.json` that the archive reads; what is not
 * stated is absent.
 */
export interface Item {
  /** The story's own name, the same in every version of it; `null` when it has none. */
  readonly id: string | null;
  readonly version?: number | undefined;
  /** The instant at which this version was made. */
  readonly modified?: string | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly url?: string | undefined;
  /** A day or an instant as it is written, or what articles.yml may say of a date. */
  readonly published?: string | object | undefined;
  /** The whole text, plain or in HTML; absent when only a summary came. */
  readonly body?: string | undefined;
  readonly embargo_until?: string | undefined;
  /** Why it must not be shown, for an unknown time. */
  readonly held?: string | undefined;
  /** Why its sender took it back. */
  readonly withdrawn?: string | undefined;
  readonly usage_terms?: string | undefined;
}

/** An item of an export that is no story, and why. */
export interface NoStory {
  readonly none: string;
  readonly title?: string | undefined;
}

/** HTML as a body that the archive reads as such, however little mark-up it holds. */
export function htmlBody(html: string | undefined): string | undefined {
  if (html === undefined || html.trim() === '') return undefined;
  return looksLikeHtml(html) ? html : `<p>${html}</p>`;
}

/** Plain text as a body; where it would be taken for HTML, as HTML that reads the same. */
export function textBody(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  if (!looksLikeHtml(text)) return text;
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');
}

/** The words of a title that may hold mark-up, on one line. */
export function plainLine(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const text = /[<&]/.test(html) ? readHtml(html).text : html;
  return text.replace(/\s+/g, ' ').trim() || undefined;
}

/** What stands there, key by key; `undefined` where one of them is not. */
export function valueAt(value: unknown, ...keys: string[]): unknown {
  let found = value;
  for (const key of keys) found = isObject(found) ? found[key] : undefined;
  return found;
}

/** A text that is not blank, or `undefined`; numbers count as what they are written as. */
export function textAt(value: unknown, ...keys: string[]): string | undefined {
  const found = valueAt(value, ...keys);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

export function listAt(value: unknown, key: string): unknown[] {
  const found = valueAt(value, key);
  return Array.isArray(found) ? found : [];
}

/** A version as wires count them. */
export function versionOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : undefined;
}
