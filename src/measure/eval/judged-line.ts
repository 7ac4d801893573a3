import { z } from 'zod';

const evidence = z.strictObject(
  {
    file: z.string('expected the name of an article, as a text').min(1, 'expected a name'),
    paragraph: z
      .int('expected a whole number, paragraphs counted from 1')
      .min(1, 'expected 1 or more')
      .optional(),
    text: z
      .string('expected words of the article, as a text')
      .refine((text) => text.trim() !== '', 'expected at least one word')
      .optional(),
    grade: z
      .int('expected 1, 2 or 3')
      .min(1, 'expected 1, 2 or 3')
      .max(3, 'expected 1, 2 or 3')
      .default(1),
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `${keys.join(', ')} is not known here; expected file, paragraph, text or grade`
        : 'expected an object such as {"file":"a.txt","paragraph":3}',
  },
);

/** One line of a file of judged questions. Keys of its author's own may stand beside these. */
export const judgedLine = z
  .object(
    {
      id: z.union([z.string(), z.number()], 'expected a text or a number'),
      query: z
        .string('expected the question, as a text')
        .refine((query) => query.trim() !== '', 'expected at least one word'),
      thread: z
        .array(z.string('expected an earlier question, as a text'), 'expected a list of texts')
        .default([]),
      relevant: z.array(evidence, 'expected a list of evidence; [] for a question to be refused'),
      answerable: z.boolean('expected true or false').optional(),
    },
    'expected an object such as {"id":"1","query":"panama","relevant":[{"file":"a.txt","paragraph":3}]}',
  )
  .superRefine(({ relevant, answerable }, context) => {
    const wrong = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (relevant.length === 0 && answerable !== false)
      wrong('relevant', 'is empty; expected evidence, or "answerable": false beside it');
    if (relevant.length > 0 && answerable === false)
      wrong('relevant', 'has evidence; expected [] beside "answerable": false');
  });

export type JudgedLine = z.infer<typeof judgedLine>;
export type Evidence = z.infer<typeof evidence>;
