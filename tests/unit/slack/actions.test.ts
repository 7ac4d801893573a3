import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../src/requests/request.js';
import {
  decodeAsked,
  decodeOpened,
  encodeAsked,
  encodeProof,
  StaleButtonError,
} from '../../../src/slack/actions.js';
import { LIMITS } from '../../../src/block-kit/limits.js';

const words = fc.string({ unit: 'binary', maxLength: 60 });
const request: fc.Arbitrary<Request> = fc.oneof(
  words.map((question) => ({ kind: 'passages', question }) as const),
  fc
    .tuple(words, fc.option(words), words)
    .map(([name, about, plain]) => ({ kind: 'quotes', name, about, plain }) as const),
  words.map((sentence) => ({ kind: 'check', sentence }) as const),
  words.map((topic) => ({ kind: 'timeline', topic }) as const),
  words.map((topic) => ({ kind: 'figures', topic }) as const),
  fc.constant({ kind: 'sources' } as const),
);

describe('what a button carries', () => {
  it('comes back as it was put in, whatever was asked', () => {
    fc.assert(
      fc.property(request, fc.nat(), fc.array(words, { maxLength: 3 }), (asked, skip, thread) => {
        const ref = { request: asked, skip, thread };
        const value = encodeAsked(ref);
        fc.pre(value !== null);
        expect(decodeAsked(value ?? '')).toEqual(ref);
      }),
    );
  });

  it('is left away where it would be too long for Slack', () => {
    const of = (length: number): string | null => {
      const asked: Request = { kind: 'check', sentence: 'x'.repeat(length) };
      return encodeAsked({ request: asked, skip: 0, thread: [] });
    };
    expect(of(1_900)?.length).toBeLessThanOrEqual(LIMITS.buttonValue);
    expect(of(2_000)).toBeNull();
  });

  it('is counted as Slack counts it: an & as five characters', () => {
    const question = '&'.repeat(500);
    const asked: Request = { kind: 'passages', question };
    expect(encodeAsked({ request: asked, skip: 0, thread: [] })).toBeNull();
    const ref = { file: 'a.txt', start: 0, end: 9, fingerprint: '0'.repeat(16) };
    const opened = encodeProof({ ref, asked: { question, thread: [] } });
    expect(decodeOpened(opened)).toMatchObject({ ref, asked: null });
  });

  it.each([
    undefined,
    '',
    'null',
    '{}',
    '{"question":"panama","skip":0}',
    '{"request":{"kind":"poem","topic":"panama"},"skip":0}',
    '{"request":{"kind":"timeline"},"skip":0}',
    '{"request":{"kind":"sources"},"skip":-1}',
  ])('%j is from another version, and said to be', (value) => {
    expect(() => decodeAsked(value)).toThrow(StaleButtonError);
    expect(() => decodeOpened(value)).toThrow(/older version of the bot/);
  });
});
