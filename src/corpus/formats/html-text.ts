import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

/** An HTML page as its reader sees it: one line per block, and what its head states. */
export interface HtmlPage {
  readonly text: string;
  /** The lines that are headings (h1 to h6). */
  readonly headings: ReadonlySet<string>;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** `article:published_time`, as it stands there. */
  readonly publishedTime: string | null;
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
  const lines: string[] = [];
  const headings = new Set<string>();
  const meta = new Map<string, string[]>();
  let titleElement: string | null = null;
  let line = '';
  let inHeading = false;

  function endLine(): void {
    const finished = line.trim();
    if (finished !== '') {
      lines.push(finished);
      if (inHeading) headings.add(finished);
    }
    line = '';
  }

  // An explicit stack: a page nested a hundred thousand deep must not overflow the call stack.
  const stack: (Node | (() => void))[] = parse(html).childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'function') {
      node();
    } else if (node.nodeName === '#text' && 'value' in node) {
      const collapsed = node.value.replace(COLLAPSED, ' ');
      line += line === '' || line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
    } else if ('tagName' in node) {
      const element = node;
      if (element.tagName === 'meta') readMeta(element, meta);
      if (element.tagName === 'title' && titleElement === null) titleElement = ownText(element);
      if (element.tagName === 'br') endLine();
      if (element.tagName === 'head') {
        for (const child of element.childNodes.toReversed())
          if ('tagName' in child && /^(?:meta|title)$/.test(child.tagName)) stack.push(child);
      }
      if (isUnseen(element) || element.tagName === 'title') continue;
      if (element.tagName === 'td' || element.tagName === 'th') {
        if (line !== '') line += ' ';
      } else if (BLOCK.has(element.tagName)) {
        endLine();
        const heading = HEADING.test(element.tagName);
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

  const first = (name: string): string | null => meta.get(name)?.[0] ?? null;
  return {
    text: lines.length === 0 ? '' : `${lines.join('\n')}\n`,
    headings,
    title: first('og:title') ?? titleElement,
    outlet: first('og:site_name'),
    authors: meta.get('author') ?? [],
    publishedTime: first('article:published_time'),
  };
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
  const attribute = (wanted: string): string | undefined =>
    element.attrs.find(({ name }) => name === wanted)?.value.trim();
  const name = attribute('property') ?? attribute('name');
  const content = attribute('content');
  if (name && content) meta.set(name, [...(meta.get(name) ?? []), content]);
}

function ownText(element: HtmlElement): string | null {
  const text = element.childNodes
    .map((child) => (child.nodeName === '#text' && 'value' in child ? child.value : ''))
    .join('')
    .replace(COLLAPSED, ' ')
    .trim();
  return text === '' ? null : text;
}
