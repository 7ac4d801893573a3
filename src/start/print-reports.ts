import type { Writable } from 'node:stream';
import type { JudgedLine } from '../measure/eval/read-questions.js';
import { existingFile, openStore } from '../store/open-store.js';
import type { Report } from '../store/records.js';

/**
 * Prints what people have reported as judged questions for `eval`, one JSON object a line, oldest first: the passage is
 * among the `wrong`, and what would have been right is for the reader to add.
 * @throws StoreError when the database cannot be used
 */
export async function printReports(needs: {
  readonly databaseUrl: string;
  readonly now: () => Date;
  readonly stdout: Writable;
  readonly stderr: Writable;
}): Promise<void> {
  const { databaseUrl: url, now, stdout, stderr } = needs;
  existingFile(url);
  const store = await openStore({ url, now });
  try {
    const reports = [...(await store.reports.list())].toReversed();
    for (const [index, report] of reports.entries())
      stdout.write(`${JSON.stringify(toQuestion(report, index + 1))}\n`);
    if (reports.length === 0) stderr.write('Nobody has reported a passage.\n');
  } finally {
    await store.close();
  }
}

/** Whose report it is stays in the store. */
function toQuestion(report: Report, number: number): JudgedLine & Record<string, unknown> {
  const { question: query, thread, file, paragraph, reason, remark, at } = report;
  return {
    id: `reported ${at.toISOString()} ${number}`,
    query,
    thread: [...thread],
    relevant: [],
    wrong: [{ file, paragraph, grade: 1 }],
    reason,
    remark,
  };
}
