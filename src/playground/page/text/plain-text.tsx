import type { TextObject } from '../blocks/shape.js';
import { EmojiSign } from './emoji-sign.js';

/**
 * The characters of a `plain_text` object, none of them read as markup. Only `emoji: true` turns
 * `:name:` into its sign, as Slack does.
 */
export function PlainText({ text }: { text: TextObject | undefined }) {
  if (typeof text?.text !== 'string') return null;
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
