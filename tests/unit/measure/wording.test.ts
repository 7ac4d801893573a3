import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sentencesIn } from '../../../src/measure/wording/sentences-in.js';
import { wordingPage } from '../../../src/measure/wording/wording-page.js';
import { KINDS } from '../../../src/requests/request.js';
import { REASONS, QUIET_WORDS } from '../../../src/slack/messages/wording.js';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));

it('prints every sentence of the tables of words, each where it is shown', async () => {
  const page = await wordingPage(SRC);
  const usage = Object.values(KINDS).flatMap((kind) => kind.usage.map(({ gives }) => gives));
  for (const sentence of [...Object.values(REASONS), ...Object.values(QUIET_WORDS), ...usage])
    expect(page).toContain(`  ${sentence}\n`);
  expect(page).toContain('Read the whole article');
  // A file whose words are shown in a place that has no name stands by its path.
  expect(page).not.toMatch(/^\S+\.ts$/m);
});

it('has none of the words that a newsroom does not use', async () => {
  const page = await wordingPage(path.join(SRC));
  const toPeople = page.slice(0, page.indexOf('\nTo whoever keeps the archive\n'));
  expect(toPeople).not.toMatch(
    /in part\b|known problem|fingerprint|Read as:|articles\.yml|\b1\.00\b|SHA-256/,
  );
});

it('reads sentences, labels and what is filled in, and nothing that is code or for the log', () => {
  const source = `
    import { a } from './not a module.js';
    type Kind = 'one kind' | 'another kind';
    const one = { 'a key': 'A sentence.', label: 'Open', kind: 'lower' };
    log.info({}, 'for the log alone');
    // 'Not a comment.'
    say(\`You have \${limit} of \${a.b.total}, \${n === 1 ? 'the last one' : 'all of them'}\`);
    if (/a regular expression/.test(x)) throw new Error('went wrong: ' + reason);
  `;
  expect(sentencesIn(source)).toEqual([
    'A sentence.',
    'Open',
    'You have {limit} of {total}, {…}',
    'the last one',
    'all of them',
    'went wrong: ',
  ]);
});
