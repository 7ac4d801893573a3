import { describe, expect, it } from 'vitest';
import { replyWithPassages } from '../../../../src/requests/kinds/passages.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import { saidOf } from '../../../support/reply.js';
import { openSeeds } from '../../../support/seeds.js';

const placesOf = ({ citations }: { citations: readonly { passage: Place }[] }): string[] =>
  citations.map(({ passage: { article, paragraph } }) => `${article.file} ${paragraph.number}`);

interface Place {
  readonly article: { readonly file: string };
  readonly paragraph: { readonly number: number };
}

const withNote = (more = ''): Promise<Awaited<ReturnType<typeof openSeeds>>> =>
  openMemoryArchive({
    'a.txt': 'The minister spoke of fish.\nThe fleet sailed.',
    'articles.yml': `version: 1
articles:
  a.txt:${more}
    problems: [{ paragraph: 1, text: minister, kind: name missing, note: Check who. She was Ana Pérez. }]`,
  });

describe('whom only a keeper’s note names', () => {
  it('is shown with the note, which is said to be none of the article’s words', async () => {
    const answer = await (await openSeeds()).ask('kristi noem');
    expect(placesOf(answer)).toEqual(['004_103e8cc984b34685.txt 1']);
    expect(answer).toMatchObject({ status: 'partial', missing: ['kristi', 'noem'], total: 1 });
    const { listing } = replyWithPassages(answer);
    expect(saidOf(listing).slice(1)).toEqual([
      'No article has “kristi”, “noem”. A note below does: it is the archive keeper’s, not the article’s.',
    ]);
    expect(JSON.stringify(listing.entries)).toContain('She was Kristi Noem.');
  });

  it('makes no answer found, whatever else the passage says', async () => {
    const answer = await (await withNote()).ask('minister pérez fish');
    expect(answer).toMatchObject({ status: 'partial', noted: ['pérez'] });
    expect(placesOf(answer)[0]).toBe('a.txt 1');
  });

  it('is no other word that a note begins with, nor in the note of a withdrawn article', async () => {
    expect(await (await withNote()).ask('check')).toMatchObject({ status: 'nothing', noted: [] });
    const withdrawn = await withNote('\n    withdrawn: It was not so.');
    expect(await withdrawn.ask('pérez')).toMatchObject({ status: 'nothing', noted: [] });
  });

  it('is not found where a filter leaves the article out', async () => {
    const answer = await (await openSeeds()).ask('kristi noem from:cnn');
    expect(answer).toMatchObject({ status: 'nothing', citations: [] });
  });
});
