import { Readable } from 'node:stream';
import type { Feed } from '../../corpus/metadata/sources-yml.js';
import { addExport } from '../add-export.js';
import type { ExportReport } from '../export-report.js';
import { exportKind, type ExportKind } from '../formats/read-export.js';
import { SourceError } from './source-error.js';

/** Takes the stories of a feed that was fetched into the archive, by the road that every export goes. */
export async function takeFeed(
  { name, outlet }: Feed,
  bytes: Uint8Array,
  { dir, unique }: { readonly dir: string; readonly unique: string },
): Promise<ExportReport> {
  const { kind, ending } = kindOf(bytes);
  return addExport(
    { name: `${name}.${ending}`, open: () => Readable.from([bytes]) },
    { kind, dir, stated: { outlet }, unique, progress: () => {} },
  );
}

/** So much of it tells what it is. */
const HEAD_BYTES = 4096;

/** By what is in it: what a server calls its feed is as often wrong. */
function kindOf(bytes: Uint8Array): { kind: ExportKind; ending: string } {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
    .toString('latin1')
    // A byte-order mark, and the zero bytes of UTF-16.
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (head === '') throw new SourceError('what came is empty');
  if (/<html[\s>]|^<!doctype html/i.test(head))
    throw new SourceError('what came is a web page, perhaps one to log in, and no feed');
  if (head.startsWith('<')) return { kind: 'xml', ending: 'xml' };
  if (!/^[[{]/.test(head)) throw new SourceError('what came is no feed');
  const text = Buffer.from(bytes).toString('utf8');
  if (head.startsWith('{') && isLines(text)) return { kind: 'lines', ending: 'jsonl' };
  const kind = exportKind('feed.json', text, true);
  return { kind: kind === null || kind === 'docx' ? 'one' : kind, ending: 'json' };
}

function isLines(text: string): boolean {
  const [first = '', second = ''] = text.trimStart().split('\n', 2);
  try {
    JSON.parse(first);
    return second.trim() !== '';
  } catch {
    return false;
  }
}
