import type { ComponentChild } from 'preact';
import {
  Broadcast,
  ChannelMention,
  EmojiSign,
  SafeAnchor,
  SlackDate,
  UserMention,
} from './inline.js';

/** Three backticks around a text; it stands on lines of its own. */
const preformatted = /\n?```\n?([^]+?)\n?```\n?/;
/** Lines that begin with `>`; after `>>>` all that follows. */
const quoted = /(^&gt;&gt;&gt;[^]*|(?:^&gt;(?!&gt;&gt;).*\n?)+)/m;

/**
 * Slack's mrkdwn, as it stands in a message's text and in `mrkdwn` text objects. The text is escaped
 * as Slack escapes it: only a bare `<…>` is markup. Every character reaches the page as a text node.
 */
export function Mrkdwn({ text }: { text: string }) {
  return (
    <div class="mrkdwn">
      {text
        .split(preformatted)
        .map((part, index) =>
          index % 2 === 1 ? (
            <pre key={index}>{decode(part)}</pre>
          ) : (
            <Lines key={index} text={part} />
          ),
        )}
    </div>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split(quoted).map((part, index) => {
        const lines = part.replace(/\n$/, '');
        if (lines === '') return null;
        if (index % 2 === 0) return <div key={index}>{inline(lines)}</div>;
        const mark = lines.startsWith('&gt;&gt;&gt;') ? /^&gt;&gt;&gt; ?/ : /^&gt; ?/gm;
        return <blockquote key={index}>{inline(lines.replace(mark, ''))}</blockquote>;
      })}
    </>
  );
}

interface FoundMarkup {
  shown: ComponentChild;
  end: number;
}

const angle = /<([^<>|\n]+)(?:\|([^<>\n]*))?>/y;
const code = /`([^`\n]+)`/y;
const emoji = /:([a-z0-9_+'-]{1,60}):/y;

/** What begins just there. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A text whose lines are neither quoted nor preformatted, piece by piece. */
function inline(text: string): ComponentChild[] {
  const out: ComponentChild[] = [];
  const closings = createClosings(text);
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found = wholeAt(text, at) ?? markedAt(text, at, closings);
    if (found) {
      out.push(decode(plain), found.shown);
      plain = '';
      at = found.end;
    } else {
      plain += text.charAt(at);
      at += 1;
    }
  }
  return [...out, decode(plain)];
}

/** A mention, a link, code or an emoji: nothing in it is marked. */
function wholeAt(text: string, at: number): FoundMarkup | null {
  const [first, before] = [text[at], text[at - 1]];
  const pattern = first === '<' ? angle : first === '`' ? code : first === ':' ? emoji : null;
  const match = pattern && matchAt(pattern, text, at);
  if (!match?.[1]) return null;
  const length = match[0].length;
  const found = (shown: ComponentChild): FoundMarkup => ({ shown, end: at + length });
  if (pattern === code) return found(<code>{decode(match[1])}</code>);
  if (pattern === emoji) return isWord(before) ? null : found(<EmojiSign name={match[1]} />);
  const shown = inAngles(match[1], match[2]);
  return shown ? found(shown) : null;
}

/** What stands between `<` and `>`; null: not markup, so it is shown as typed. */
function inAngles(target: string, label = ''): ComponentChild {
  if (/^@[UW][A-Z0-9]+$/.test(target)) return <UserMention id={target.slice(1)} />;
  if (/^#[CGD][A-Z0-9]+$/.test(target)) {
    return <ChannelMention id={target.slice(1)} label={decode(label)} />;
  }
  if (/^!(?:channel|here|everyone)$/.test(target)) return <Broadcast range={target.slice(1)} />;
  const date = /^!date\^(\d+)\^([^^]+)/.exec(target);
  if (date) return <SlackDate seconds={Number(date[1])} format={date[2] ?? ''} />;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const address = decode(target);
  return (
    <SafeAnchor address={address}>{decode(label) || address.replace(/^mailto:/i, '')}</SafeAnchor>
  );
}

const marks = { '*': 'strong', _: 'em', '~': 's' } as const;
type StyleMark = keyof typeof marks;
const isMark = (char: string | undefined): char is StyleMark =>
  char === '*' || char === '_' || char === '~';
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);

/** A mark opens after a space or punctuation and closes before the same, on its own line. */
function markedAt(text: string, at: number, closings: Closings): FoundMarkup | null {
  const [before, mark, after] = [text[at - 1], text[at], text[at + 1]];
  if (!isMark(mark) || isWord(before) || before === mark) return null;
  if (isSpace(after) || after === mark) return null;
  const end = closings(mark, at + 1);
  if (end === null) return null;
  const Tag = marks[mark];
  return { shown: <Tag>{inline(text.slice(at + 1, end))}</Tag>, end: end + 1 };
}

type Closings = (mark: StyleMark, from: number) => number | null;

/**
 * Finds where a mark closes. Where none did up to the end of a line none will be looked for there
 * again: a line full of opened marks is read once for each of the three, not once for each of them.
 */
function createClosings(text: string): Closings {
  const readTo: Record<StyleMark, number> = { '*': 0, _: 0, '~': 0 };
  return (mark, from) => {
    if (from < readTo[mark]) return null;
    let at = from;
    while (at < text.length && text[at] !== '\n') {
      if (at > from && text[at] === mark && !isSpace(text[at - 1]) && !isWord(text[at + 1])) {
        return at;
      }
      at = wholeAt(text, at)?.end ?? at + 1;
    }
    readTo[mark] = at;
    return null;
  };
}

/** The three entities that Slack's text knows, once: `&amp;lt;` is the four characters `&lt;`. */
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) =>
    name === 'amp' ? '&' : name === 'lt' ? '<' : '>',
  );
}

/** Block Kit's way to hold a text. */
export interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  emoji?: boolean;
}

/** A text object of either type, each by its own rule. */
export function TextOf({ text }: { text: TextObject }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />;
  return (
    <div class="plain-text">
      <PlainText text={text} />
    </div>
  );
}

/**
 * The characters of a `plain_text` object, none of them read as markup. Only `emoji: true` turns
 * `:name:` into its sign, as Slack does.
 */
export function PlainText({ text }: { text: TextObject }) {
  if (text.emoji !== true) return <>{text.text}</>;
  return (
    <>
      {text.text
        .split(/(:[a-z0-9_+'-]+:)/)
        .map((part, index) =>
          index % 2 === 1 ? <EmojiSign key={index} name={part.slice(1, -1)} /> : part,
        )}
    </>
  );
}
