import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** An HTML page as its reader sees it: one line per block, and what its head states. */
export interface HtmlPage {
  /** The lines, each with a line end. */
  readonly text: string;
  readonly lines: readonly HtmlLine[];
  readonly head: HtmlHead;
  readonly root: DefaultTreeAdapterTypes.Document;
}

export interface HtmlLine {
  /** UTF-16 offsets into the page's text. */
  readonly start: number;
  readonly end: number;
  /** It stands in h1 to h6. */
  readonly isHeading: boolean;
  /** How many of its characters are those of links. */
  readonly linked: number;
  /** The element that its first word stands in. */
  readonly within: HtmlElement | null;
}

/** What a page states of itself, beside its text. */
export interface HtmlHead {
  /** By `property` or `name`, in lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The `title` element. */
  readonly title: string | null;
  /** The address of `link rel="canonical"`. */
  readonly canonical: string | null;
  /** Scripts of the type application/ld+json. */
  readonly jsonLd: readonly string[];
  readonly times: readonly HtmlElement[];
}

const UNSEEN = new Set(
  'head script style template noscript iframe object svg math select textarea button audio video canvas dialog'.split(
    ' ',
  ),
);
/** Elements that begin a line of their own; any other, an unknown one too, runs on in the line. */
const BLOCK = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
/** What HTML collapses to one space; a no-break space is not among it. */
const COLLAPSED = /[ \t\n\f\r]+/g;

/**
 * Reads the page's visible text: what scripts, styles and hidden parts hold is left out, white space is
 * collapsed as a browser does, every block and every `<br>` begins a new line.
 */
export function readHtml(html: string): HtmlPage {
  const root = parse(html);
  const texts: string[] = [];
  const lines: HtmlLine[] = [];
  const meta = new Map<string, string[]>();
  const jsonLd: string[] = [];
  const times: HtmlElement[] = [];
  let title: string | null = null;
  let canonical: string | null = null;
  let length = 0;
  let line = '';
  /** Remembered: to look at the end of a line after each of a hundred thousand pieces would take minutes. */
  let endsInSpace = false;
  let linked = 0;
  let within: HtmlElement | null = null;
  let inHeading = false;
  let links = 0;

  function endLine(): void {
    const finished = line.trim();
    if (finished !== '') {
      texts.push(finished);
      lines.push({
        start: length,
        end: length + finished.length,
        isHeading: inHeading,
        linked: Math.min(linked, finished.length),
        within,
      });
      length += finished.length + 1;
    }
    line = '';
    linked = 0;
    within = null;
  }

  function readAside(element: HtmlElement): void {
    if (element.tagName === 'meta') readMeta(element, meta);
    else if (element.tagName === 'title') title ??= ownText(element);
    else if (element.tagName === 'time') times.push(element);
    else if (element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical')
      canonical ??= attributeOf(element, 'href') ?? null;
    else if (element.tagName === 'script' && isJsonLd(element)) jsonLd.push(ownText(element) ?? '');
  }

  // An explicit stack: a page nested a hundred thousand deep must not overflow the call stack.
  const stack: (Node | (() => void))[] = root.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'function') {
      node();
    } else if (node.nodeName === '#text' && 'value' in node) {
      const collapsed = node.value.replace(COLLAPSED, ' ');
      const added: string = line === '' || endsInSpace ? collapsed.replace(/^ /, '') : collapsed;
      if (line === '' && added !== '')
        within = node.parentNode && 'tagName' in node.parentNode ? node.parentNode : null;
      line += added;
      if (added !== '') endsInSpace = added.endsWith(' ');
      if (links > 0) linked += added.length;
    } else if ('tagName' in node) {
      const element = node;
      const { tagName } = element;
      readAside(element);
      if (tagName === 'br') endLine();
      if (tagName === 'head') {
        for (const child of element.childNodes.toReversed())
          if ('tagName' in child && /^(?:meta|title|link|script)$/.test(child.tagName))
            stack.push(child);
      }
      if (isUnseen(element) || tagName === 'title') continue;
      if (tagName === 'td' || tagName === 'th') {
        if (line !== '') line += ' ';
        endsInSpace = true;
      } else if (tagName === 'a') {
        links += 1;
        stack.push(() => (links -= 1));
      } else if (BLOCK.has(tagName)) {
        endLine();
        const heading = HEADING.test(tagName);
        if (heading) inHeading = true;
        stack.push(() => {
          endLine();
          if (heading) inHeading = false;
        });
      }
      // One by one: a page can hold more children than a call can take arguments.
      for (const child of element.childNodes.toReversed()) stack.push(child);
    }
  }
  endLine();
  return {
    text: texts.map((text) => `${text}\n`).join(''),
    lines,
    head: { meta, title, canonical, jsonLd, times },
    root,
  };
}

export function attributeOf({ attrs }: HtmlElement, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value.trim();
}

function isUnseen(element: HtmlElement): boolean {
  if (UNSEEN.has(element.tagName)) return true;
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)),
  );
}

function readMeta(element: HtmlElement, meta: Map<string, string[]>): void {
  const name = (attributeOf(element, 'property') ?? attributeOf(element, 'name'))?.toLowerCase();
  const content = attributeOf(element, 'content');
  if (name && content) meta.set(name, [...(meta.get(name) ?? []), content]);
}

function isJsonLd(element: HtmlElement): boolean {
  return attributeOf(element, 'type')?.toLowerCase() === 'application/ld+json';
}

/** The words directly in an element, white space collapsed; `null` when there are none. */
export function ownText(element: HtmlElement): string | null {
  const text = element.childNodes
    .map((child) => (child.nodeName === '#text' && 'value' in child ? child.value : ''))
    .join('')
    .replace(COLLAPSED, ' ')
    .trim();
  return text === '' ? null : text;
}
