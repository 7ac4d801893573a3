import type { types } from '@slack/bolt';
import { type CitationContext, type CitationRef, shift, type Span } from '../../answer/answer.js';
import { type Article, type Paragraph, problemsOf } from '../../corpus/article/article.js';
import { fileCautions, problemCaution, withdrawnCaution } from '../../requests/wording.js';
import { ACTIONS, encodeOpened, type Opened } from '../actions.js';
import { button, buttons, footnote, plain, richText, section, words } from './blocks.js';
import { TITLES } from './modals.js';
import { beginningOf, runs } from './quote-elements.js';
import { articleHead, cautionLine } from './source-lines.js';

/** Characters and paragraphs on a page: a few screens, and well below what Slack takes. */
const PAGE_LENGTH = 6_000;
const PAGE_PARAGRAPHS = 40;

/** A paragraph, or as much of a very long one as a page holds. */
interface Piece extends Span {
  readonly paragraph: Paragraph;
}

/** A page of the whole article, the cited words bold, and the way to the pages beside it and back to the passage. */
export function articleView(
  { article, ref }: Pick<CitationContext, 'article' | 'ref'>,
  opened: Opened,
): types.ModalView {
  const pages = pagesOf(article);
  // The file may have become shorter since the button was made.
  const page = Math.min(opened.page, pages.length - 1);
  const to = (turned: number): string => encodeOpened({ ...opened, page: turned });
  return {
    type: 'modal',
    title: plain(TITLES.article),
    close: plain('Close'),
    blocks: [
      richText(
        ...articleHead(article),
        ...[...withdrawnCaution(article), ...fileCautions(article)].map(cautionLine),
      ),
      ...(pages[page] ?? []).map((piece) => pieceBlock(article, piece, ref)),
      footnote(`Page ${page + 1} of ${pages.length} · ${article.file}`),
      buttons(
        ...(page > 0 ? [button(ACTIONS.previousPage, 'Previous page', to(page - 1))] : []),
        ...(page < pages.length - 1 ? [button(ACTIONS.nextPage, 'Next page', to(page + 1))] : []),
        button(ACTIONS.open, 'Back to the passage', to(0)),
      ),
    ],
  };
}

/** The article cut into pages, between paragraphs and never inside a character. */
export function pagesOf(article: Article): Piece[][] {
  const pages: Piece[][] = [];
  let room = 0;
  for (const piece of article.paragraphs.flatMap((paragraph) => piecesOf(article, paragraph))) {
    const length = piece.end - piece.start;
    const page = pages.at(-1);
    if (page === undefined || length > room || page.length >= PAGE_PARAGRAPHS) {
      pages.push([piece]);
      room = PAGE_LENGTH - length;
    } else {
      page.push(piece);
      room -= length;
    }
  }
  return pages;
}

function piecesOf({ text }: Article, paragraph: Paragraph): Piece[] {
  const pieces: Piece[] = [];
  let { start } = paragraph;
  while (start < paragraph.end) {
    const left = text.slice(start, Math.min(paragraph.end, start + PAGE_LENGTH + 1));
    const end =
      start + (left.length > PAGE_LENGTH ? beginningOf(left, PAGE_LENGTH).length : left.length);
    pieces.push({ paragraph, start, end });
    start = end;
  }
  return pieces;
}

/** The number of the paragraph, its words, and what is known to be wrong with them. */
function pieceBlock(article: Article, piece: Piece, ref: CitationRef): types.KnownBlock {
  const { paragraph, start, end } = piece;
  const hit = { start: Math.max(start, ref.start), end: Math.min(end, ref.end) };
  const marked = hit.start < hit.end ? [shift(hit, -start)] : [];
  const cautions =
    end === paragraph.end
      ? problemsOf(article, paragraph.number).map((one) => problemCaution(one, paragraph.number))
      : [];
  return richText(
    section(
      words(`${paragraph.number}  `, { italic: true }),
      ...runs(article.text.slice(start, end), marked, { bold: true }),
    ),
    ...cautions.map(cautionLine),
  );
}
