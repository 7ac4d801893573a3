import { expect, it } from 'vitest';
import {
  filterTraffic,
  isRemark,
  labelsOf,
  outcomeOf,
} from '../../../src/playground/page/panes/traffic-row.js';
import type { TrafficEntry } from '../../../src/playground/protocol.js';

const anEntry = (change: Partial<TrafficEntry>): TrafficEntry => ({
  id: 1,
  at: 0,
  direction: 'to-bot',
  kind: 'command',
  title: '/deport panama',
  headers: {},
  body: {},
  raw: '',
  answer: { status: 200, headers: {}, body: '' },
  ms: 12.4,
  outcome: 'ok',
  ...change,
});

it('says in one line how a request went', () => {
  expect(outcomeOf(anEntry({}))).toBe('ack 200 in 12 ms');
  expect(outcomeOf(anEntry({ direction: 'from-bot' }))).toBe('200 in 12 ms');
  expect(outcomeOf(anEntry({ outcome: 'waiting', answer: null, ms: null }))).toBe('waiting…');
  expect(outcomeOf(anEntry({ outcome: 'failed', answer: null, ms: 3000 }))).toBe(
    'no answer in 3000 ms',
  );
});

it('says why Slack refused', () => {
  const refused = anEntry({
    direction: 'from-bot',
    outcome: 'refused',
    answer: { status: 200, headers: {}, body: { ok: false, error: 'invalid_blocks' } },
  });
  expect(outcomeOf(refused)).toBe('refused: invalid_blocks in 12 ms');
});

it('labels what is signed and what is a repetition', () => {
  const headers = { 'x-slack-signature': 'v0=…', 'x-slack-retry-num': '2' };
  expect(labelsOf(anEntry({ headers }))).toEqual(['signed', 'retry 2']);
});

it('finds the trouble among the rest', () => {
  const entries = [
    anEntry({ id: 1 }),
    anEntry({ id: 2, outcome: 'failed' }),
    anEntry({ id: 3, note: 'fault switch' }),
  ];
  expect(filterTraffic(entries, 'trouble').map(({ id }) => id)).toEqual([2, 3]);
  expect(filterTraffic(entries, 'from-bot')).toEqual([]);
});

it('tells a note in between from a request that nobody answered', () => {
  expect(isRemark(anEntry({ answer: null, raw: '', outcome: 'ok' }))).toBe(true);
  expect(isRemark(anEntry({ answer: null, raw: '', outcome: 'failed' }))).toBe(false);
  expect(isRemark(anEntry({ raw: 'command=x' }))).toBe(false);
});
