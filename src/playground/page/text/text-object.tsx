import { EmojiSign } from './emoji-sign.js';
import { Mrkdwn } from './mrkdwn.js';

/** Block Kit's way to hold a text. */
export interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  emoji?: boolean;
}

/** A text object of either type, each by its own rule. */
export function TextOf({ text }: { text: TextObject }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />;
  return (
    <div class="plain-text">
      <PlainText text={text} />
    </div>
  );
}

/**
 * The characters of a `plain_text` object, none of them read as markup. Only `emoji: true` turns
 * `:name:` into its sign, as Slack does.
 */
export function PlainText({ text }: { text: TextObject }) {
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
