/** The questions asked in each thread: the bot's own memory, for which it need not read any channel. */
export interface Threads {
  /** Oldest first, the newest twenty; none of a thread that was silent for thirty days. */
  questions(thread: string): Promise<readonly string[]>;
  remember(thread: string, question: string): Promise<void>;
}
