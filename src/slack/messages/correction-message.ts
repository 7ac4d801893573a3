import type { types } from '@slack/bolt';
import { shift } from '../../answer/answer.js';
import { dateLabel } from '../../corpus/article/article.js';
import type { Correction } from '../../digest/corrections/correction.js';
import { outletLabel, shorten } from '../../requests/wording.js';
import {
  clock,
  footnote,
  longest,
  type Message,
  noteLine,
  plainText,
  quotation,
  type RichElement,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { runs } from './quote-elements.js';
import { cautionLine, sourceSection } from './source-lines.js';

/**
 * Into the thread of a message whose words no longer stand as it cited them: the old ones, the new ones, since when, in
 * which file. Too many for Slack are left out from the end, and counted.
 */
export function correctionMessage(corrections: readonly Correction[]): Message {
  const once = eachOnce(corrections);
  return longest(once.length, (shown) => withShown(once, shown));
}

/** An article that is withdrawn or gone is named once, whatever was cited of it; the same words too. */
export function eachOnce(corrections: readonly Correction[]): readonly Correction[] {
  const seen = new Set<string>();
  return corrections.filter(({ kind, citation: { file, words: cited } }) => {
    const key = JSON.stringify([kind, file, ofArticle(kind) ? '' : cited]);
    return !seen.has(key) && seen.add(key);
  });
}

function ofArticle(kind: Correction['kind']): boolean {
  return kind === 'withdrawn' || kind === 'gone';
}

function withShown(corrections: readonly Correction[], count: number): Message {
  const shown = corrections.slice(0, count);
  const left = corrections.length - count;
  const restored = corrections.every(({ kind }) => kind === 'restored');
  const title = restored
    ? 'What was corrected here stands again.'
    : 'Correction: what was cited here no longer stands as it was cited.';
  return {
    text: plainText([title], shown.map(line)),
    blocks: [
      richText(...titled(title)),
      ...shown.map((correction) => richText(...correctionLines(correction))),
      ...(left > 0
        ? [
            footnote(
              `${left} more left out: too long for one Slack message. Ask again to see what stands now.`,
            ),
          ]
        : []),
    ],
  };
}

/** One correction: what became of the words, then the old ones and the new ones with the difference marked. */
export function correctionLines(correction: Correction): RichElement[] {
  const { citation } = correction;
  const what = section(
    ...source(correction),
    words(`: ${became(correction)}`),
    words(' Noticed ', { italic: true }),
    clock(correction.since, { italic: true }),
    words('.', { italic: true }),
  );
  switch (correction.kind) {
    case 'changed': {
      const { now } = correction;
      return [
        what,
        noteLine('Cited:'),
        quotation(runs(citation.words, correction.struck, { strike: true })),
        ...(now === null
          ? []
          : [
              noteLine(`Now, in paragraph ${now.paragraph.number}:`),
              quotation(
                runs(
                  now.text,
                  now.added.map((span) => shift(span, -now.start)),
                  { bold: true },
                ),
              ),
            ]),
      ];
    }
    case 'withdrawn':
      return [what, cautionLine(`Withdrawn: ${correction.reason}`)];
    case 'gone':
      return [what];
    case 'restored':
      return [what, quotation([words(citation.words)])];
  }
}

function became(correction: Correction): string {
  switch (correction.kind) {
    case 'changed':
      return correction.now === null
        ? 'the cited words no longer stand in the file, nor a passage like them.'
        : 'the cited words were changed.';
    case 'withdrawn':
      return 'the article was withdrawn.';
    case 'gone':
      return 'the article is no longer in the archive.';
    case 'restored':
      return 'the cited words stand in the file again, letter for letter.';
  }
}

function source(correction: Correction): types.RichTextSection['elements'] {
  const { file, paragraph } = correction.citation;
  if (correction.kind === 'gone') return [words(file, { code: true })];
  const { article, kind } = correction;
  const place = ofArticle(kind) ? undefined : `paragraph ${paragraph}`;
  const outlet = shorten(outletLabel(article));
  return sourceSection(outlet, dateLabel(article.published), file, place).elements;
}

function line(correction: Correction): string {
  const { file, paragraph, words: cited } = correction.citation;
  const now = correction.kind === 'changed' ? correction.now?.text : undefined;
  return [
    `${file}${ofArticle(correction.kind) ? '' : `, paragraph ${paragraph}`}: ${became(correction)}`,
    ...(correction.kind === 'changed' ? [`Cited: ${cited}`] : []),
    ...(now === undefined ? [] : [`Now: ${now}`]),
  ].join(' ');
}
