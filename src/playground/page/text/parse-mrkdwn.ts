/** A piece of a line of mrkdwn. `text` holds characters to show, entities already decoded. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; address: string; label: string }
  | { kind: 'user'; id: string }
  | { kind: 'channel'; id: string; label: string }
  | { kind: 'usergroup'; label: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; at: number; format: string; address: string | null; fallback: string }
  | { kind: 'emoji'; name: string };

/** A run of lines: plain, quoted (`>`) or preformatted (three backticks). */
export type Piece =
  | { kind: 'lines'; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'pre'; text: string };

/** The three entities that Slack's text knows, once: `&amp;lt;` is the four characters `&lt;`. */
export function decode(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) =>
    name === 'amp' ? '&' : name === 'lt' ? '<' : '>',
  );
}

/**
 * Reads Slack's mrkdwn. The text is escaped as Slack escapes it: only a bare `<…>` is markup, and
 * what comes out is data, never HTML. `verbatim` leaves bare addresses unlinked.
 */
export function parseMrkdwn(source: string, options: { verbatim?: boolean } = {}): Piece[] {
  const pieces: Piece[] = [];
  source.split('```').forEach((part, index, all) => {
    const closed = index < all.length - 1;
    if (index % 2 === 1 && closed) {
      pieces.push({ kind: 'pre', text: decode(part.replace(/^\n|\n$/g, '')) });
    } else {
      const text = index % 2 === 1 ? '```' + part : part;
      pieces.push(...parseLines(trimAroundPre(text, index > 0, closed), options.verbatim === true));
    }
  });
  return pieces;
}

/** A preformatted part stands on lines of its own: the line breaks around it are not shown twice. */
function trimAroundPre(text: string, after: boolean, before: boolean): string {
  const start = after ? text.replace(/^\n/, '') : text;
  return before ? start.replace(/\n$/, '') : start;
}

const quoteMark = /^(?:>|&gt;) ?/;
const longQuoteMark = /^(?:>>>|&gt;&gt;&gt;) ?/;

function parseLines(text: string, verbatim: boolean): Piece[] {
  const pieces: Piece[] = [];
  let run: string[] = [];
  let quoted = false;
  const flush = () => {
    const joined = run.join('\n');
    if (joined !== '') {
      pieces.push({
        kind: quoted ? 'quote' : 'lines',
        children: parseInline(joined, verbatim),
      });
    }
    run = [];
  };
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (longQuoteMark.test(line)) {
      flush();
      quoted = true;
      run = [line.replace(longQuoteMark, ''), ...lines.slice(index + 1)];
      break;
    }
    const isQuote = quoteMark.test(line);
    if (isQuote !== quoted) {
      flush();
      quoted = isQuote;
    }
    run.push(isQuote ? line.replace(quoteMark, '') : line);
  }
  flush();
  return pieces;
}

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type Mark = keyof typeof styles;
const isMark = (char: string): char is Mark => char === '*' || char === '_' || char === '~';
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);

/** Marks within one line; a mark opens after a space or punctuation and closes before the same. */
export function parseInline(text: string, verbatim = false): Inline[] {
  const out: Inline[] = [];
  let plain = '';
  const push = (node: Inline) => {
    if (plain !== '') out.push({ kind: 'text', text: decode(plain) });
    plain = '';
    out.push(node);
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    const found =
      char === '<'
        ? readAngle(text, at)
        : char === '`'
          ? readCode(text, at)
          : isMark(char)
            ? readStyled(text, at, char, verbatim)
            : char === ':'
              ? readEmoji(text, at)
              : char === 'h' && !verbatim
                ? readBareLink(text, at)
                : null;
    if (found) {
      push(found.node);
      at = found.end;
    } else {
      plain += char;
      at += 1;
    }
  }
  if (plain !== '') out.push({ kind: 'text', text: decode(plain) });
  return out;
}

type Found = { node: Inline; end: number } | null;

function readStyled(text: string, at: number, mark: Mark, verbatim: boolean): Found {
  if (isWord(text[at - 1]) || text[at - 1] === mark) return null;
  if (isSpace(text[at + 1]) || text[at + 1] === mark) return null;
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end += 1) {
    const skip = skipWhole(text, end);
    if (skip > end) {
      end = skip - 1;
      continue;
    }
    const closes = text[end] === mark && !isSpace(text[end - 1]) && !isWord(text[end + 1]);
    if (closes && end > at + 1) {
      const children = parseInline(text.slice(at + 1, end), verbatim);
      return { node: { kind: styles[mark], children }, end: end + 1 };
    }
  }
  return null;
}

/** Where a code span or an angle bracket that starts here ends: a mark inside closes nothing. */
function skipWhole(text: string, at: number): number {
  const whole =
    text[at] === '`' ? readCode(text, at) : text[at] === '<' ? readAngle(text, at) : null;
  return whole ? whole.end : at;
}

function readCode(text: string, at: number): Found {
  const end = text.indexOf('`', at + 1);
  if (end <= at + 1) return null;
  const inside = text.slice(at + 1, end);
  if (inside.includes('\n')) return null;
  return { node: { kind: 'code', text: decode(inside) }, end: end + 1 };
}

function readEmoji(text: string, at: number): Found {
  const match = /^:([a-z0-9_+'-]{1,60}):/.exec(text.slice(at, at + 64));
  if (!match?.[1] || isWord(text[at - 1])) return null;
  return { node: { kind: 'emoji', name: match[1] }, end: at + match[0].length };
}

function readBareLink(text: string, at: number): Found {
  if (isWord(text[at - 1])) return null;
  const match = /^https?:\/\/[^\s<>|]+/.exec(text.slice(at));
  if (!match) return null;
  const address = match[0].replace(/(?:[.,;:!?*_~'")\]]|&gt;|&lt;)+$/, '');
  return {
    node: { kind: 'link', address: decode(address), label: decode(address) },
    end: at + address.length,
  };
}

function readAngle(text: string, at: number): Found {
  const end = text.indexOf('>', at + 1);
  if (end < 0) return null;
  const inside = text.slice(at + 1, end);
  if (inside === '' || /[<\n]/.test(inside)) return null;
  const node = angle(inside);
  return node && { node, end: end + 1 };
}

/** What stands between `<` and `>`; null: not markup, so it is shown as typed. */
function angle(inside: string): Inline | null {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : decode(inside.slice(bar + 1));
  if (/^@[UW][A-Z0-9]+$/.test(target)) return { kind: 'user', id: target.slice(1) };
  if (/^#[CGD][A-Z0-9]+$/.test(target)) return { kind: 'channel', id: target.slice(1), label };
  const broadcast = /^!(channel|here|everyone)$/.exec(target);
  if (broadcast?.[1]) return { kind: 'broadcast', range: broadcast[1] };
  if (/^!subteam\^[A-Z0-9]+$/.test(target)) return { kind: 'usergroup', label: label || target };
  const date = /^!date\^(-?\d{1,12})\^([^^]*)(?:\^(.+))?$/.exec(target);
  if (date) {
    const address = date[3] === undefined ? null : decode(date[3]);
    const format = decode(date[2] ?? '');
    return { kind: 'date', at: Number(date[1]) * 1000, format, address, fallback: label };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    const address = decode(target);
    return { kind: 'link', address, label: label || address.replace(/^mailto:/i, '') };
  }
  return null;
}
