import { expect, it } from 'vitest';
import type { SourceStatus } from '../../../../src/corpus/metadata/sources-yml.js';
import { sourcesBlock } from '../../../../src/slack/messages/home-sources.js';
import { readBlocks } from '../../../support/wire.js';

const WELL: SourceStatus = {
  name: 'harbour',
  lastSuccess: new Date('2025-02-05T12:00:00Z'),
  nextTry: new Date('2025-02-05T12:30:00Z'),
  error: null,
};

it('says of each source when it was read last, when next, and what is wrong with it, that first', () => {
  const { elements } = sourcesBlock([
    WELL,
    { ...WELL, name: 'new', lastSuccess: null },
    { ...WELL, name: 'old', nextTry: null, error: 'its server says that it is gone for good' },
  ]);
  expect(elements.map(readBlocks)).toEqual([
    'Sources that are followed',
    'old · its server says that it is gone for good · last read Wednesday, Feb 5, 12:00 UTC · not tried again until its entry in sources.yml is changed',
    'harbour · last read Wednesday, Feb 5, 12:00 UTC · next Wednesday, Feb 5, 12:30 UTC',
    'new · not read yet · next Wednesday, Feb 5, 12:30 UTC',
  ]);
});

it('counts those that are too many to list', () => {
  const many = Array.from({ length: 23 }, (_, n) => ({ ...WELL, name: `s${n}` }));
  expect(readBlocks([sourcesBlock(many)])).toContain('and 3 more sources');
});
