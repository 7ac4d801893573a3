import { expect, it } from 'vitest';
import { checkText } from '../../../src/terminal/archive-text.js';
import { createPaint } from '../../../src/terminal/paint.js';
import type { Files } from '../../support/memory-folder.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';

const check = async (files: Files): Promise<string> =>
  checkText(await openMemoryArchive(files), createPaint(false));

it('lists the articles with outlet, date and known problems, then every fault, then the sum', async () => {
  expect(
    await check({
      'a.txt': 'Panama refused.',
      'b.txt': '',
      'photo.jpg': 'x',
      'articles.yml': `version: 1
articles:
  a.txt:
    outlet: CNN
    wording: rewritten
    withdrawn: Wrong.
    problems: [{paragraph: 1, text: Panama, kind: wrong name, note: Check it.}]
`,
    }),
  ).toBe(`a.txt  CNN · date unknown · rewritten · withdrawn
  paragraph 1, wrong name: “Panama” Check it.

error: b.txt: left out: empty
note: photo.jpg: skipped: not a .txt, .md, .html or .json file

1 article, 1 known error in their texts; in the files 1 error, 0 warnings, 1 note.
`);
});

it('names the faults of synonyms.yml, the articles being read all the same', async () => {
  expect(
    await check({
      'a.txt': 'Panama refused.',
      'synonyms.yml': 'version: 1\ngroups: [[border czar, harris], [alone]]',
    }),
  ).toContain(`
error: synonyms.yml (groups.0.0): expected single words, without spaces or hyphens; until it is mended no synonyms are used
error: synonyms.yml (groups.1): expected at least two words that mean the same; until it is mended no synonyms are used

1 article, 0 known errors in their texts; in the files 2 errors,`);
});

it('says so in one line when nothing is wrong', async () => {
  expect(await check({ 'a.txt': 'Panama refused.' })).toMatch(
    /\n\n1 article, 0 known errors in their texts; in the files 0 errors, 0 warnings, 0 notes\.\n$/,
  );
});

it('shows control characters in names as signs', async () => {
  expect(await check({ 'a.txt': 'One.', '\u001b[2J.jpg': 'x' })).toContain(
    'note: ␛[2J.jpg: skipped',
  );
});
