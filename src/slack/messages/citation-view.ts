import type { types } from '@slack/bolt';
import {
  type CitationContext,
  shift,
  type Span,
  type Verdict,
  type Why,
} from '../../answer/answer.js';
import { wholeCharacter } from '../../answer/cut-citation.js';
import { type CitationForms, citationForms } from '../../requests/citation-forms.js';
import {
  allCautions,
  capital,
  dateGrounds,
  grouped,
  placeLabel,
  whyLine,
  withdrawnLabel,
} from '../../requests/wording.js';
import { ACTIONS, encodeOpened, type Opened } from '../actions.js';
import {
  button,
  buttons,
  clock,
  copyable,
  footnote,
  noteLine,
  plain,
  quotation,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { TITLES } from './modals.js';
import { cutForDisplay, runs } from './quote-elements.js';
import { articleHead, cautionLine, webAddress } from './source-lines.js';
import { REASONS } from './wording.js';

/** Characters of the paragraph shown on each side of a cited slice. */
const AROUND = 1_200;

/** What Open shows of a passage that the archive still has. */
export interface OpenedCitation {
  readonly context: CitationContext;
  /** What reading the file again has shown, and when it was read. */
  readonly verdict: Verdict;
  readonly at: Date;
  /** `null` where it was cited for no question, or that question brings it no more. */
  readonly why: Why | null;
}

/**
 * The modal behind Open: the passage among its neighbours, the cited words bold; whether they still stand in the file;
 * what the date rests on; why it was cited; the citation to copy. Of a withdrawn article the reason, until its words are
 * asked for.
 */
export function citationView(shown: OpenedCitation, opened: Opened): types.ModalView {
  const { context, verdict } = shown;
  const { article } = context;
  const withdrawn = article.withdrawn ?? verdict.withdrawn ?? null;
  return {
    type: 'modal',
    title: plain(TITLES.citation),
    close: plain('Close'),
    blocks: [
      richText(
        ...articleHead(article),
        ...(withdrawn === null ? [] : [cautionLine(withdrawnLabel(withdrawn))]),
      ),
      ...(isKeptBack(shown, opened)
        ? [
            richText(section(words(REASONS.withdrawnKept))),
            buttons(
              button(
                ACTIONS.reveal,
                'Show the withdrawn words',
                encodeOpened({ ...opened, revealed: true }),
              ),
            ),
          ]
        : [
            ...passageBlocks(shown),
            buttons(
              button(
                ACTIONS.article,
                'Read the whole article',
                encodeOpened({ ...opened, page: 0 }),
              ),
              ...(opened.asked === null
                ? []
                : [button(ACTIONS.report, 'Wrong passage?', encodeOpened(opened))]),
            ),
            ...groundsBlocks(shown),
            ...(withdrawn === null ? copyBlocks(context) : []),
          ]),
    ],
  };
}

/** The words of an article that was withdrawn, in the file perhaps only this minute, wait until somebody asks for them. */
export function isKeptBack(
  { context, verdict }: Pick<OpenedCitation, 'context' | 'verdict'>,
  { revealed }: Opened,
): boolean {
  const isWithdrawn = context.article.withdrawn !== null || verdict.withdrawn !== undefined;
  return isWithdrawn && !revealed;
}

/** Where the archive does not show the words any more: what reading the file again has shown, and what stands there now. */
export function changedView(verdict: Verdict, at: Date): types.ModalView {
  // Of words that stand in a file the archive has not read since, or does not show, there is no more to say.
  const isTold = verdict.kind !== 'identical' && verdict.kind !== 'not shown';
  return {
    type: 'modal',
    title: plain(TITLES.citation),
    close: plain('Close'),
    blocks: [
      richText(
        ...(verdict.withdrawn === undefined
          ? []
          : [cautionLine(withdrawnLabel(verdict.withdrawn))]),
        ...(isTold ? [verdictLine(verdict, at)] : []),
        section(words(REASONS.noSuchWords)),
        ...nowLines(verdict),
      ),
    ],
  };
}

function passageBlocks({ context, verdict, at }: OpenedCitation): types.KnownBlock[] {
  const { article, passage, ref, before, after } = context;
  const part = (label: string, shown: types.RichTextText[]): types.RichTextBlock =>
    richText(noteLine(label), quotation(shown));
  const neighbour = (label: string, span: Span | null): types.RichTextBlock[] =>
    span === null
      ? []
      : [part(label, [words(cutForDisplay(article.text.slice(span.start, span.end)))])];
  const cautions = allCautions(context).filter(
    (caution) => article.withdrawn === null || caution !== withdrawnLabel(article.withdrawn),
  );
  return [
    richText(verdictLine(verdict, at), ...nowLines(verdict), ...cautions.map(cautionLine)),
    ...neighbour('The paragraph before', before),
    part('The passage', citedRuns(context)),
    ...neighbour('The paragraph after', after),
    footnote(
      `${placeLabel([passage])} of ${article.paragraphs.length} · characters ${grouped(ref.start)}–${grouped(ref.end)}`,
    ),
  ];
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

/** Whether the words still stand in the file, and when that was looked up. */
function verdictLine(verdict: Verdict, at: Date): types.RichTextSection {
  const holds = verdict.kind === 'identical' || verdict.kind === 'moved';
  return section(
    words(holds ? '✓ ' : '⚠ ', { bold: true }),
    words(`${verdictSentence(verdict)} `),
    words('Read again ', { italic: true }),
    clock(at, { italic: true }),
    words('.', { italic: true }),
  );
}

function verdictSentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'identical':
      return 'The file has these words at this place, letter for letter.';
    case 'moved':
      return 'The file has changed. It still has these words, letter for letter, but at another place.';
    case 'changed':
      return 'The file has changed, and no longer has these words at this place.';
    case 'unreadable':
      return 'The file cannot be read just now, so I cannot say whether it still has these words.';
    case 'not shown':
      return REASONS.noSuchWords;
  }
}

/** What stands in the file now in place of the words. */
function nowLines(verdict: Verdict): (types.RichTextSection | types.RichTextQuote)[] {
  if (verdict.kind !== 'changed' || verdict.now === null) return [];
  return [noteLine('There now:'), quotation([words(cutForDisplay(verdict.now))])];
}

/** What the date rests on, and why the passage was cited. */
function groundsBlocks({ context, why }: OpenedCitation): types.KnownBlock[] {
  return [
    richText(...titled('The date', dateGrounds(context.article))),
    ...(why === null
      ? []
      : [richText(...titled('Why this passage', [`${capital(whyLine(why))}.`]))]),
  ];
}

const FORM_LABELS: Readonly<Record<keyof CitationForms, string>> = {
  plain: 'Plain text',
  chicago: 'Chicago note',
  html: 'HTML',
};

function copyBlocks(context: CitationContext): types.KnownBlock[] {
  const forms = citationForms(context, webAddress(context.article.url));
  return [
    richText(...titled('To copy')),
    ...(['plain', 'chicago', 'html'] as const).flatMap((form) => [
      richText(noteLine(FORM_LABELS[form])),
      copyable(forms[form]),
    ]),
  ];
}
