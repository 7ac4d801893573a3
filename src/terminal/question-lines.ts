import { z } from 'zod';

/** One line of `--jsonl` input. */
export interface QuestionLine {
  /** The line's own id, or its number when it has none. */
  readonly id: string | number;
  readonly query: string;
  /** The questions before it in its thread, oldest first. */
  readonly thread: readonly string[];
}

const object = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  query: z.string(),
  thread: z.array(z.string()).optional(),
});

/**
 * Reads a line: plain text, or an object with `query` and perhaps `id` and `thread`.
 * `fault` says what was expected when an object cannot be read as one.
 */
export function parseQuestionLine(
  line: string,
  number: number,
): QuestionLine | { readonly id: string | number; readonly fault: string } {
  const text = line.trim();
  if (!text.startsWith('{')) return { id: number, query: text, thread: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      id: number,
      fault: `line ${number} begins like a JSON object and is none; expected {"id":…,"query":"…"} or plain text`,
    };
  }
  const parsed = object.safeParse(value);
  if (parsed.success)
    return {
      id: parsed.data.id ?? number,
      query: parsed.data.query,
      thread: parsed.data.thread ?? [],
    };
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  const keys = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'it'}: ${message.replace(/^Invalid input: /, '')}`,
  );
  return { id: id.success ? id.data.id : number, fault: `line ${number}: ${keys.join('; ')}` };
}
