import type { CitationRef, Verdict } from '../../answer/answer.js';
import { formatInstant } from '../../requests/wording.js';
import { escapeText, type Message, quotation, richText, section, words } from './blocks.js';
import { cautionLine } from './entry-blocks.js';
import { cutForDisplay } from './quote-elements.js';

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
        section(words(said, { bold: true })),
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
