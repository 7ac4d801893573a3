import { Inline } from './inline.js';
import { parseMrkdwn } from './parse-mrkdwn.js';

/** Slack's mrkdwn, as it stands in a message's text and in `mrkdwn` text objects. */
export function Mrkdwn({ text }: { text: string }) {
  return (
    <div class="mrkdwn">
      {parseMrkdwn(text).map((piece, index) => {
        if (piece.kind === 'pre') return <pre key={index}>{piece.text}</pre>;
        const Frame = piece.kind === 'quote' ? 'blockquote' : 'div';
        return (
          <Frame key={index}>
            <Inline nodes={piece.children} />
          </Frame>
        );
      })}
    </div>
  );
}
