import { describe, expect, it } from 'vitest';
import { asTyped } from '../../../src/playground/page/text/as-typed.js';
import { emojiNames, emojiSign, withEmojiCodes } from '../../../src/playground/page/text/emoji.js';
import { aSnapshot } from './a-snapshot.js';

describe('emoji', () => {
  it('have a sign for each name, second names too', () => {
    expect(emojiSign('flag-pa')).toBe('🇵🇦');
    expect(emojiSign('thumbsup')).toBe(emojiSign('+1'));
    expect(emojiSign('constructor')).toBeUndefined();
  });

  it('are offered by how their names begin, then by a word inside, the shortest first', () => {
    expect(emojiNames('flag-pa')).toEqual(['flag-pa']);
    expect(emojiNames('smile')[0]).toBe('smile');
    expect(emojiNames('heart').slice(0, 2)).toEqual(['heart', 'hearts']);
    expect(emojiNames('heart')).toContain('blue_heart');
  });

  it('become codes in what is sent, as Slack keeps them, and nothing else does', () => {
    expect(withEmojiCodes('Panama 🇵🇦 said no 👍')).toBe('Panama :flag-pa: said no :+1:');
    expect(withEmojiCodes('“naïve” #1 © 2024, 3*4')).toBe('“naïve” #1 © 2024, 3*4');
  });
});

describe('a message to be edited', () => {
  const { people, channels } = aSnapshot();

  it('stands there as it was typed', () => {
    const stored = 'ask <@UKENJI> in <#CPOL> &amp; <!here>: <https://a.example> &lt;b&gt; :tada:';
    expect(asTyped(stored, people, channels)).toBe(
      'ask @kenji in #politics & @here: https://a.example <b> :tada:',
    );
  });

  it('keeps the id of somebody whom nobody knows', () => {
    expect(asTyped('<@U404>', people, channels)).toBe('<@U404>');
  });
});
