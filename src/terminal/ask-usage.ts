import { KINDS } from '../requests/request.js';

/** How the archive is asked in a terminal. What stands between marks is one word for the shell. */
export function askUsage(): string {
  const examples = Object.values(KINDS).flatMap(({ usage }) =>
    usage.map(({ write, gives }) => ({
      line: `npm run ask -- ${write.includes('"') ? `'${write}'` : write}`,
      gives,
    })),
  );
  const width = Math.max(...examples.map(({ line }) => line.length));
  return [
    'Ask the archive:',
    ...examples.map(({ line, gives }) => `  ${line.padEnd(width)}  ${gives}`),
    'Options:',
    '  --limit N      how many entries, in JSON passages, 1 to 100 (3 unless given)',
    '  --corpus DIR   another folder of articles',
    '  --json         one JSON object',
    '  --jsonl        one question per line of standard input, one JSON object per line out',
    '  --explain      why each passage stands where it does',
    '',
  ].join('\n');
}
