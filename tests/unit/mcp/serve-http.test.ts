import { request as httpRequest } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveHttp } from '../../../src/mcp/serve-http.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';

const TOKEN = 'a-token-of-sixteen-signs';
const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
const HEADERS = {
  authorization: `Bearer ${TOKEN}`,
  accept: 'application/json, text/event-stream',
  'content-type': 'application/json',
};

async function serve(): Promise<string> {
  const archive = await openMemoryArchive({ 'a.txt': 'Panama refused.' });
  const report = (error: unknown): never => expect.fail(String(error));
  const server = await serveHttp({ archive, version: '1', report, port: 0, token: TOKEN });
  onTestFinished(() => server.stop());
  return server.url;
}

/** Sends a message with the headers of an assistant, and these over them. */
function send(
  url: string,
  headers: Record<string, string> = {},
  body: string = JSON.stringify(LIST),
  method = 'POST',
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers: { ...HEADERS, ...headers } });
    request.once('error', reject).once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode, text }));
    });
    request.end(body);
  });
}

describe('the archive for assistants over HTTP', () => {
  it('answers whoever has the token', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const requestInit = { headers: { authorization: `Bearer ${TOKEN}` } };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(await serve()), { requestInit }),
    );
    onTestFinished(() => client.close());
    expect((await client.listTools()).tools).toHaveLength(7);
    const { content } = await client.callTool({ name: 'search', arguments: { query: 'panama' } });
    expect(content).toMatchObject([{ text: expect.stringContaining('"text":"Panama refused."') }]);
    const read = await client.readResource({ uri: 'clipdesk:///a.txt?end=6' });
    expect(read.contents).toMatchObject([{ text: expect.stringContaining('"text":"Panama"') }]);
  });

  it.each([
    ['no token', { authorization: '' }, 401],
    ['another token', { authorization: `Bearer ${TOKEN}x` }, 401],
    ['a page elsewhere', { origin: 'https://elsewhere.example' }, 403],
    ['a name that was pointed here', { host: 'elsewhere.example' }, 403],
  ])('turns away %s', async (_, headers, status) => {
    const url = await serve();
    const refused = await send(url, headers);
    expect(refused.status).toBe(status);
    expect(refused.text).not.toContain('search');
    expect((await send(url)).status).toBe(200);
  });

  it('takes one message of a sensible length by POST, and nothing else', async () => {
    const url = await serve();
    expect((await send(url, {}, '', 'GET')).status).toBe(405);
    expect((await send(url.replace('/mcp', '/'))).status).toBe(404);
    expect((await send(url, {}, `"${'x'.repeat(1_000_000)}"`)).status).toBe(413);
    for (const body of ['', 'x', '[]', JSON.stringify([LIST, LIST])])
      expect((await send(url, {}, body)).status).toBe(400);
  });

  it('answers eight at once, and tells the next to come again', async () => {
    const url = await serve();
    const held = Array.from({ length: 8 }, () =>
      httpRequest(url, { method: 'POST', headers: { ...HEADERS, expect: '100-continue' } }),
    );
    // Each is heard, and goes no further before its body is there.
    await Promise.all(
      held.map(
        (request) =>
          new Promise((resolve) => request.once('continue', resolve) && request.flushHeaders()),
      ),
    );
    expect((await send(url)).status).toBe(503);
    const answers = held.map(
      (request) =>
        new Promise<number | undefined>((resolve) => {
          request.once('response', (response) => {
            response.resume().once('close', () => resolve(response.statusCode));
          });
          request.end(JSON.stringify(LIST));
        }),
    );
    expect(await Promise.all(answers)).toEqual(Array(8).fill(200));
    expect((await send(url)).status).toBe(200);
  });
});
