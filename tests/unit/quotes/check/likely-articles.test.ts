import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { checkQuote } from '../../../../src/quotes/check/check-quote.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';

const SENTENCE = 'The harbour commission closed the northern lighthouse.';

/** How many articles' texts a check reads, in an archive with so many others that hold only its small words. */
async function readBy(pasted: string, others: number): Promise<{ status: string; read: number }> {
  const filler = Array.from({ length: others }, (_, n) => [
    `f${n}.txt`,
    `The ferry number ${n} sailed to the islands in the morning, and the crew was glad of it.`,
  ]);
  const archive = await openMemoryArchive({
    ...Object.fromEntries(filler),
    'a.txt': `${SENTENCE} Nobody objected.`,
    'b.txt': 'A lighthouse stands there. The commission met.',
  });
  const view = archive.view();
  const read = new Set<string>();
  for (const article of view.articles) {
    const { text, file } = article;
    Object.defineProperty(article, 'text', {
      get: () => {
        read.add(file);
        return text;
      },
    });
  }
  const { status } = doAtOnce(checkQuote(view, pasted));
  return { status, read: read.size };
}

describe('a check', () => {
  it.each([
    [SENTENCE, 'verbatim'],
    ['The harbour commission closed the southern lighthouse.', 'differs'],
    ['Unicorns dance under purple rainbows', 'not found'],
  ])(
    'reads no more articles where more of them have none of the words: %s',
    async (pasted, status) => {
      const few = await readBy(pasted, 20);
      const many = await readBy(pasted, 300);
      expect(few.status).toBe(status);
      expect(many).toEqual(few);
      expect(many.read).toBeLessThanOrEqual(2);
    },
  );

  it('lets others have their turn after each article that it reads', async () => {
    const said = 'That is what they said, and so it was.';
    const files = Array.from({ length: 40 }, (_, n) => [`${n}.txt`, `${said} Number ${n}.`]);
    const archive = await openMemoryArchive(Object.fromEntries(files));
    const work = checkQuote(archive.view(), 'That is what they said');
    let turns = 0;
    while (work.next().done !== true) turns += 1;
    expect(turns).toBeGreaterThanOrEqual(40);
  });

  it('finds the words of a heading that nothing follows', async () => {
    const archive = await openMemoryArchive({
      'a.txt':
        'The ferry sailed to the islands in the morning and came back at night.\n\n\nWhat comes next',
    });
    expect(doAtOnce(checkQuote(archive.view(), 'what comes next')).status).toBe('verbatim');
  });

  it('of a sentence that is cut short in brackets finds it all the same', async () => {
    const archive = await openMemoryArchive({ 'a.txt': 'She said “[w]e close the lighthouse.”' });
    expect(doAtOnce(checkQuote(archive.view(), 'we close the lighthouse')).status).toBe('verbatim');
  });
});
