import type { types } from '@slack/bolt';
import {
  type CitationContext,
  type CitationRef,
  shift,
  type Span,
  type Verdict,
  type Why,
} from '../../answer/answer.js';
import { wholeCharacter } from '../../answer/cut-citation.js';
import {
  allCautions,
  dateGrounds,
  formatInstant,
  sourceParts,
  whyLine,
} from '../../requests/wording.js';
import {
  escapeText,
  type Message,
  noteLine,
  plain,
  quotation,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { cautionLine, sourceSection } from './entry-blocks.js';
import { TITLES } from './modals.js';
import { cutForDisplay, runs } from './quote-elements.js';

/** Characters of the paragraph shown on each side of a cited slice. */
const AROUND = 1_200;

/** The modal behind Context: the cited words bold in their paragraph, its neighbours, and what the date rests on. */
export function contextView(context: CitationContext, why: Why | null): types.ModalView {
  const { article, passage, ref, before, after } = context;
  const { outlet, date, file, paragraph } = sourceParts({ passage });
  const said = allCautions(context).map(cautionLine);
  const withdrawn = article.withdrawn !== null;
  const part = (label: string, shown: types.RichTextText[]): types.RichTextBlock =>
    richText(noteLine(label), quotation(shown));
  const neighbour = (label: string, span: Span | null): types.RichTextBlock[] =>
    span === null
      ? []
      : [part(label, [words(cutForDisplay(article.text.slice(span.start, span.end)))])];
  return {
    type: 'modal',
    title: plain(TITLES.context),
    close: plain('Close'),
    blocks: [
      richText(
        sourceSection(outlet, date, file, `${paragraph} of ${article.paragraphs.length}`),
        ...(article.title === null ? [] : [noteLine(article.title)]),
        ...(withdrawn ? said : []),
      ),
      ...neighbour('Before', before),
      part('The passage', citedRuns(context)),
      ...neighbour('After', after),
      richText(
        ...(withdrawn ? [] : said),
        ...dateGrounds(article).map((ground) => section(words(ground))),
        ...(why === null ? [] : [section(words(whyLine(why)))]),
        section(words(`Characters ${ref.start}–${ref.end} · fingerprint ${ref.fingerprint}`)),
        section(words(`SHA-256 of the file: ${article.sha256}`)),
      ),
    ],
  };
}

/** The paragraph around the cited slice, the slice bold; what is too far from it is left out, and said to be. */
function citedRuns({ article, passage, ref }: CitationContext): types.RichTextText[] {
  const { paragraph } = passage;
  const from = Math.max(paragraph.start, wholeCharacter(article.text, ref.start - AROUND));
  const to = Math.min(paragraph.end, wholeCharacter(article.text, ref.end + AROUND));
  return [
    ...(from > paragraph.start ? [words('[…] ', { italic: true })] : []),
    ...runs(article.text.slice(from, to), [shift(ref, -from)], { bold: true }),
    ...(to < paragraph.end ? [words(' […]', { italic: true })] : []),
  ];
}

/** What reading the file again showed, to the person who pressed Verify. */
export function verifyMessage(ref: CitationRef, verdict: Verdict, at: Date): Message {
  const said = sentence(verdict);
  const place = `characters ${ref.start}–${ref.end}, fingerprint ${ref.fingerprint}, read again ${formatInstant(at)}`;
  const now = verdict.kind === 'changed' ? verdict.now : null;
  const withdrawn = verdict.withdrawn === undefined ? null : `Withdrawn: ${verdict.withdrawn}`;
  return {
    text: escapeText(`${withdrawn === null ? '' : `${withdrawn} `}${said} ${ref.file}, ${place}`),
    blocks: [
      richText(
        ...(withdrawn === null ? [] : [cautionLine(withdrawn)]),
        ...titled(said),
        ...(now === null
          ? []
          : [section(words('There now:')), quotation([words(cutForDisplay(now))])]),
        section(words(ref.file, { code: true }), words(` · ${place}`)),
      ),
    ],
  };
}

function sentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'identical':
      return 'Verified: the file holds these words at this place, letter for letter.';
    case 'moved':
      return `The file has changed: these words stand in it letter for letter, but at characters ${verdict.start}–${verdict.end} now.`;
    case 'changed':
      return 'Not verified: the file has changed since it was read, and these words no longer stand in it at this place.';
    case 'unreadable':
      return `Not verified: the file cannot be read now (${verdict.reason}).`;
  }
}
