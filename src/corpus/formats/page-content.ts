import { attributeOf, type HtmlElement, type HtmlLine, type HtmlPage } from './html-text.js';

/** Elements that hold what belongs to the site, not to the article. */
const FURNITURE_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'menu', 'search']);
const FURNITURE_ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar)$/i;
/** Words in the classes and ids of such elements, as sites write them. */
const FURNITURE_NAMES = new Set(
  `nav navbar navigation menu menus breadcrumb breadcrumbs cookie cookies consent gdpr newsletter newsletters signup
  subscribe subscription related recommended recommendations recirculation trending popular share sharing sharebar
  social advert adverts ad ads advertisement sponsor sponsored promo promos sidebar masthead footer comments disqus
  paywall outbrain taboola skip toolbar tags taglist popup teaser teasers widget widgets banner sitefooter siteheader`.split(
    /\s+/,
  ),
);
const FURNITURE_BEGINNINGS = /^(?:related|recommend|cookie|newsletter|advert|sharedaddy)/;
const FURNITURE_PHRASES =
  /(?:read|see)[-_ ]?(?:more|also|next)|more[-_ ]from|most[-_ ](?:read|viewed|popular)|sign[-_ ]up|sr[-_ ]only|visually[-_ ]hidden|screen[-_ ]reader/i;
/** Tags that only hold the others: their classes speak of the page. */
const FRAMES = new Set(['html', 'body', 'article', 'main']);

/** A line of running text: long enough, and most of it no link. */
const PROSE_LENGTH = 60;
const LINKED_SHARE = 0.6;
/** Whatever holds so much of a page's prose is no furniture, whatever it is called. */
const MAIN_SHARE = 0.5;

/** Lines inside an article that lead away from it, or ask for something. */
const ASIDE_LINE =
  /^(?:advertisement|advertising|sponsored(?: content)?|skip to (?:main )?content|share (?:this|on)\b.{0,30}|follow us on\b.*|(?:sign up|subscribe)\b.*\bnewsletters?\b.*)$/i;
const LEADING_AWAY =
  /^(?:read (?:more|also|next)|related|see also|more (?:on|from|coverage)|recommended|don['’]t miss|watch|listen)\b/i;

/**
 * Which lines of a page are its article's: those of the part that holds the article, without menus, notices, forms,
 * lists of other stories and lines that lead there.
 */
export function articleLines({ lines, text, root }: HtmlPage): HtmlLine[] {
  const elements = elementsIn(root);
  const all = proseOf(root, elements, lines);
  const total = all.get(root) ?? 0;
  const isFurniture = (element: HtmlElement): boolean =>
    looksLikeFurniture(element) && (all.get(element) ?? 0) <= MAIN_SHARE * total;
  const inFurniture = inherit(isFurniture);
  const others = lines.filter(({ within }) => within === null || !inFurniture(within));
  const prose = proseOf(root, elements, others);
  const body = findContent(root, elements, prose, inFurniture);
  const content = body && withHeadline(body, prose, inFurniture);
  const inContent = inherit((element) => element === content);
  return others.filter((line) => {
    const { within, start, end } = line;
    if (within === null) return content === null;
    if (content !== null && !inContent(within)) return false;
    return !leadsAway(text.slice(start, end), line);
  });
}

type Parent = HtmlPage['root'] | HtmlElement;

/** By element, how many characters of running text it holds, at any depth. */
function proseOf(
  root: HtmlPage['root'],
  elements: readonly HtmlElement[],
  lines: readonly HtmlLine[],
): Map<Parent, number> {
  const prose = new Map<Parent, number>();
  for (const { start, end, linked, within } of lines) {
    const length = end - start;
    if (within === null || length < PROSE_LENGTH || linked > LINKED_SHARE * length) continue;
    prose.set(within, (prose.get(within) ?? 0) + length - linked);
  }
  // Parents stand before their children, so from the end each has got all of its own before it hands it up.
  for (const element of elements.toReversed()) {
    const own = prose.get(element) ?? 0;
    const parent = parentOf(element) ?? root;
    if (own > 0) prose.set(parent, (prose.get(parent) ?? 0) + own);
  }
  return prose;
}

/** All elements of the page, each before those inside it. */
function elementsIn(root: Parent): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: Parent[] = [root];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop())
    for (const child of parent.childNodes)
      if ('tagName' in child) {
        elements.push(child);
        open.push(child);
      }
  return elements;
}

function parentOf({ parentNode }: HtmlElement): HtmlElement | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}

/** Whether something is true of an element or of one around it; each is asked about once. */
function inherit(test: (element: HtmlElement) => boolean): (element: HtmlElement) => boolean {
  const known = new Map<HtmlElement, boolean>();
  return (element) => {
    const path: HtmlElement[] = [];
    let at: HtmlElement | null = element;
    let found: boolean | undefined;
    while (at !== null && (found = known.get(at)) === undefined) {
      path.push(at);
      at = parentOf(at);
    }
    for (const one of path.toReversed()) {
      found = (found ?? false) || test(one);
      known.set(one, found);
    }
    return found ?? false;
  };
}

/** The element that holds the article; `null` where the page gives no hint, and all of it may be one. */
function findContent(
  root: HtmlPage['root'],
  elements: readonly HtmlElement[],
  prose: ReadonlyMap<Parent, number>,
  inFurniture: (element: HtmlElement) => boolean,
): HtmlElement | null {
  const most = (candidates: HtmlElement[]): HtmlElement | undefined =>
    candidates
      .filter((element) => !inFurniture(element))
      .toSorted((a, b) => (prose.get(b) ?? 0) - (prose.get(a) ?? 0))[0];
  const body = most(elements.filter((one) => attributeOf(one, 'itemprop') === 'articleBody'));
  const article = most(elements.filter(({ tagName }) => tagName === 'article'));
  const main = most(
    elements.filter((one) => one.tagName === 'main' || attributeOf(one, 'role') === 'main'),
  );
  // A live page has an article for each of its posts.
  const held = (element: HtmlElement | undefined): number =>
    element === undefined ? 0 : (prose.get(element) ?? 0);
  const chosen = article ?? main ?? body;
  if (chosen !== undefined && held(chosen) > 0) {
    const wider = [main, body].find((other) => held(other) * MAIN_SHARE > held(chosen));
    return wider ?? chosen;
  }
  return narrowest(root, prose, inFurniture);
}

/** So much of the prose must stand in an element for the article to stand in it as a whole. */
const WHOLE = 0.9;

/** Down from the top, as long as one element holds nearly all of the prose that is no furniture. */
function narrowest(
  root: HtmlPage['root'],
  prose: ReadonlyMap<Parent, number>,
  inFurniture: (element: HtmlElement) => boolean,
): HtmlElement | null {
  let at: Parent = root;
  let content: HtmlElement | null = null;
  for (;;) {
    const children: HtmlElement[] = at.childNodes
      .filter((child) => 'tagName' in child)
      .filter((child) => !inFurniture(child));
    const total = children.reduce((sum, child) => sum + (prose.get(child) ?? 0), 0);
    const next = children.find((child) => (prose.get(child) ?? 0) >= WHOLE * total);
    // A single paragraph is no place for a whole article.
    if (total === 0 || next === undefined || /^(?:p|td|span)$/.test(next.tagName)) return content;
    content = next;
    at = next;
  }
}

/** The element around the article that holds its headline too, where no other running text comes with it. */
function withHeadline(
  body: HtmlElement,
  prose: ReadonlyMap<Parent, number>,
  inFurniture: (element: HtmlElement) => boolean,
): HtmlElement {
  const inside = inherit((element) => element === body);
  const isHeadline = (element: HtmlElement): boolean =>
    (element.tagName === 'h1' || HEADLINE.test(attributeOf(element, 'class') ?? '')) &&
    !inside(element) &&
    !inFurniture(element);
  let at = parentOf(body);
  while (at !== null && prose.get(at) === prose.get(body) && at.tagName !== 'body') {
    if (elementsIn(at).some(isHeadline)) return at;
    at = parentOf(at);
  }
  return body;
}

const HEADLINE = /(?:^|[\s_-])(?:headline|title)(?:$|[\s_-])/i;

function looksLikeFurniture(element: HtmlElement): boolean {
  const { tagName } = element;
  const parent = parentOf(element)?.tagName;
  if (FURNITURE_TAGS.has(tagName)) return !(tagName === 'footer' && parent === 'blockquote');
  // An article's own header holds its headline.
  if (tagName === 'header' && parent === 'body') return true;
  if (FURNITURE_ROLES.test(attributeOf(element, 'role') ?? '')) return true;
  if (attributeOf(element, 'aria-hidden') === 'true') return true;
  if (FRAMES.has(tagName)) return false;
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
  if (FURNITURE_PHRASES.test(names)) return true;
  return names
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((name) => FURNITURE_NAMES.has(name) || FURNITURE_BEGINNINGS.test(name));
}

/** A line that is another story's headline, or asks to go there. */
function leadsAway(words: string, { linked }: HtmlLine): boolean {
  if (ASIDE_LINE.test(words)) return true;
  const share = linked / words.length;
  if (LEADING_AWAY.test(words)) return share >= 0.4;
  return share > 0.9 && !/[.!?…]["”’)]*$/.test(words);
}
