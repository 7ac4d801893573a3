import type { types } from '@slack/bolt';
import { escapedLength, LIMITS } from '../../block-kit/limits.js';
import { formatInstant, shorten } from '../../requests/wording.js';
import type { PostedCitation } from '../../store/records.js';

/** A message as Slack takes it. `text` is what notifications and screen readers give out. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  /**
   * The words of files that it shows. Posted for all to read, they are remembered for corrections; there though empty on
   * what somebody asked for, which they may take away again.
   */
  readonly cites?: readonly PostedCitation[];
  /** The same in blocks that every Slack takes, for one that does not take these. */
  readonly fallback?: Message;
}

export type RichElement = types.RichTextSection | types.RichTextQuote;
type Inline = types.RichTextSection['elements'][number];
export type Style = NonNullable<types.RichTextText['style']>;

/** Words as they are: nothing in a rich_text element is read as markup, a mention or an emoji. */
export function words(text: string, style?: Style): types.RichTextText {
  return style === undefined ? { type: 'text', text } : { type: 'text', text, style };
}

/** "Nov 25, 2026, 2:03 PM", on the clock of whoever reads it. */
export function clock(instant: Date, style?: Style): types.RichTextDate {
  return {
    type: 'date',
    timestamp: Math.floor(instant.getTime() / 1000),
    format: '{date_short}, {time}',
    fallback: formatInstant(instant),
    ...(style === undefined ? {} : { style }),
  };
}

/** The same for a text of our own that Slack reads as markup. */
export function clockMarkup(instant: Date): string {
  const { timestamp, format, fallback = '' } = clock(instant);
  return `<!date^${timestamp}^${format}|${fallback}>`;
}

export function section(...elements: Inline[]): types.RichTextSection {
  return { type: 'rich_text_section', elements };
}

export function quotation(elements: types.RichTextText[]): types.RichTextQuote {
  return { type: 'rich_text_quote', elements };
}

export function richText(...elements: RichElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

/** One paragraph that stands by itself. */
export function richLine(...elements: Inline[]): types.RichTextBlock {
  return richText(section(...elements));
}

/** A title, and what is said below it, line by line. */
export function titled(title: string, lines: readonly string[] = []): types.RichTextSection[] {
  return [section(words(title, { bold: true })), ...lines.map((line) => section(words(line)))];
}

/** A line of the bot's own under a passage, in another style than the article's words. */
export function noteLine(note: string): types.RichTextSection {
  return section(words(note, { italic: true }));
}

/** Words to be copied as they stand, line breaks too. */
export function copyable(text: string): types.RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [words(text)] }],
  };
}

export function heading(title: string): types.HeaderBlock {
  return { type: 'header', text: plain(title) };
}

/** A small grey line of our own words. */
export function footnote(text: string): types.ContextBlock {
  return { type: 'context', elements: [plain(text)] };
}

/** The same with moments in it; what is not ours is escaped. */
export function smallMarkup(text: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** @param value what it carries: see `actions.ts` */
export function button(
  actionId: string,
  label: string,
  value: string,
  style?: 'primary',
): types.Button {
  const face = { type: 'button', action_id: actionId, text: plain(label), value } as const;
  return style === undefined ? face : { ...face, style };
}

/** The same button under the name that a screen reader says, where several have the same face. */
export function named(face: types.Button, name: string): types.Button {
  const most = LIMITS.accessibilityLabel;
  const fitting = shorten(name, most);
  // Slack counts some characters five times.
  const label = escapedLength(fitting) <= most ? fitting : shorten(name, most / 5);
  return { ...face, accessibility_label: label };
}

/** The same button, which asks before it does anything: a question, what follows, and the two answers. */
export function asking(
  asked: types.Button,
  { question, means, yes, no }: Readonly<Record<'question' | 'means' | 'yes' | 'no', string>>,
): types.Button {
  const confirm = {
    title: plain(question),
    text: plain(means),
    confirm: plain(yes),
    deny: plain(no),
  };
  return { ...asked, confirm };
}

export function buttons(...elements: types.Button[]): types.ActionsBlock {
  return { type: 'actions', elements };
}

/** One plain sentence or two: why there is no answer, or what became of a press. */
export function reasonMessage(reason: string): Message {
  return { text: escapeText(reason), blocks: [richLine(words(reason))] };
}

/**
 * For `text` fields, which Slack reads as mrkdwn: with these three escaped no mention, broadcast or link can form.
 * Messages also carry `mrkdwn: false`, since `*` and `_` have no escape.
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Slack refuses a message whose blocks hold too much text in all, whatever each block holds. `room` is kept free. */
export function fits(blocks: readonly types.KnownBlock[], room = 0): boolean {
  return (
    blocks.length + room <= LIMITS.blocksPerMessage &&
    escapedLength(JSON.stringify(blocks)) <= LIMITS.messageBlocksCharsSafe
  );
}

/** For notifications and screen readers: what is said, then as many of the lines as Slack takes, each whole. */
export function plainText(said: readonly string[], lines: readonly string[]): string {
  const taken = [...said];
  let length = taken.join('\n').length;
  for (const line of lines) {
    length += escapedLength(line) + 1;
    if (length > LIMITS.messageTextSafe) break;
    taken.push(line);
  }
  return escapeText(taken.join('\n'));
}

/** The message with the most entries that Slack takes, from `most` down to none. */
export function longest<T extends { readonly blocks: readonly types.KnownBlock[] }>(
  most: number,
  make: (shown: number) => T,
): T {
  for (let shown = Math.min(most, LIMITS.blocksPerMessage); shown > 0; shown -= 1) {
    const message = make(shown);
    if (fits(message.blocks)) return message;
  }
  return make(0);
}
