import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../../src/block-kit/check-blocks.js';
import type { Correction } from '../../../../src/digest/corrections/correction.js';
import { correctionMessage } from '../../../../src/slack/messages/correction-message.js';
import { markedMessage } from '../../../../src/slack/messages/correction-mark.js';
import { reasonMessage } from '../../../../src/slack/messages/blocks.js';
import { postedCitation } from '../../../../src/slack/messages/entry-blocks.js';
import { encodeBody } from '../../../../src/slack/messages/posted-body.js';
import { article } from '../../../support/article.js';
import { leadOf } from '../../../support/digest.js';
import { NOON } from '../../../support/open-memory-archive.js';
import { quotations, readBlocks } from '../../../support/wire.js';

const before = article({ text: 'It would not accept them.\n', outlet: 'CNN' });
const after = article({ text: 'It would now accept them.\n', outlet: 'CNN' });
const citation = postedCitation(leadOf(before));
const [paragraph] = after.paragraphs;
if (!paragraph) throw new Error('there is a paragraph');

const changed: Correction = {
  citation,
  kind: 'changed',
  article: after,
  since: NOON,
  struck: [{ start: 9, end: 12 }],
  now: {
    paragraph,
    start: 0,
    end: 25,
    text: 'It would now accept them.',
    added: [{ start: 9, end: 12 }],
  },
};

describe('a correction', () => {
  it('shows the old words and the new ones whole, the difference marked, with file and moment', () => {
    const message = correctionMessage([changed]);
    expect(quotations(message.blocks)).toEqual([
      'It would not accept them.',
      'It would now accept them.',
    ]);
    const text = readBlocks(message.blocks);
    expect(text).toContain('CNN · date unknown · story.txt · paragraph 1');
    expect(JSON.stringify(message.blocks)).toContain('"fallback":"Jun 1, 2025, 12:00 UTC"');
    expect(JSON.stringify(message.blocks)).toContain(
      '{"type":"text","text":"not","style":{"strike":true}}',
    );
    expect(JSON.stringify(message.blocks)).toContain(
      '{"type":"text","text":"now","style":{"bold":true}}',
    );
    expect(checkMessage(message)).toEqual([]);
  });

  it('says so when nothing like the words is left', () => {
    const text = readBlocks(correctionMessage([{ ...changed, now: null }]).blocks);
    expect(text).toContain('no longer stand in the file, nor a passage like them');
  });

  it('gives the reason of a withdrawal and repeats no word of the article', () => {
    const message = correctionMessage([
      { citation, kind: 'withdrawn', article: after, reason: 'Retracted.', since: NOON },
    ]);
    expect(readBlocks(message.blocks)).toContain('Withdrawn: Retracted.');
    expect(JSON.stringify(message)).not.toContain('accept');
  });

  it('names an article that was withdrawn once, however often it was cited', () => {
    const withdrawn = { kind: 'withdrawn', article: after, reason: 'Wrong.', since: NOON } as const;
    const other = { ...citation, words: 'Other words.', paragraph: 7 };
    const message = correctionMessage([
      { ...withdrawn, citation },
      { ...withdrawn, citation: other },
    ]);
    expect(readBlocks(message.blocks).match(/Withdrawn: Wrong\./g)).toHaveLength(1);
    expect(readBlocks(message.blocks)).not.toContain('paragraph');
  });

  it('says of an article that is gone no more than that', () => {
    const message = correctionMessage([{ citation, kind: 'gone', since: NOON }]);
    expect(readBlocks(message.blocks)).toContain('the article is no longer in the archive');
    expect(JSON.stringify(message)).not.toContain('accept');
  });

  it('says that words stand again', () => {
    const message = correctionMessage([
      { citation, kind: 'restored', article: before, since: NOON },
    ]);
    expect(readBlocks(message.blocks)).toContain('What was corrected here stands again.');
    expect(quotations(message.blocks)).toEqual(['It would not accept them.']);
  });

  it('leaves out from the end what Slack has no room for, and counts it', () => {
    const message = correctionMessage(
      Array.from({ length: 80 }, (_, number) => ({
        ...changed,
        citation: { ...citation, file: `${number}.txt` },
      })),
    );
    expect(readBlocks(message.blocks)).toMatch(/\d+ more left out: too long for one Slack message/);
    expect(checkMessage(message)).toEqual([]);
  });
});

describe('a message that is corrected', () => {
  const message = reasonMessage('“<!channel>” and what it cites');
  const body = encodeBody(message);

  it('says at its top what became of its words and when, over all that it said before', () => {
    const gone = { citation, kind: 'gone', since: new Date('2025-07-02T08:30Z') } as const;
    const marked = markedMessage(body, [changed, { ...changed, since: new Date(0) }, gone]);
    const line =
      'Words quoted here were changed in the archive; an article quoted here is no longer in the archive. Noticed Jul 2, 2025, 08:30 UTC; see the thread.';
    expect(readBlocks(marked.blocks)).toBe(`⚠ ${line}“<!channel>” and what it cites`);
    expect(marked.text).toBe(`${line}\n“&lt;!channel&gt;” and what it cites`);
    expect(marked.blocks).toHaveLength(message.blocks.length);
    expect(checkMessage(marked)).toEqual([]);
  });

  it('whose words all stand again reads as it was posted', () => {
    const restored: Correction = { citation, kind: 'restored', article: before, since: NOON };
    for (const corrections of [[], [restored]])
      expect(markedMessage(body, corrections)).toEqual(message);
  });

  it('gets its line where it does not begin with a text', () => {
    const marked = markedMessage(encodeBody({ text: 'x', blocks: [{ type: 'divider' }] }), [
      changed,
    ]);
    expect(marked.blocks.map(({ type }) => type)).toEqual(['rich_text', 'divider']);
  });
});
