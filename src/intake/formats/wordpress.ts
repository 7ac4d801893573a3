import { htmlBody, type Item, type NoStory, plainLine, textAt } from '../items/item.js';
import { instantOf, isoDate } from '../items/written-date.js';
import { elementAt, elementsAt, parseXml, wordsAt } from '../items/xml.js';

/** What WordPress keeps beside its stories. */
const NO_STORIES = new Set(
  'page attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_face wp_font_family'.split(
    ' ',
  ),
);

/** The names of a WordPress export's writers by their logins, from what stands before its items. */
export function readWxrAuthors(head: string): ReadonlyMap<string, string> {
  const authors = elementsAt(parseXml(head, { withPrefixes: true }), 'rss', 'channel', 'wp:author');
  return new Map(
    authors.flatMap((author) => {
      const login = wordsAt(author, 'wp:author_login');
      const name = wordsAt(author, 'wp:author_display_name');
      return login === undefined || name === undefined ? [] : [[login, name]];
    }),
  );
}

/** An item of a WordPress export (WXR). A writer who has a login there and no name is not named. */
export function readWxrItem(xml: string, authors: ReadonlyMap<string, string>): Item | NoStory {
  const item = elementAt(parseXml(xml, { withPrefixes: true }), 'rss', 'channel', 'item');
  const words = (name: string): string | undefined => wordsAt(item, name);
  const title = plainLine(words('title'));
  const type = words('wp:post_type') ?? 'post';
  if (NO_STORIES.has(type)) return { none: `not a story: ${type.replaceAll('_', ' ')}`, title };
  const hasPassword = words('wp:post_password') !== undefined;
  return {
    id: words('guid') ?? words('link') ?? null,
    title,
    authors: listOf(authors.get(words('dc:creator') ?? '')),
    url: words('link'),
    published: localInstant(words('wp:post_date'), words('wp:post_date_gmt')),
    modified: instantOf(inUtc(words('wp:post_modified_gmt'))),
    body: htmlBody(asParagraphs(words('content:encoded'))),
    ...standing(words('wp:status'), hasPassword),
  };
}

/** A post as WordPress's REST interface gives it. */
export function readWordpressPost(post: unknown): Item | NoStory {
  const title = plainLine(textAt(post, 'title', 'rendered'));
  const type = textAt(post, 'type') ?? 'post';
  if (NO_STORIES.has(type)) return { none: `not a story: ${type.replaceAll('_', ' ')}`, title };
  const isProtected = textAt(post, 'content', 'rendered') === undefined;
  return {
    id: textAt(post, 'guid', 'rendered') ?? textAt(post, 'link') ?? null,
    title,
    url: textAt(post, 'link'),
    published: localInstant(textAt(post, 'date'), textAt(post, 'date_gmt')),
    modified: instantOf(inUtc(textAt(post, 'modified_gmt'))),
    body: isProtected ? undefined : htmlBody(textAt(post, 'content', 'rendered')),
    ...standing(textAt(post, 'status'), false),
  };
}

function listOf(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}

function standing(
  status: string | undefined,
  hasPassword: boolean,
): Pick<Item, 'held' | 'withdrawn'> {
  if (status === 'trash') return { withdrawn: 'It lies in the trash of its publishing system.' };
  if (hasPassword) return { held: 'it has a password in WordPress' };
  // One that is scheduled has a date ahead, which hides it until then.
  if (status === undefined || status === 'publish' || status === 'future') return {};
  return { held: `its status in WordPress is ${status}` };
}

function inUtc(written: string | undefined): string | undefined {
  return written && `${written.replace(' ', 'T')}Z`;
}

/** The site's own day and hour; its offset is what lies between that and the same instant in UTC. */
function localInstant(local: string | undefined, utc: string | undefined): string | undefined {
  const written = isoDate(local);
  const universal = isoDate(utc);
  if (written === undefined || universal === undefined) return written;
  const minutes = Math.round((Date.parse(`${written}Z`) - Date.parse(`${universal}Z`)) / 60_000);
  if (!Number.isFinite(minutes) || Math.abs(minutes) > 14 * 60) return written;
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${written}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** WordPress's own shortcodes, and any that has attributes; what else stands in brackets is the author's. */
const SHORTCODE =
  /\[(\/?)(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b[^[\]]*\]|\[\/?[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\]]*"|'[^'\]]*'|[^\s"'\]]+))+\s*\/?\]/gi;
const EMBEDDED = /\[(embed|audio|video|gallery|playlist)\b[^[\]]*\][^[]*\[\/\1\]/gi;

/** The text as WordPress shows it: it keeps blank lines for paragraphs where no editor has put mark-up there. */
function asParagraphs(content: string | undefined): string | undefined {
  const text = content?.replace(EMBEDDED, '').replace(SHORTCODE, '');
  if (text === undefined || /<p[\s>]|<!--\s*wp:/i.test(text)) return text;
  return text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) =>
      /^\s*<(?:h[1-6]|ul|ol|blockquote|div|table|figure|pre|section)\b/i.test(block)
        ? block
        : `<p>${block.trim().replace(/\r?\n/g, '<br>\n')}</p>`,
    )
    .join('\n');
}
