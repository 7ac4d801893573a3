import { decode, type Inline } from './parse-mrkdwn.js';

/** A part of a markdown block. HTML is no part of it: tags are characters like any others. */
export type MarkdownPart =
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'paragraph'; children: Inline[] }
  | {
      kind: 'list';
      ordered: boolean;
      start: number;
      items: { depth: number; children: Inline[] }[];
    }
  | { kind: 'quote'; parts: MarkdownPart[] }
  | { kind: 'pre'; text: string }
  | { kind: 'rule' }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

const item = /^(\s*)([-*+]|\d{1,9}[.)]) +(.*)$/;
const rule = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reads the subset of Markdown that a `markdown` block is shown with. */
export function parseMarkdown(source: string): MarkdownPart[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const parts: MarkdownPart[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) {
      parts.push({ kind: 'paragraph', children: parseMarkdownInline(paragraph.join('\n')) });
    }
    paragraph = [];
  };
  const takeWhile = (from: number, test: (line: string) => boolean) => {
    let end = from;
    while (end < lines.length && test(lines[end] ?? '')) end += 1;
    return lines.slice(from, end);
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const heading = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)?$/.exec(line);
    if (fence) {
      flush();
      const inside = takeWhile(at + 1, (next) => !next.trim().startsWith(fence));
      parts.push({ kind: 'pre', text: inside.join('\n') });
      at += inside.length + 2;
    } else if (heading) {
      flush();
      parts.push({
        kind: 'heading',
        level: heading[1]?.length ?? 1,
        children: parseMarkdownInline(heading[2] ?? ''),
      });
      at += 1;
    } else if (rule.test(line)) {
      flush();
      parts.push({ kind: 'rule' });
      at += 1;
    } else if (/^ {0,3}>/.test(line)) {
      flush();
      const inside = takeWhile(at, (next) => /^ {0,3}>/.test(next));
      const quoted = inside.map((next) => next.replace(/^ {0,3}> ?/, '')).join('\n');
      parts.push({ kind: 'quote', parts: parseMarkdown(quoted) });
      at += inside.length;
    } else if (item.test(line)) {
      flush();
      const inside = takeWhile(at, (next) => item.test(next) && !rule.test(next));
      parts.push(list(inside));
      at += inside.length;
    } else if (line.includes('|') && tableRule.test(lines[at + 1] ?? '')) {
      flush();
      const rows = takeWhile(at + 2, (next) => next.includes('|'));
      parts.push({ kind: 'table', head: cells(line), rows: rows.map(cells) });
      at += rows.length + 2;
    } else {
      if (line.trim() === '') flush();
      else paragraph.push(line);
      at += 1;
    }
  }
  flush();
  return parts;
}

function list(lines: string[]): MarkdownPart {
  const read = lines.map((line) => item.exec(line) ?? ['', '', '-', line]);
  const marker = read[0]?.[2] ?? '-';
  return {
    kind: 'list',
    ordered: /\d/.test(marker),
    start: Number.parseInt(marker, 10) || 1,
    items: read.map((match) => ({
      depth: Math.min(4, Math.floor((match[1] ?? '').length / 2)),
      children: parseMarkdownInline(match[3] ?? ''),
    })),
  };
}

function cells(line: string): Inline[][] {
  const inside = line.trim().replace(/^\||\|$/g, '');
  return inside.split(/(?<!\\)\|/).map((cell) => parseMarkdownInline(cell.trim()));
}

const pairs = [
  { mark: '**', kind: 'bold' },
  { mark: '__', kind: 'bold' },
  { mark: '~~', kind: 'strike' },
  { mark: '*', kind: 'italic' },
  { mark: '_', kind: 'italic' },
] as const;

/** Bold, italics, strike-through, code, links and backslash escapes; nothing else is markup. */
export function parseMarkdownInline(text: string): Inline[] {
  const out: Inline[] = [];
  let plain = '';
  let at = 0;
  const push = (node: Inline, length: number) => {
    if (plain !== '') out.push({ kind: 'text', text: decode(plain) });
    plain = '';
    out.push(node);
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const escaped = /^\\([\\`*_~[\]()#+\-.!|<>&])/.exec(rest)?.[1];
    const code = /^(`+)(.+?)\1(?!`)/s.exec(rest);
    const link = /^\[([^\]\n]*)\]\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)/.exec(rest);
    const bare = /^<?(https?:\/\/[^\s<>]*[^\s<>.,;:!?*_~'")\]])>?/.exec(rest);
    const pair = styled(text, at);
    if (escaped) {
      plain += escaped;
      at += 2;
    } else if (code?.[2]) {
      push({ kind: 'code', text: code[2].replaceAll('\n', ' ') }, code[0].length);
    } else if (link) {
      const address = link[2] ?? '';
      push({ kind: 'link', address, label: decode(link[1] || address) }, link[0].length);
    } else if (bare?.[1]) {
      push({ kind: 'link', address: bare[1], label: bare[1] }, bare[0].length);
    } else if (pair) {
      push({ kind: pair.kind, children: parseMarkdownInline(pair.inside) }, pair.length);
    } else {
      plain += text.charAt(at);
      at += 1;
    }
  }
  if (plain !== '') out.push({ kind: 'text', text: decode(plain) });
  return out;
}

function styled(text: string, at: number) {
  for (const { mark, kind } of pairs) {
    if (!text.startsWith(mark, at)) continue;
    const inWord = mark.startsWith('_') && /\w/.test(text[at - 1] ?? ' ');
    if (inWord || /\s/.test(text[at + mark.length] ?? ' ')) continue;
    let end = text.indexOf(mark, at + mark.length + 1);
    while (end > 0 && /\s/.test(text[end - 1] ?? ' ')) end = text.indexOf(mark, end + 1);
    if (end < 0) continue;
    if (mark.length === 1 && text[end + 1] === mark && text[end + 2] !== mark) continue;
    const inside = text.slice(at + mark.length, end);
    return { kind, inside, length: inside.length + 2 * mark.length };
  }
  return null;
}
