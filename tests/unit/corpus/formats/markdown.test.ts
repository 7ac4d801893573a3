import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInName, readMarkdown } from '../../../../src/corpus/formats/markdown.js';

/** What a reader of the file sees, paragraph by paragraph. */
function seen(text: string): string[] {
  const contents = readMarkdown(text);
  return contents.paragraphs.map(({ start, end }) => contents.text.slice(start, end));
}

describe('Markdown', () => {
  it('shows nothing of the head, whatever system wrote it', () => {
    const toml = '+++\ntitle = "Talks"\nblurb = "Never printed."\n+++\nThey began.';
    const yaml = '---\ntitle: Talks\nblurb: Never printed.\n---\nThey began.';
    for (const text of [toml, yaml]) {
      expect(seen(text)).toEqual(['They began.']);
      const { own, faults } = readMarkdown(text);
      expect(own.title).toBe('Talks');
      expect(faults).toEqual([
        { key: null, message: 'in its head, not read: blurb', isNote: true },
      ]);
    }
  });

  it.each([
    ['a comment', '<!-- Never\n\nprinted. -->'],
    ['a comment without an end', '<!-- Never printed.'],
    ['a script', '<script>\nNever("printed")\n</script>'],
    ['a shortcode over two lines', '{{< figure src="a.jpg"\n  caption="Never printed." >}}'],
    ['a shortcode of the other kind', '{{% note "Never printed." %}}'],
    ['a tag of Jekyll', '{% include note.html text="Never printed." %}'],
    ['a comment of Jekyll', '{% comment %}\nNever printed.\n{% endcomment %}'],
    ['tags alone', '<div class="never-printed"> <img alt="Never printed.">'],
    ['a picture', '![Never printed.](a.jpg "Never printed."){: .wide}'],
    ['a picture that links', '[![Never printed.](a.jpg)](b.html)'],
    ['the address of a link', '[never]: https://printed.example "Never printed."'],
    ['attributes', '{: title="Never printed." }'],
  ])('has no paragraph of %s', (_, hidden) => {
    expect(seen(`They began.\n\n${hidden}`)).toEqual(['They began.']);
  });

  it('keeps the words inside a shortcode with an end, and those on both sides of a comment', () => {
    expect(seen('{{< quote >}}\nWe refused.\n{{< /quote >}}')).toEqual(['We refused.']);
    expect(seen('They began. <!-- Never printed. --> It refused.')).toEqual([
      'They began.',
      'It refused.',
    ]);
  });

  it('leaves a sentence whole whose link leads to a page by a shortcode', () => {
    const sentence = 'They [began]({{< ref "talks.md" >}}) in May.';
    expect(seen(sentence)).toEqual([sentence]);
  });

  it('keeps footnotes, and a shortcode that never ends', () => {
    const lines = ['They began.[^1] {{< so it says', '[^1]: In Panama.'];
    expect(seen(lines.join('\n\n'))).toEqual(lines);
  });

  it('counts offsets in the file as it stands, whatever stands in it', () => {
    const piece = fc.constantFrom(
      ...'They began.|\n|<!--|-->|{{<|>}}|{%|%}|<script>|</script>|](|![a](b)|<b>|---|é😀'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const contents = readMarkdown(text);
        if (contents.unusable !== undefined) return;
        expect(contents.text).toBe(text);
        let last = 0;
        for (const { start, end } of contents.paragraphs) {
          expect(start).toBeGreaterThanOrEqual(last);
          const words = text.slice(start, end);
          expect(words).toBe(words.trim());
          expect(words).not.toMatch(/\n|<!--/);
          last = end;
        }
      }),
    );
  });
});

describe('the head of Hugo and Jekyll', () => {
  const headOf = (...lines: string[]) =>
    readMarkdown(['---', ...lines, '---', 'They began.'].join('\n'));

  it('tells the day, the authors and the address in their keys', () => {
    const { own, faults } = headOf(
      'title: 2024',
      'date: 2024-12-05 23:30:00 -0500',
      'author: { name: Ana Ruiz }',
      'url: /2024/talks/',
      'canonicalURL: https://efe.example/talks',
    );
    expect(faults).toEqual([]);
    expect(own).toMatchObject({
      title: '2024',
      authors: ['Ana Ruiz'],
      url: 'https://efe.example/talks',
      published: { status: 'exact', date: '2024-12-05', basis: 'file' },
    });
  });

  it('with two days that differ leaves the days between them, and says why', () => {
    expect(headOf('date: 2024-12-05', 'publishDate: 2024-12-07').own.published).toMatchObject({
      status: 'inferred',
      earliest: '2024-12-05',
      latest: '2024-12-07',
      reasoning: 'Two dates are stated, and they differ: publishdate 2024-12-07, date 2024-12-05.',
    });
  });

  it.each(['draft: true', 'published: false', 'Draft: true'])('hides a draft: %s', (line) => {
    expect(headOf(line).own.embargo).toBe('held');
  });

  it('hides an article that is dated ahead until that day has begun, everywhere unless it says where', () => {
    expect(headOf('date: 2099-01-02').own.embargo).toEqual({
      until: new Date('2099-01-02T12:00:00Z'),
    });
    expect(headOf('date: 2099-01-02T06:00:00+01:00').own.embargo).toEqual({
      until: new Date('2099-01-02T05:00:00Z'),
    });
  });

  it('stays hidden where an embargo is misspelt, and where a head that cannot be read speaks of a draft', () => {
    expect(headOf('embargo: tomorrow').own.embargo).toBe('held');
    expect(headOf('draft: [true').own.embargo).toBe('held');
  });

  it('names a date that is none, and keeps the rest', () => {
    const { own, faults } = headOf('title: Talks', 'date: soon');
    expect(own.title).toBe('Talks');
    expect(own.published).toBeUndefined();
    expect(faults).toEqual([
      {
        key: 'date',
        message: expect.stringContaining('"soon" is not a day; expected one such as'),
      },
    ]);
  });

  it('without a head, Jekyll names the day in the name of the file', () => {
    expect(dayInName('_posts/2024-12-05-the-talks.md')).toMatchObject({
      status: 'exact',
      date: '2024-12-05',
      source: 'the name of the file',
    });
    for (const name of ['2024-12-05.md', '2024-13-05-talks.md', '2024-12-05-talks.txt'])
      expect(dayInName(name)).toBeNull();
  });
});
