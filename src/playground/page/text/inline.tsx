import { EmojiSign } from './emoji-sign.js';
import { Broadcast, ChannelMention, UserMention } from './mention.js';
import type { Inline as Node } from './parse-mrkdwn.js';
import { SafeAnchor } from './safe-anchor.js';
import { SlackTime } from './slack-time.js';

/** Parsed pieces of a line. Every character reaches the page as a text node. */
export function Inline({ nodes }: { nodes: readonly Node[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <One key={index} node={node} />
      ))}
    </>
  );
}

function One({ node }: { node: Node }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'bold':
      return (
        <strong>
          <Inline nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inline nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inline nodes={node.children} />
        </s>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return <SafeAnchor address={node.address}>{node.label}</SafeAnchor>;
    case 'user':
      return <UserMention id={node.id} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'usergroup':
      return <span class="mention">{node.label}</span>;
    case 'broadcast':
      return <Broadcast range={node.range} />;
    case 'date':
      return (
        <SlackTime
          at={node.at}
          format={node.format}
          address={node.address}
          fallback={node.fallback}
        />
      );
  }
  return <EmojiSign name={node.name} />;
}
