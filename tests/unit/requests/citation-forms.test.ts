import { describe, expect, it } from 'vitest';
import { refOf } from '../../../src/answer/answer.js';
import { citationForms, type CitationForms } from '../../../src/requests/citation-forms.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';

/** The forms of the one passage of an article of which this much is stated. */
async function forms(facts: object, address: string | null = null): Promise<CitationForms> {
  const archive = await openMemoryArchive({
    'a.txt': 'Panama <refused> & left.',
    'articles.yml': JSON.stringify({ version: 1, articles: { 'a.txt': facts } }),
  });
  const [citation] = (await archive.ask('panama')).citations;
  const context = citation && (await archive.look(refOf(citation)));
  if (!context) throw new Error('not found');
  return citationForms(context, address);
}

const day = { status: 'exact', date: '2024-12-05', basis: 'feed' };
const ADDRESS = 'https://post.example/a?b=1&c=2';

describe('a citation to copy', () => {
  it('has all that is known, the words as they stand in the file', async () => {
    const known = {
      title: 'Ferries stop',
      outlet: 'The Harbour Post',
      authors: ['Ana Ruiz', 'Bo Li', 'Cy Dee'],
      published: day,
    };
    expect(await forms(known, ADDRESS)).toEqual({
      plain: `Panama <refused> & left.\n— Ferries stop, The Harbour Post, Dec 5, 2024, ${ADDRESS}`,
      chicago: `Ana Ruiz, Bo Li, and Cy Dee, “Ferries stop,” The Harbour Post, December 5, 2024, ${ADDRESS}.`,
      html: `<blockquote cite="https://post.example/a?b=1&amp;c=2">
  <p>Panama &lt;refused&gt; &amp; left.</p>
</blockquote>
<p><a href="https://post.example/a?b=1&amp;c=2"><cite>Ferries stop</cite></a>, The Harbour Post, <time datetime="2024-12-05">Dec 5, 2024</time></p>`,
    });
  });

  it.each([
    [{}, 'a.txt · paragraph 1.'],
    [{ outlet: 'CNN' }, 'CNN.'],
    [{ title: 'Why now?', outlet: 'CNN' }, '“Why now?” CNN.'],
    [{ title: 'Ferries stop' }, '“Ferries stop.”'],
    [{ authors: ['Ana Ruiz'], published: day }, 'Ana Ruiz, a.txt · paragraph 1, December 5, 2024.'],
    [
      {
        outlet: 'CNN',
        published: {
          status: 'inferred',
          earliest: '2025-01-01',
          latest: '2025-02-01',
          basis: 'feed',
        },
      },
      'CNN.',
    ],
  ])('leaves out what nobody states, and guesses no date: %j', async (known, chicago) => {
    expect((await forms(known)).chicago).toBe(chicago);
  });
});
