import { describe, expect, it } from 'vitest';
import { listingText } from '../../../../src/terminal/listing-text.js';
import { createPaint } from '../../../../src/terminal/paint.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import { replyTo, saidOf } from '../../../support/reply.js';

const FERRIES = `Night ferries are back

The night ferry sails again on Friday.
Fares rise by a tenth.
The port says it is ready.
Nobody asked the crews.`;

function open(more: object = {}) {
  return openMemoryArchive({
    'ferries.txt': FERRIES,
    'old.txt': 'The day ferry sails on.',
    'articles.yml': JSON.stringify({
      version: 1,
      articles: {
        'ferries.txt': {
          url: 'https://www.harbour.example/2025/ferries/?utm_source=rss',
          outlet: 'The Harbour Post',
          ...more,
        },
      },
    }),
  });
}

async function ask(written: string, more?: object) {
  const reply = await replyTo(await open(more), written);
  const { listing } = reply;
  const text = listingText(listing, { paint: createPaint(false), width: 100, explain: false });
  return { said: saidOf(listing), text, json: reply.json() };
}

describe('a pasted link', () => {
  it('brings the article that stands at this address, with how it begins', async () => {
    const { said, text, json } = await ask('http://harbour.example/2025/ferries#top');
    expect(said).toEqual(['“http://harbour.example/2025/ferries#top” is in the archive:']);
    expect(text).toContain('The Harbour Post');
    expect(text).toContain('The night ferry sails again on Friday.');
    expect(text).not.toContain('Nobody asked the crews.');
    expect(json).toMatchObject({
      kind: 'article',
      articles: [
        { file: 'ferries.txt', lead: [{ paragraph: 2 }, { paragraph: 3 }, { paragraph: 4 }] },
      ],
    });
  });

  it('with a question asks that article alone', async () => {
    const question = 'what does https://harbour.example/2025/ferries say of fares?';
    const { said, json } = await ask(question);
    expect(said).toEqual([`“${question}”: 1 passage`, 'Only from “ferries.txt”.']);
    expect(json).toMatchObject({
      kind: 'passages',
      query: question,
      status: 'found',
      citations: [{ file: 'ferries.txt', text: 'Fares rise by a tenth.' }],
    });
  });

  it('with a question goes on within that article when More is asked for', async () => {
    const { listing } = await replyTo(
      await open(),
      'https://harbour.example/2025/ferries ferry fares port',
      { limit: 1 },
    );
    expect(listing.asked.request).toMatchObject({ kind: 'article' });
  });

  it('with a question that the article does not answer shows the article, and says so', async () => {
    const { said, json } = await ask('https://harbour.example/2025/ferries zeppelins');
    expect(json).toMatchObject({ kind: 'article' });
    expect(said).toContain('Nothing in it answers the question.');
  });

  it('that the archive does not have is said to be nowhere, and what may hide it', async () => {
    const { said, text } = await ask('https://harbour.example/2025/trains');
    expect(said).toEqual([
      'The archive has no article with the address “https://harbour.example/2025/trains”.',
      'Of 2 articles in it, 1 has no address stated: ask with words of the article to look among these too.',
    ]);
    expect(text).not.toContain('ferry');
  });

  it('that it does not have, with a question, is said beside the answer', async () => {
    const { said, json } = await ask('ferry https://harbour.example/2025/trains');
    expect(json).toMatchObject({ kind: 'passages', status: 'found', total: 2 });
    expect(said.join(' ')).toContain('The archive has no article with the address');
  });

  it('to a withdrawn article brings the label and the reason, and none of its words', async () => {
    const { text } = await ask('https://harbour.example/2025/ferries', { withdrawn: 'Made up.' });
    expect(text).toContain('Made up.');
    expect(text).not.toContain('sails again');
  });

  it('inside something long that was pasted is no question about it', async () => {
    const long = 'the night ferry sails again '.repeat(8);
    const { said } = await ask(`${long} https://t.example/x`);
    expect(said.join(' ')).not.toContain('address');
  });
});
