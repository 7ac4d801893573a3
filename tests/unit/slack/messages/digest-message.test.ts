import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../../src/block-kit/check-blocks.js';
import { digestMessage, previewMessage } from '../../../../src/slack/messages/digest-message.js';
import { article } from '../../../support/article.js';
import { aDigest, entry, leadOf } from '../../../support/digest.js';
import { buttonValue, quotations, readBlocks } from '../../../support/wire.js';

const KEY = 'digest:T1:C1:2026-11-24';
const read = (digest: ReturnType<typeof aDigest>): string =>
  readBlocks(digestMessage(digest, KEY).blocks);

describe('a digest in Slack', () => {
  it('shows each article with headline, outlet, date, file and its beginning as printed, and what is wrong with it', () => {
    const message = digestMessage(
      aDigest({
        entries: [
          entry({
            file: 'ferry.txt',
            outlet: 'The Harbour Post',
            title: 'Ferries stop',
            text: 'Ferries  stop for a *day*, <!channel>.\n',
            published: {
              status: 'exact',
              date: '2026-11-23',
              basis: 'feed',
              evidence: null,
              paragraph: null,
              reasoning: null,
              source: null,
            },
            problems: [
              { paragraph: 1, text: 'stop', kind: 'wrong word', note: 'They slow.', also: [] },
            ],
          }),
        ],
      }),
      KEY,
    );
    const text = readBlocks(message.blocks);
    expect(text).toContain('Digest · Tuesday, Nov 24, 2026');
    expect(text).toContain('1 article new or changed since the last digest.');
    expect(text).toContain(
      'New  Ferries stopThe Harbour Post · Nov 23, 2026 · ferry.txt · paragraph 1',
    );
    expect(text).toContain('Known error, wrong word: “stop”. They slow.');
    expect(quotations(message.blocks)).toEqual(['Ferries  stop for a *day*, <!channel>.']);
    expect(message.text).toContain('&lt;!channel&gt;');
    expect(checkMessage(message)).toEqual([]);
  });

  it('shows a withdrawn article with the reason and without its words', () => {
    const digest = aDigest({ entries: [entry({ withdrawn: 'Retracted.', text: 'Untrue.\n' })] });
    expect(read(digest)).toContain('Withdrawn: Retracted.');
    expect(JSON.stringify(digestMessage(digest, KEY))).not.toContain('Untrue');
  });

  it('says late, when it was due, on the clocks of the channel', () => {
    const digest = aDigest({
      edition: 'quiet',
      lateSince: new Date('2026-11-24T14:00:00Z'),
    });
    expect(read(digest)).toContain('Late: it was due on Tuesday, Nov 24, 08:00 CST.');
    expect(read(digest)).toContain('Nothing is new or changed since the last digest.');
  });

  it('introduces the archive the first time, and says what comes from now on', () => {
    const digest = aDigest({ edition: 'first', entries: [entry(), entry()], total: 40 });
    expect(read(digest)).toContain(
      'The archive holds 40 articles. The newest 2, to begin with; from now on, what is new or changed.',
    );
    expect(buttonValue(digestMessage(digest, KEY).blocks, 'more_digest')).toBeUndefined();
  });

  it('says of a topic that nothing answers yet, and not that the archive is empty', () => {
    const digest = aDigest({ edition: 'first', topic: 'tariffs', total: 40 });
    expect(read(digest)).toContain('Only what answers “tariffs”.');
    expect(read(digest)).toContain(
      'The archive holds 40 articles, and none answers that; from now',
    );
    expect(read(aDigest({ edition: 'first' }))).toContain('The archive holds no article yet.');
  });

  it('shows the dated passage of a quiet day, and remembers that it was shown', () => {
    const fromArchive = leadOf(article({ text: 'Old but true.\n' }));
    const message = digestMessage(aDigest({ edition: 'quiet', fromArchive }), KEY);
    expect(quotations(message.blocks)).toEqual(['Old but true.']);
    expect(message.cites).toMatchObject([{ file: 'story.txt', words: 'Old but true.' }]);
  });

  it('leaves out what Slack has no room for, says how many, and leads on to them', () => {
    const entries = Array.from({ length: 200 }, (_, number) =>
      entry({ file: `${number}.txt`, text: `Note ${number}. ${'Bench by bench. '.repeat(10)}\n` }),
    );
    const message = digestMessage(aDigest({ entries, total: 200 }), KEY);
    const shown = quotations(message.blocks).length;
    expect(shown).toBeGreaterThan(5);
    expect(readBlocks(message.blocks)).toContain(
      `Left out for want of room: ${200 - shown} further articles.`,
    );
    expect(readBlocks(message.blocks)).toContain(`More (${200 - shown})`);
    expect(JSON.parse(buttonValue(message.blocks, 'more_digest') ?? '')).toEqual({
      key: KEY,
      skip: shown,
    });
    expect(message.cites).toHaveLength(shown);
    expect(checkMessage(message)).toEqual([]);
  });

  it('shows a quotation with its speaker, or that none is stated', () => {
    const of = article({ text: '“We wait,” she said.\n' });
    const [paragraph] = of.paragraphs;
    if (!paragraph) throw new Error('there is a paragraph');
    const quote = {
      article: of,
      paragraph,
      start: 1,
      end: 9,
      printed: { start: 0, end: 10 },
      text: 'We wait,',
      wholeSentence: true,
      speaker: {
        name: 'Claudia Sheinbaum',
        mention: { start: 11, end: 14, text: 'she' },
        basis: 'resolved' as const,
      },
    };
    const nobody = { name: null, mention: null, basis: 'none' as const };
    const message = digestMessage(
      aDigest({ quotations: [quote, { ...quote, speaker: nobody }] }),
      KEY,
    );
    expect(readBlocks(message.blocks)).toContain('Claudia Sheinbaum (in the text: “she”)');
    expect(readBlocks(message.blocks)).toContain('Speaker not stated here');
    expect(message.cites).toHaveLength(2);
  });

  it('is the same as its preview but for the label', () => {
    const digest = aDigest({ entries: [entry(), entry({ file: 'b.txt' })] });
    const sent = digestMessage(digest, KEY);
    const preview = previewMessage(digest, KEY);
    expect(JSON.stringify(preview.blocks.slice(1))).toBe(JSON.stringify(sent.blocks));
    expect(preview.text.split('\n').slice(1).join('\n')).toBe(sent.text);
    expect(readBlocks(preview.blocks[0])).toContain('Preview');
  });

  it('is taken by Slack and quotes nothing but what its articles hold, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 }), { maxLength: 60 }),
        (texts) => {
          const entries = texts
            .filter((text) => text.trim() !== '')
            .map((text, number) => entry({ file: `${number}.txt`, text, title: text.trim() }));
          const preview = previewMessage(aDigest({ entries }), KEY);
          expect(checkMessage(preview)).toEqual([]);
          const leads = new Set(entries.map(({ lead }) => lead?.text));
          for (const quoted of quotations(preview.blocks)) expect(leads.has(quoted)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
