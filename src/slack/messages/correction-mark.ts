import type { Correction } from '../../digest/corrections/correction.js';
import { capital, formatInstant } from '../../requests/wording.js';
import { escapeText, type Message, richText } from './blocks.js';
import { cautionLine } from './source-lines.js';
import { decodeBody } from './posted-body.js';

const WHAT = {
  changed: 'words quoted here were changed in the archive',
  withdrawn: 'an article quoted here was withdrawn',
  gone: 'an article quoted here is no longer in the archive',
} as const;

/**
 * A message as it was posted, with a line at its top that says what has become of its words, and when the last of that
 * was noticed; without one where all of them stand. How they read now is for its thread to say.
 */
export function markedMessage(body: string, corrections: readonly Correction[]): Message {
  const message = decodeBody(body);
  const standing = corrections.flatMap(({ kind, since }) =>
    kind === 'restored' ? [] : [{ what: WHAT[kind], since }],
  );
  if (standing.length === 0) return message;
  const what = [...new Set(standing.map((one) => one.what))].join('; ');
  const noticed = new Date(Math.max(...standing.map(({ since }) => since.getTime())));
  const line = `${capital(what)}. Noticed ${formatInstant(noticed)}; see the thread.`;
  const [first, ...rest] = message.blocks;
  return {
    text: `${escapeText(line)}\n${message.text}`,
    // Into the first block, since there may be no room for one more.
    blocks:
      first?.type === 'rich_text'
        ? [{ ...first, elements: [cautionLine(line), ...first.elements] }, ...rest]
        : [richText(cautionLine(line)), ...message.blocks],
  };
}
