import type { Archive } from '../answer/archive/archive.js';
import { QuestionError } from '../search/question/question.js';
import { readArticleAt } from './read-article.js';

/** An article as a resource: `clipdesk:///FILE`, and `clipdesk:///FILE?start=N&end=N` for a stretch of it. */
const SCHEME = 'clipdesk:';

export const RESOURCE_TEMPLATE = {
  uriTemplate: `${SCHEME}///{+file}{?start,end}`,
  name: 'article',
  description:
    'A file of the archive, or a stretch of it by offsets in UTF-16 code units, with its outlet and date beside the words.',
  mimeType: 'application/json',
};

/** So many are listed at once. */
const PAGE = 100;

/** The articles that may be seen now, a page at a time; `cursor` is what the page before gave as `nextCursor`. */
export function listResources(archive: Archive, cursor: string | undefined) {
  const from = Number(cursor ?? 0);
  if (!Number.isInteger(from) || from < 0)
    throw new QuestionError(`There is no page “${cursor}” of the list.`);
  const articles = archive.articles();
  return {
    resources: articles.slice(from, from + PAGE).map(({ file, title }) => ({
      uri: `${SCHEME}///${file.split('/').map(encodeURIComponent).join('/')}`,
      name: file,
      ...(title === null ? {} : { title }),
      mimeType: RESOURCE_TEMPLATE.mimeType,
    })),
    ...(from + PAGE < articles.length ? { nextCursor: String(from + PAGE) } : {}),
  };
}

/**
 * The same as the tool `read` gives.
 * @throws QuestionError when it is no address of a file that may be seen
 */
export function readResource(archive: Archive, uri: string) {
  const { protocol, pathname, searchParams } = URL.canParse(uri) ? new URL(uri) : NO_ADDRESS;
  const [start, end] = ['start', 'end'].map((name) => readOffset(searchParams.get(name)));
  if (protocol !== SCHEME || start === null || end === null)
    throw new QuestionError(
      `“${uri}” is no address here; expected ${SCHEME}///FILE or ${SCHEME}///FILE?start=0&end=500.`,
    );
  const read = readArticleAt(archive, { file: decode(pathname.slice(1)), start, end });
  return {
    contents: [{ uri, mimeType: RESOURCE_TEMPLATE.mimeType, text: JSON.stringify(read) }],
  };
}

const NO_ADDRESS = { protocol: '', pathname: '', searchParams: new URLSearchParams() };

/** `undefined` where none is given, `null` for what is none. */
function readOffset(given: string | null): number | undefined | null {
  if (given === null) return undefined;
  return /^\d{1,9}$/.test(given) ? Number(given) : null;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
