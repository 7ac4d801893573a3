import { Component, type ComponentChildren, type ComponentType } from 'preact';
import type { Block } from '../../protocol.js';
import { ChannelMention, SafeAnchor, SlackDate, UserMention } from '../text/inline.js';
import { PlainText, TextOf } from '../text/mrkdwn.js';
import { Button, Input } from './elements.js';
import {
  isElement,
  isNumber,
  isRichElement,
  isRichPart,
  isRow,
  isString,
  isText,
  listOf,
  may,
  need,
  type RichTextPart,
  type RichTextPiece,
} from './surface.js';

const drawnBy: Readonly<Record<string, ComponentType<{ block: Block }>>> = {
  actions: Actions,
  context: Context,
  data_table: DataTable,
  divider: () => <hr class="divider" />,
  header: Header,
  input: Input,
  rich_text: RichText,
  section: Section,
};

/** All blocks of a message or a view. An unknown or malformed one becomes a grey box with its JSON. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => (
        <BlockView key={block.block_id ?? index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  const Drawn = Object.hasOwn(drawnBy, block.type) ? drawnBy[block.type] : undefined;
  return (
    <div
      class={`block block-${Drawn ? block.type : 'other'}`}
      data-testid="block"
      data-block-type={block.type}
      data-block-id={block.block_id}
    >
      {Drawn ? (
        <Fallback block={block}>
          <Drawn block={block} />
        </Fallback>
      ) : (
        <UnknownBlock block={block} />
      )}
    </div>
  );
}

/** A row of buttons. */
function Actions({ block }: { block: Block }) {
  const blockId = need(block.block_id, isString);
  return (
    <div class="actions">
      {listOf(block['elements'], isElement).map((element) => (
        <Button key={element.action_id} element={element} blockId={blockId} />
      ))}
    </div>
  );
}

/** Small print. */
function Context({ block }: { block: Block }) {
  return (
    <div class="context">
      {listOf(block['elements'], isText).map((text, index) => (
        <TextOf key={index} text={text} />
      ))}
    </div>
  );
}

/** A table: its first row stands over the columns. The pages that Slack turns stand below one another. */
function DataTable({ block }: { block: Block }) {
  const [header = [], ...rows] = listOf(block['rows'], isRow);
  return (
    <div
      class="data-table"
      tabIndex={0}
      role="region"
      aria-label={need(block['caption'], isString)}
    >
      <table>
        <caption class="hidden-words">{need(block['caption'], isString)}</caption>
        <thead>
          <tr>
            {header.map((cell, at) => (
              <th key={at} scope="col">
                <TableCell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>
                  <TableCell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableCell({ cell }: { cell: Block }) {
  return cell.type === 'rich_text' ? (
    <RichText block={cell} />
  ) : (
    <>{need(cell['text'], isString)}</>
  );
}

/** A line in large type; always plain text. */
function Header({ block }: { block: Block }) {
  return (
    <h2 class="header-text">
      <PlainText text={need(block['text'], isText)} />
    </h2>
  );
}

/** Text, up to ten fields in two columns, and a button at the side. */
function Section({ block }: { block: Block }) {
  const text = may(block['text'], isText);
  const accessory = may(block['accessory'], isElement);
  return (
    <div class="section">
      <div class="section-body">
        {text ? <TextOf text={text} /> : null}
        {block['fields'] === undefined ? null : (
          <div class="section-fields">
            {listOf(block['fields'], isText).map((field, index) => (
              <TextOf key={index} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory ? (
        <div class="section-accessory">
          <Button element={accessory} blockId={need(block.block_id, isString)} />
        </div>
      ) : null}
    </div>
  );
}

/** A block that the page cannot draw: not hidden, but shown as what it is. */
function UnknownBlock({ block, broken = false }: { block: Block; broken?: boolean }) {
  return (
    <figure class="unknown" data-testid="unknown-block">
      <figcaption>
        {broken ? 'This block could not be drawn: ' : 'The playground cannot draw this block: '}
        <code>{block.type}</code>
      </figcaption>
      <pre tabIndex={0}>{JSON.stringify(block, null, 2)}</pre>
    </figure>
  );
}

/** Catches what a block with a wrong shape throws, so that the rest of the message stays readable. */
class Fallback extends Component<{ block: Block; children?: ComponentChildren }> {
  override state: { broken: Block | null } = { broken: null };

  override componentDidCatch() {
    this.setState({ broken: this.props.block });
  }

  override render() {
    const { block, children } = this.props;
    return this.state.broken === block ? <UnknownBlock block={block} broken /> : children;
  }
}

/** Text as data, in sections, quotes and words to copy. Nothing in it is read as markup. */
export function RichText({ block }: { block: Block }) {
  return (
    <div class="rich-text">
      {listOf(block['elements'], isRichPart).map((part, index) => (
        <RichPart key={index} part={part} />
      ))}
    </div>
  );
}

function RichPart({ part }: { part: RichTextPart }) {
  const pieces = () =>
    listOf(part.elements, isRichElement).map((element, at) => <Piece key={at} element={element} />);
  switch (part.type) {
    case 'rich_text_section':
      return <div class="rich-section">{pieces()}</div>;
    case 'rich_text_quote':
      return <blockquote>{pieces()}</blockquote>;
    case 'rich_text_preformatted':
      return (
        <pre class="to-copy" tabIndex={0}>
          {pieces()}
        </pre>
      );
    default:
      return <pre class="unknown">{JSON.stringify(part, null, 2)}</pre>;
  }
}

/** A `text` piece is shown to the character: never parsed, never trimmed. */
function Piece({ element }: { element: RichTextPiece }) {
  const style = element.style ?? {};
  let shown = <Plain element={element} />;
  if (style.code) shown = <code>{shown}</code>;
  if (style.strike) shown = <s>{shown}</s>;
  if (style.italic) shown = <em>{shown}</em>;
  if (style.bold) shown = <strong>{shown}</strong>;
  return shown;
}

function Plain({ element }: { element: RichTextPiece }) {
  switch (element.type) {
    case 'text':
      return <>{need(element.text, isString)}</>;
    case 'user':
      return <UserMention id={need(element.user_id, isString)} />;
    case 'channel':
      return <ChannelMention id={need(element.channel_id, isString)} />;
    case 'link': {
      const address = need(element.url, isString);
      return <SafeAnchor address={address}>{may(element.text, isString) ?? address}</SafeAnchor>;
    }
    case 'date':
      return (
        <SlackDate
          seconds={need(element.timestamp, isNumber)}
          format={need(element.format, isString)}
        />
      );
    default:
      return <code class="unknown-piece">{JSON.stringify(element)}</code>;
  }
}
