import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, Person } from '../../protocol.js';
import { emojiSign } from './emoji.js';
import { fillDate, fullTime } from './format-date.js';

/** An emoji by its name without colons; the name itself where no emoji has it. */
export function EmojiSign({ name }: { name: string }) {
  const sign = emojiSign(name);
  if (sign === undefined) return <span class="emoji-name">:{name}:</span>;
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {sign}
    </span>
  );
}

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

/** A moment on the clock of whoever reads it. */
export function SlackDate({ seconds, format }: { seconds: number; format: string }) {
  const { zone } = useReader();
  const at = seconds * 1000;
  return <time title={fullTime(at, zone)}>{fillDate(format, at, zone)}</time>;
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

/** A link where the address is safe to follow; else only its words. */
export function SafeAnchor(props: { address: string; children: ComponentChildren }) {
  const href = safeLink(props.address);
  if (href === null) {
    return (
      <span class="dead-link" title="This address cannot be opened">
        {props.children}
      </span>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {props.children}
    </a>
  );
}

/**
 * The address as it may stand in an `href`, or null. Only http, https and mailto, and only where the
 * address says so itself: nothing relative, nothing that a browser would run.
 */
export function safeLink(address: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address.trim())) return null;
  try {
    const url = new URL(address.trim());
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Through whose eyes text is shown: names, the zone of their clock, what a mention can open. */
export interface PageReader {
  me: string;
  zone: string;
  now: () => number;
  personById: (id: string) => Person | undefined;
  channelById: (id: string) => Channel | undefined;
  /** The channels that the reader may see. */
  channels: readonly Channel[];
  /** Whom a broadcast in this place would reach; 0 where that is not known. */
  audience: number;
  openChannel: (id: string) => void;
}

export const nobody: PageReader = {
  me: '',
  zone: 'UTC',
  now: () => Date.now(),
  personById: () => undefined,
  channelById: () => undefined,
  channels: [],
  audience: 0,
  openChannel: () => undefined,
};

export const ReaderContext = createContext<PageReader>(nobody);
export const useReader = () => useContext(ReaderContext);

/** Slack's own id for the one who reminds and refuses; nobody mentions it or acts as it. */
export const slackbot = 'USLACKBOT';
