import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestion, QuestionError } from '../../../../src/search/question/question.js';

const words = (text: string): string[] => parseQuestion(text).words.map(({ word }) => word);

describe('words', () => {
  it('are those that say what is asked for, each once, in the order typed', () => {
    expect(words('What did Panama say about the deportees of Panama?')).toEqual([
      'panama',
      'deportees',
    ]);
  });

  it('keep a framing word when nothing else is asked', () => {
    expect(words('the news article')).toEqual(['news', 'article']);
    expect(words('the news about panama')).toEqual(['panama']);
  });

  it('are none when only stop words are typed', () => {
    expect(words('what is it about?')).toEqual([]);
    expect(words('us')).toEqual([]);
    expect(words('US')).toEqual(['usa']);
    expect(words('')).toEqual([]);
    expect(words('?!… 🗞')).toEqual([]);
  });

  it('are the United Nations and not the Spanish article', () => {
    expect(words('UN flights')).toEqual(['unitednations', 'flights']);
    expect(words('U.N. flights')).toEqual(['unitednations', 'flights']);
    expect(words('united nations flights')).toEqual(['unitednations', 'flights']);
    expect(words('un acuerdo')).toEqual(['acuerdo']);
  });

  it('are not those that only ask for a comparison, unless nothing else is asked', () => {
    expect(words('compare panama and honduras')).toEqual(['panama', 'honduras']);
    expect(words('differences between panama vs. honduras')).toEqual(['panama', 'honduras']);
    expect(words('comparison')).toEqual(['comparison']);
  });

  it('are the same however a number, a unit or a country is written', () => {
    expect(words('25 per cent')).toEqual(words('25%'));
    expect(words('25 percent')).toEqual(words('25%'));
    expect(words('30,000 migrants')).toEqual(words('30000 migrants'));
    expect(words('the United States')).toEqual(words('the U.S.'));
  });

  it('name a month in full before a day, however it was shortened', () => {
    expect(words('nov 27 call')).toEqual(['november', '27', 'call']);
    expect(words('the call of Sept. 9')).toEqual(['call', 'september', '9']);
    expect(words('jan brewer')).toEqual(['jan', 'brewer']);
  });

  it('with a capital inside the question are names; the first says nothing', () => {
    expect(
      parseQuestion('Tariffs of Mexico').words.map(({ surface, isName }) => [surface, isName]),
    ).toEqual([
      ['Tariffs', false],
      ['Mexico', true],
    ]);
  });
});

describe('phrases', () => {
  it.each([
    '"safe third country"',
    '“safe third country”',
    '«safe third country»',
    '“safe third country"',
    '"  Safe, third-country!  "',
  ])('are read from %s', (text) => {
    expect(parseQuestion(text).phrases).toEqual([['safe', 'third', 'country']]);
  });

  it('may stand beside words and each other', () => {
    const { phrases, words: asked } = parseQuestion('mexico "border czar" "safe third country"');
    expect(phrases).toEqual([
      ['border', 'czar'],
      ['safe', 'third', 'country'],
    ]);
    expect(asked.map(({ word }) => word)).toEqual([
      'mexico',
      'border',
      'czar',
      'safe',
      'third',
      'country',
    ]);
  });

  it('of stop words alone count by them, as nothing else is asked', () => {
    expect(parseQuestion('"to be or not to be"').phrases).toEqual([
      ['to', 'be', 'or', 'not', 'to', 'be'],
    ]);
    expect(words('"to be or not to be"')).toEqual(['to', 'be', 'or', 'not']);
  });

  it('keep a framing word, which is part of the wording', () => {
    expect(words('"press report" panama')).toEqual(['press', 'report', 'panama']);
  });

  it('bind where nothing else is asked', () => {
    for (const text of ['"safe third country"', '"border czar" from:cnn', 'is it "a deal"'])
      expect(parseQuestion(text).phrasesBind).toBe(true);
  });

  it('bar nothing beside other words, where marks quote a title or somebody’s words', () => {
    for (const text of [
      'mexico "safe third country"',
      'who is it that called Mexico a “safe third country”?',
      'what did she say about the "border czar"',
    ])
      expect(parseQuestion(text)).toMatchObject({ phrasesBind: false, phrases: [{}] });
  });

  it('do not make a sentence by their own small words', () => {
    expect(parseQuestion('"we are not a safe third country"').phrasesBind).toBe(true);
  });

  it('that are never closed are plain words', () => {
    expect(parseQuestion('"safe third').phrases).toEqual([]);
    expect(words('"safe third')).toEqual(['safe', 'third']);
  });

  it('without a word in them are none', () => {
    expect(parseQuestion('"" “…” panama').phrases).toEqual([]);
  });
});

describe('exclusions', () => {
  it('are a word or a phrase with a dash before it', () => {
    expect(parseQuestion('sheinbaum -trump -"safe third country" -“border czar”').without).toEqual([
      ['trump'],
      ['safe', 'third', 'country'],
      ['border', 'czar'],
    ]);
  });

  it('are not asked for', () => {
    expect(words('sheinbaum -trump')).toEqual(['sheinbaum']);
    expect(words('-trump')).toEqual([]);
  });

  it('are not made by a dash inside a word or by one that stands alone', () => {
    expect(parseQuestion('US-Mexico border - talks').without).toEqual([]);
  });

  it('cannot be filters, which say what to keep', () => {
    expect(() => parseQuestion('panama -from:cnn')).toThrow(/-from: is not read.*-word/);
    expect(() => parseQuestion('panama -since:2025')).toThrow(QuestionError);
  });
});

describe('filters', () => {
  it('are outlets, quoted where they are several words, and beginnings of file names', () => {
    const { filters, words: asked } = parseQuestion(
      'panama from:cnn FROM:003 from:"new york times"',
    );
    expect(filters.from).toEqual(['cnn', '003', 'new york times']);
    expect(asked.map(({ word }) => word)).toEqual(['panama']);
  });

  it.each([
    ['since:2025', '2025-01-01'],
    ['since:2025-03', '2025-03-01'],
    ['since:2025-3-9', '2025-03-09'],
    ['since:2024-02-29', '2024-02-29'],
  ])('%s begins with %s', (text, day) => {
    expect(parseQuestion(text).filters.since).toBe(day);
    expect(parseQuestion(text.replace('since', 'before')).filters.before).toBe(day);
  });

  it.each([
    'since:2025-13',
    'since:2025-02-30',
    'since:yesterday',
    'since:25',
    'before:2025-1-1-1',
    'before:""',
  ])('cannot be read from “%s”, which is said with an example', (text) => {
    expect(() => parseQuestion(`panama ${text}`)).toThrow(QuestionError);
    expect(() => parseQuestion(`panama ${text}`)).toThrow(/such as (?:since|before):2025/);
  });

  it.each(['from:""', 'from:…'])('name no source in “%s”', (text) => {
    expect(() => parseQuestion(`panama ${text}`)).toThrow(/such as from:cnn/);
  });

  it('are not read inside a longer word', () => {
    expect(parseQuestion('hereafter-since:2025').filters.since).toBeNull();
  });
});

describe('a filter as others write it', () => {
  it('is read: after: as since:, form: as from:', () => {
    expect(parseQuestion('tariffs after:2025').filters.since).toBe('2025-01-01');
    expect(parseQuestion('tariffs form:cnn').filters.from).toEqual(['cnn']);
    expect(() => parseQuestion('tariffs after:lunch')).toThrow(/such as since:2025/);
  });

  it('is text in a sentence, where a form is something else', () => {
    const { filters } = parseQuestion('what is said of the form:I-589 and of its use');
    expect(filters.from).toEqual([]);
  });
});

describe('any question', () => {
  it('is read, or refused with a reason for its author', () => {
    const pieces = fc.constantFrom(
      ...'panama|"|“|”|«|»|-|from:|since:|2025|before:| |\n|the|:|🗞|é|US|,|\0'.split('|'),
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          const read = (): unknown => {
            try {
              return parseQuestion(text).text;
            } catch (error) {
              return error;
            }
          };
          expect([text.trim(), expect.any(QuestionError)]).toContainEqual(read());
        },
      ),
      { numRuns: 500 },
    );
  });

  it('may be as long as pages of pasted text, and not longer', () => {
    expect(words('panama '.repeat(2_800))).toEqual(['panama']);
    expect(() => parseQuestion('panama '.repeat(3_000))).toThrow(
      'The question is 20,999 characters long; up to 20,000 can be read.',
    );
  });

  it('ends for twenty thousand quotation marks', () => {
    expect(words('“'.repeat(19_999))).toEqual([]);
    expect(words('"-'.repeat(9_999))).toEqual([]);
  });
});
