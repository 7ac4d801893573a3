import type { Speaker } from '../../quotes/quotation.js';

/** Who said it, and how the text names them there: "she" → Claudia Sheinbaum. Nobody is guessed at. */
export function speakerLine({ name, mention, basis }: Speaker): string {
  if (name === null) return 'Speaker not stated here';
  if (basis === 'named' || mention === null || mention.text === name) return name;
  return `${name} (in the text: “${mention.text}”)`;
}
