import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../src/playground/create-workspace.js';
import { checkMessage, checkView } from '../../../src/block-kit/check-blocks.js';
import { testManifest } from './support/test-manifest.js';

/** What the emulator answers to: the methods a bot may call here. */
const METHODS = [
  'agents.sessions.rename',
  'agents.sessions.setStatus',
  'apps.connections.open',
  'assistant.threads.setSuggestedPrompts',
  'auth.test',
  'chat.delete',
  'chat.postEphemeral',
  'chat.postMessage',
  'chat.update',
  'conversations.history',
  'conversations.info',
  'conversations.replies',
  'users.info',
  'views.open',
  'views.publish',
  'views.update',
];

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('C0NEWSROOM', 'U0MAYA0001', '1.000001', '[{"type":"divider"}]', '{}', '[1]'),
  fc.array(
    fc.record({
      type: fc.constantFrom('section', 'rich_text', 'input', 'actions'),
      text: fc.jsonValue(),
    }),
  ),
);
const names = ['channel', 'channel_id', 'user', 'user_id', 'text', 'blocks', 'view'];
const more = [
  'view_id',
  'status',
  'title',
  'ts',
  'thread_ts',
  'prompts',
  'limit',
  'cursor',
  'trigger_id',
  'metadata',
];
const fields = fc.dictionary(fc.constantFrom(...names, ...more), value);

describe('whatever a bot sends', () => {
  it.each(METHODS)('%s answers with ok or an error, and exists', (method) => {
    const workspace = createWorkspace({
      now: () => 1_700_000_000_000,
      random: () => 0.5,
      after: () => () => undefined,
      manifest: testManifest(),
    });
    const { botToken, appToken } = workspace.credentials;
    const token = method.startsWith('apps.') ? appToken : botToken;
    fc.assert(
      fc.property(fields, (args) => {
        const { status, body } = workspace.callApi({
          method,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          query: new URLSearchParams(),
          raw: JSON.stringify(args),
        });
        expect(status).toBe(200);
        expect(typeof body['ok']).toBe('boolean');
        expect(body['error']).not.toBe('unknown_method');
      }),
      { numRuns: 60 },
    );
  });

  it('is checked without a crash, however strange its blocks', () => {
    fc.assert(
      fc.property(value, (blocks) => {
        expect(Array.isArray(checkMessage({ blocks }))).toBe(true);
        expect(Array.isArray(checkView({ type: 'modal', blocks }))).toBe(true);
        expect(Array.isArray(checkView(blocks))).toBe(true);
      }),
    );
  });
});
