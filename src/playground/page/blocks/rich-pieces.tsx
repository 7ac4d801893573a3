import type { ComponentChildren } from 'preact';
import { EmojiSign } from '../text/emoji-sign.js';
import { Broadcast, ChannelMention, UserMention } from '../text/mention.js';
import { SafeAnchor } from '../text/safe-anchor.js';
import { SlackTime } from '../text/slack-time.js';
import type { RichElement } from './shape.js';

/** The pieces of a rich text part. A `text` piece is shown to the character: never parsed, never trimmed. */
export function RichPieces({ elements }: { elements: readonly RichElement[] }) {
  return (
    <>
      {elements.map((element, index) => (
        <Styled key={index} element={element}>
          <Piece element={element} />
        </Styled>
      ))}
    </>
  );
}

function Piece({ element }: { element: RichElement }) {
  switch (element.type) {
    case 'text':
      return <>{element.text}</>;
    case 'link':
      return (
        <SafeAnchor address={element.url ?? ''}>{element.text || (element.url ?? '')}</SafeAnchor>
      );
    case 'user':
      return <UserMention id={element.user_id ?? ''} />;
    case 'channel':
      return <ChannelMention id={element.channel_id ?? ''} />;
    case 'usergroup':
      return <span class="mention">@{element.usergroup_id}</span>;
    case 'broadcast':
      return <Broadcast range={element.range ?? 'channel'} />;
    case 'emoji':
      return <EmojiSign name={element.name ?? ''} />;
    case 'date':
      return (
        <SlackTime
          at={Number(element.timestamp) * 1000}
          format={element.format ?? '{date}'}
          address={element.url ?? null}
          fallback={element.fallback}
        />
      );
    case 'color':
      return <code>{element.value}</code>;
    default:
      return <code class="unknown-piece">{JSON.stringify(element)}</code>;
  }
}

function Styled({ element, children }: { element: RichElement; children: ComponentChildren }) {
  const style = element.style ?? {};
  let shown = <>{children}</>;
  if (style.code) shown = <code>{shown}</code>;
  if (style.strike) shown = <s>{shown}</s>;
  if (style.underline) shown = <u>{shown}</u>;
  if (style.italic) shown = <em>{shown}</em>;
  if (style.bold) shown = <strong>{shown}</strong>;
  return shown;
}
