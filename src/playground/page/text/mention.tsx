import { useReader } from './reader.js';

/** `@Maya Chen`; loud where it is the reader's own name. An id that nobody has is shown as it is. */
export function UserMention({ id }: { id: string }) {
  const reader = useReader();
  const person = reader.personById(id);
  return (
    <span class={id === reader.me ? 'mention mention-me' : 'mention'} title={person?.title}>
      @{person?.realName ?? id}
    </span>
  );
}

/** `#politics`, opening the channel; as plain text where the reader may not see it. */
export function ChannelMention({ id, label }: { id: string; label?: string }) {
  const reader = useReader();
  const channel = reader.channelById(id);
  if (!channel) return <span class="mention">#{label || 'unknown-channel'}</span>;
  return (
    <button type="button" class="mention mention-link" onClick={() => reader.openChannel(id)}>
      #{channel.name}
    </button>
  );
}

const reach: Readonly<Record<string, string>> = {
  here: 'everyone who is active here',
  channel: 'everyone in the channel',
  everyone: 'everyone in the workspace',
};

/** Shown loudly: in Slack this would make people's phones ring. */
export function Broadcast({ range }: { range: string }) {
  const { audience } = useReader();
  const whom = reach[range] ?? 'everyone';
  const count = audience > 0 && range !== 'everyone' ? ` (${audience} people)` : '';
  return (
    <strong class="broadcast" data-testid="broadcast" title={`Notifies ${whom}${count}`}>
      @{range}
      <span class="broadcast-note"> pings {whom}</span>
    </strong>
  );
}
