import { emojiFor } from './emoji.js';

/** An emoji by its name without colons; the name itself where the page does not know it. */
export function EmojiSign({ name }: { name: string }) {
  const sign = emojiFor(name);
  if (!sign) return <span class="emoji-name">:{name}:</span>;
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {sign}
    </span>
  );
}
