import type { Block } from '../../protocol.js';
import { RichPieces } from './rich-pieces.js';
import { isRichElement, isRichPart, listOf, need, isList, type RichPart } from './shape.js';

/** Text as data: sections, quotes, lists, preformatted parts. Nothing in it is read as markup. */
export function RichText({ block }: { block: Block }) {
  return <RichParts parts={listOf(need(block['elements'], isList), isRichPart)} />;
}

export function RichParts({ parts }: { parts: readonly RichPart[] }) {
  return (
    <div class="rich-text">
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { part: RichPart }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div class="rich-section">
          <RichPieces elements={listOf(part.elements, isRichElement)} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote class={part.border === 1 ? 'bordered' : ''}>
          <RichPieces elements={listOf(part.elements, isRichElement)} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <RichPieces elements={listOf(part.elements, isRichElement)} />
        </pre>
      );
    case 'rich_text_list':
      return <List part={part} />;
    default:
      return <pre class="unknown">{JSON.stringify(part, null, 2)}</pre>;
  }
}

function List({ part }: { part: RichPart }) {
  const items = listOf(part.elements, isRichPart).map((item, index) => (
    <li key={index}>
      <RichPieces elements={listOf(item.elements, isRichElement)} />
    </li>
  ));
  const name = `rich-list indent-${Math.min(8, Math.max(0, part.indent ?? 0))}`;
  if (part.style !== 'ordered') return <ul class={name}>{items}</ul>;
  return (
    <ol class={name} start={(part.offset ?? 0) + 1}>
      {items}
    </ol>
  );
}
