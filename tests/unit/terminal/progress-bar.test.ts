import { expect, it } from 'vitest';
import { createProgressBar } from '../../../src/terminal/progress-bar.js';
import { Sink } from '../../support/sink.js';

function run(isTerminal: boolean, msPerArticle: number, total = 10_000): string {
  const output = new Sink();
  let now = 0;
  const tell = createProgressBar({ output, isTerminal, ticks: () => now });
  for (const part of ['files', 'words'] as const)
    for (let done = 1; done <= total; done += 1) {
      now += msPerArticle;
      tell(part, done, total);
    }
  return output.text;
}

it('draws a bar in a terminal, over and over in one line, and takes it away in the end', () => {
  const text = run(true, 1);
  expect(text).toContain(
    '\r\u001B[K[███░░░░░░░░░░░░░░░░░░░░░░░░░░░] 1,000 of 10,000 articles read',
  );
  expect(text).toContain('articles indexed');
  expect(text.endsWith('\r\u001B[K')).toBe(true);
  expect(text).not.toContain('\n');
});

it('writes a line now and then where nobody looks on', () => {
  const text = run(false, 1);
  expect(text.split('\n')).toHaveLength(5);
  expect(text).toContain('1,000 of 10,000 articles read\n');
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\r\u001B]/);
});

it('says nothing of what is quick', () => {
  expect(run(true, 1, 300) + run(false, 1, 300)).toBe('');
});
