/** The questions asked in each thread: the bot's own memory, for which it need not read any channel. */
export interface Threads {
  /** Oldest first. */
  questions(thread: string): Promise<readonly string[]>;
  remember(thread: string, question: string): Promise<void>;
}

const THREADS_KEPT = 10_000;
const QUESTIONS_KEPT = 20;

/** Threads in memory: they end with this process, and the thread longest silent is forgotten first. */
export function createMemoryThreads(): Threads {
  const threads = new Map<string, readonly string[]>();
  return {
    questions: async (thread) => threads.get(thread) ?? [],
    async remember(thread, question) {
      const questions = [...(threads.get(thread) ?? []), question].slice(-QUESTIONS_KEPT);
      threads.delete(thread);
      threads.set(thread, questions);
      const [oldest] = threads.keys();
      if (threads.size > THREADS_KEPT && oldest !== undefined) threads.delete(oldest);
    },
  };
}
