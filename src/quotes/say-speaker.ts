import type { Speaker } from './quotation.js';

/** "Claudia Sheinbaum", "“she” → Claudia Sheinbaum": the words that stand with the quotation, and whose name they are taken for. */
export function speakerLine({ speaker: { name, mention } }: { readonly speaker: Speaker }): string {
  if (name === null) return 'speaker not stated here';
  return mention === null || mention.text === name ? name : `“${mention.text}” → ${name}`;
}
