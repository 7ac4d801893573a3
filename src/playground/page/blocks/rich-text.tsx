import type { Block } from '../../protocol.js';
import { ChannelMention, UserMention } from '../text/mention.js';
import { isRichElement, isRichPart, isString, listOf, need, type RichElement } from './shape.js';

/** Text as data, in sections and quotes. Nothing in it is read as markup. */
export function RichText({ block }: { block: Block }) {
  return (
    <div class="rich-text">
      {listOf(block['elements'], isRichPart).map((part, index) => {
        if (part.type !== 'rich_text_section' && part.type !== 'rich_text_quote') {
          return (
            <pre key={index} class="unknown">
              {JSON.stringify(part, null, 2)}
            </pre>
          );
        }
        const pieces = listOf(part.elements, isRichElement).map((element, at) => (
          <Piece key={at} element={element} />
        ));
        return part.type === 'rich_text_quote' ? (
          <blockquote key={index}>{pieces}</blockquote>
        ) : (
          <div key={index} class="rich-section">
            {pieces}
          </div>
        );
      })}
    </div>
  );
}

/** A `text` piece is shown to the character: never parsed, never trimmed. */
function Piece({ element }: { element: RichElement }) {
  const style = element.style ?? {};
  let shown = <Plain element={element} />;
  if (style.code) shown = <code>{shown}</code>;
  if (style.strike) shown = <s>{shown}</s>;
  if (style.italic) shown = <em>{shown}</em>;
  if (style.bold) shown = <strong>{shown}</strong>;
  return shown;
}

function Plain({ element }: { element: RichElement }) {
  switch (element.type) {
    case 'text':
      return <>{need(element.text, isString)}</>;
    case 'user':
      return <UserMention id={need(element.user_id, isString)} />;
    case 'channel':
      return <ChannelMention id={need(element.channel_id, isString)} />;
    default:
      return <code class="unknown-piece">{JSON.stringify(element)}</code>;
  }
}
