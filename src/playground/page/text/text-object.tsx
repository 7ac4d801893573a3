import type { TextObject } from '../blocks/shape.js';
import { Mrkdwn } from './mrkdwn.js';
import { PlainText } from './plain-text.js';

/** A text object of either type, each by its own rule. */
export function TextOf({ text }: { text: TextObject }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} verbatim={text.verbatim === true} />;
  return (
    <div class="plain-text">
      <PlainText text={text} />
    </div>
  );
}
