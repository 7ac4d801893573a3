import { isObject } from '../../corpus/metadata/parse-yaml.js';
import { readAns } from './ans.js';
import {
  htmlBody,
  type Item,
  type NoStory,
  plainLine,
  textAt,
  textBody,
  versionOf,
} from '../items/item.js';
import { readNinjs } from './ninjs.js';
import { instantOf, isoDate } from '../items/written-date.js';
import { readWordpressPost } from './wordpress.js';

/** One story of a JSON export, by its keys; `null` when they are those of no story. */
export function readStoryObject(value: unknown): Item | NoStory | null {
  if (!isObject(value)) return null;
  const has = (...keys: string[]): boolean => keys.some((key) => value[key] !== undefined);
  if (value['type'] === 'story' && has('content_elements', 'headlines')) return readAns(value);
  if (isObject(value['content']) && 'rendered' in value['content']) return readWordpressPost(value);
  if (has('content_html', 'content_text')) return readFeedItem(value);
  if (
    has('bodies', 'body_text', 'body_html', 'body_xhtml') ||
    (has('pubstatus') && has('uri', 'guid'))
  )
    return readNinjs(value);
  if (has('body')) return readPlainStory(value);
  return has('title', 'headline', 'id', 'url')
    ? { none: 'no text under a key that is known here', title: textAt(value, 'title') }
    : null;
}

/** An item of JSON Feed. */
function readFeedItem(item: Record<string, unknown>): Item {
  return {
    id: textAt(item, 'id') ?? textAt(item, 'url') ?? null,
    title: plainLine(textAt(item, 'title')),
    url: textAt(item, 'url'),
    authors: namesIn(item['authors'] ?? item['author']),
    published: isoDate(textAt(item, 'date_published')),
    modified: instantOf(textAt(item, 'date_modified')),
    body: htmlBody(textAt(item, 'content_html')) ?? textBody(textAt(item, 'content_text')),
  };
}

const OWN_KEYS = ['title', 'outlet', 'url', 'published', 'date'] as const;
const STANDING = ['wording', 'withdrawn', 'embargo_until', 'draft', 'held'] as const;

/** One name, a list of them, or objects with a `name`. */
function namesIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap(
    (one) => textAt(one, 'name') ?? textAt(one) ?? [],
  );
}

/** A story in the archive's own keys, which are taken over as they stand. */
function readPlainStory(story: Record<string, unknown>): Item | NoStory {
  const title = textAt(story, 'title');
  const body = story['body'];
  if (typeof body !== 'string') return { none: 'its body is not a text', title };
  const kept = [...OWN_KEYS, ...STANDING].filter((key) => story[key] !== undefined);
  const named = [textAt(story, 'outlet'), textAt(story, 'published'), title];
  return {
    ...Object.fromEntries(kept.map((key) => [key, story[key]])),
    authors: namesIn(story['authors'] ?? story['author']),
    id:
      textAt(story, 'id') ??
      textAt(story, 'guid') ??
      textAt(story, 'url') ??
      (title === undefined ? null : named.join(' ').trim()),
    version: versionOf(textAt(story, 'version')),
    modified: instantOf(textAt(story, 'modified')),
    body,
  };
}
