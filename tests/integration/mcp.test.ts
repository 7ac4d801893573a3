import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MAIN, runProgram } from '../support/run-program.js';
import { tempFolder } from '../support/temp-folder.js';

const FILES = { 'box/a.txt': 'Panama refused the plan.' };

describe('clipdesk mcp', () => {
  it('serves an assistant on standard input and output', async () => {
    const { dir } = tempFolder(FILES);
    const client = new Client({ name: 'test', version: '1' });
    const faults: Error[] = [];
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [MAIN, 'mcp', '--corpus', 'box'],
      cwd: dir,
      stderr: 'ignore',
    });
    await client.connect(transport);
    onTestFinished(() => client.close());
    // Of what is no message of the protocol the client would tell here.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    client.onerror = (error) => void faults.push(error);
    const { content } = await client.callTool({ name: 'search', arguments: { query: 'panama' } });
    expect(content).toMatchObject([{ text: expect.stringContaining('Panama refused the plan.') }]);
    const { resources } = await client.listResources();
    expect(resources).toMatchObject([{ uri: 'clipdesk:///a.txt' }]);
    expect(faults).toEqual([]);
  });

  it('answers all that was asked before its input ended, writes nothing but answers, and ends', async () => {
    const { dir } = tempFolder(FILES);
    const message = (id: number, name: string, args: object): string =>
      `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } })}\n`;
    const { code, stdout, stderr } = await runProgram(['mcp', '--corpus', 'box'], {
      cwd: dir,
      stdin: message(1, 'quotes', { name: 'lee' }) + message(2, 'read', { file: 'a.txt' }),
    });
    expect(code).toBe(0);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(new Set(ids)).toEqual(new Set([1, 2]));
    expect(stderr).toContain('1 article');
  });

  it('opens nothing over HTTP without a token', async () => {
    const { dir } = tempFolder(FILES);
    const { code, stdout, stderr } = await runProgram(['mcp', '--http', '--corpus', 'box'], {
      cwd: dir,
    });
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toContain('MCP_TOKEN is not set');
  });
});
