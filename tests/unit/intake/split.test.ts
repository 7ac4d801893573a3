import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitJson, splitLines } from '../../../src/intake/items/split-json.js';
import { splitXml } from '../../../src/intake/items/split-xml.js';

async function* inPieces(text: string, sizes: readonly number[]): AsyncGenerator<string> {
  let at = 0;
  for (const size of sizes) {
    yield text.slice(at, at + size);
    at += size;
  }
  yield text.slice(at);
}

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

const XML =
  '<?xml version="1.0"?><!DOCTYPE a [ <!-- > --> ]><a:rss x="1>2"><channel><title>T</title><!-- <item> --><item n="\'/>"><t><![CDATA[</item>]]></t></item>\n<item/><x/></channel></a:rss>';
const JSON_LIST =
  '{"version":"1","meta":{"items":[1]},"items":[{"a":"]},{\\"\\\\"},[1,[2]], "x\\u0022",7 ],"more":[3]}';

it('cuts an export the same way, however it arrives', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(sizes, async (pieces) => {
      expect(await all(splitXml(inPieces(XML, pieces), () => ['item']))).toEqual([
        { kind: 'head', xml: '<a:rss x="1>2"><channel><title>T</title></channel></a:rss>' },
        {
          kind: 'item',
          xml: '<a:rss x="1>2"><channel><item n="\'/>"><t><![CDATA[</item>]]></t></item></channel></a:rss>',
        },
        { kind: 'item', xml: '<a:rss x="1>2"><channel><item/></channel></a:rss>' },
      ]);
      const parts = await all(splitJson(inPieces(JSON_LIST, pieces)));
      expect(parts.map(({ json }) => JSON.parse(json) as unknown)).toEqual([
        { version: '1', meta: { items: [1] }, items: [] },
        { a: ']},{"\\' },
        [1, [2]],
        'x"',
        7,
      ]);
      const lines = await all(splitLines(inPieces('{"a":1}\r\n\n[2]\n', pieces)));
      expect(lines.map(({ json }) => json.trim())).toEqual(['{"a":1}', '[2]']);
    }),
  );
});
