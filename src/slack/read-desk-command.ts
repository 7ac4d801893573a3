/** What is done and not asked: words after the command or to the bot that set something up. */
export type DeskCommand =
  | { readonly kind: 'digest'; readonly words: string }
  | { readonly kind: 'watch'; readonly question: string }
  | { readonly kind: 'watches' }
  | { readonly kind: 'corrections'; readonly wanted: boolean | null };

/** `null` for anything else: it is a question or another request. */
export function readDeskCommand(text: string): DeskCommand | null {
  const said = text.trim();
  const [, word = '', rest = ''] = /^(digest|watch)(?=\s|$)\s*(.*)$/is.exec(said) ?? [];
  switch (word.toLowerCase()) {
    case 'digest':
      return { kind: 'digest', words: rest };
    case 'watch':
      return { kind: 'watch', question: rest };
  }
  if (/^watches$/i.test(said)) return { kind: 'watches' };
  const corrections = /^corrections(?:\s+(on|off))?$/i.exec(said);
  if (corrections === null) return null;
  const wanted = corrections[1]?.toLowerCase();
  return { kind: 'corrections', wanted: wanted === undefined ? null : wanted === 'on' };
}
