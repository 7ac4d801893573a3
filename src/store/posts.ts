import type { Channel } from './channel.js';

/** Words of a file that a message shows. */
export interface PostedCitation {
  readonly file: string;
  readonly paragraph: number;
  /** UTF-16 offsets into the article's text when it was posted. */
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
  /** As posted: a correction shows them beside what stands there now. */
  readonly words: string;
}

/** A message of the bot that everybody in a channel can read, and what it cited. */
export interface NewPost extends Channel {
  /** Slack's timestamp: the message's id within its channel. */
  readonly ts: string;
  /** The thread it stands in; `null` when it stands by itself, and then its own thread is the place for corrections. */
  readonly thread: string | null;
  readonly at: Date;
  readonly citations: readonly PostedCitation[];
}

/** `null` while the words stand; else what the thread was told of them: a fingerprint of that news. */
export type Told = string | null;

export interface Post extends NewPost {
  readonly id: string;
  /** How many corrections its thread has had. */
  readonly corrections: number;
  readonly citations: readonly (PostedCitation & {
    readonly told: Told;
    readonly toldAt: Date | null;
  })[];
}

/** Kept for a year. */
export interface Posts {
  remember(post: NewPost): Promise<void>;
  get(id: string): Promise<Post | null>;
  /** Posts that cite one of the files, oldest first; all posts when no files are named. */
  citing(files?: readonly string[]): Promise<readonly Post[]>;
  /** Posts of a channel of which it was told something after a moment. */
  toldSince(channel: Channel, since: Date): Promise<readonly Post[]>;
  /** Takes note of what is so without telling the thread, unless it was told something meanwhile. */
  note(id: string, corrections: number, told: readonly Told[], at: Date): Promise<boolean>;
  /** Whether the channel wants corrections: it does unless somebody there has said no. */
  wantsCorrections(channel: Channel): Promise<boolean>;
  setCorrections(channel: Channel, wanted: boolean, by: string, at: Date): Promise<void>;
}
