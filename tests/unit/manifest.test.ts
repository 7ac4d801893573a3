import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { EVENTS_PATH } from '../../src/slack/connection/http-receiver.js';
import { listeners } from '../../src/slack/listeners/listeners.js';
import { standingPrompts } from '../../src/slack/messages/agent-prompts.js';
import { SCOPES } from '../../src/slack/wire/check-token.js';
import { readManifest } from '../support/manifest.js';

describe('manifest.yml', () => {
  it('is accepted by Slack as it stands, for Socket Mode without any address', () => {
    const { features, settings } = readManifest();
    expect(settings.socket_mode_enabled).toBe(true);
    expect(features.slash_commands[0]?.url).toBeUndefined();
    expect(settings.event_subscriptions.request_url).toBeUndefined();
    expect(settings.interactivity.request_url).toBeUndefined();
  });

  it('keeps no guest of the workspace out, so it has no agent pane', () => {
    const { features, oauth_config: oauth } = readManifest();
    expect(features.agent_view).toBeUndefined();
    expect(oauth.scopes.bot).not.toContain('assistant:write');
  });

  it('subscribes to the events that are listened to, and to no others', () => {
    // Slack's name for what is listened to: a workflow mentions the bot as a person does.
    const names: Record<string, readonly string[]> = {
      message: ['message.im'],
      follow_up: ['message.channels', 'message.groups'],
      workflow_mention: ['app_mention'],
    };
    const listened = Object.keys(listeners.events).flatMap((event) => names[event] ?? [event]);
    const { settings } = readManifest();
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(
      [...new Set(listened)].toSorted(),
    );
  });

  it('registers the command that is answered unless another is configured, and no other', () => {
    const { features } = readManifest();
    expect(features.slash_commands.map(({ command }) => command)).toEqual([readConfig({}).command]);
  });

  it('registers the message shortcuts that are listened to, and no others', () => {
    const { shortcuts = [] } = readManifest().features;
    expect(shortcuts.map(({ callback_id }) => callback_id).toSorted()).toEqual(
      Object.keys(listeners.shortcuts).toSorted(),
    );
    expect(new Set(shortcuts.map(({ type }) => type))).toEqual(new Set(['message']));
  });

  it.each([
    ['bot', 'always'],
    ['bot_optional', 'optional'],
  ] as const)('asks under %s for the scopes that are needed %s, and for no more', (key, when) => {
    const { oauth_config: oauth } = readManifest();
    const needed = SCOPES.filter(({ need }) => need === when).map(({ scope }) => scope);
    expect(oauth.scopes[key].toSorted()).toEqual(needed.toSorted());
  });

  it('switches on what the buttons and direct messages need', () => {
    const { features, settings } = readManifest();
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(features.app_home.messages_tab_enabled).toBe(true);
    expect(features.app_home.messages_tab_read_only_enabled).toBe(false);
  });
});

describe('the manifest printed for something else', () => {
  it('has for HTTP all three addresses at the path we listen on, and no socket', () => {
    const { features, settings } = readManifest({ http: 'https://bot.example.org' });
    const url = `https://bot.example.org${EVENTS_PATH}`;
    expect(settings.socket_mode_enabled).toBe(false);
    expect(features.slash_commands.map((command) => command.url)).toEqual([url]);
    expect(settings.event_subscriptions.request_url).toBe(url);
    expect(settings.interactivity.request_url).toBe(url);
  });

  it('has with the agent pane its right and its event, and something to ask until the bot offers more', () => {
    const { features, oauth_config: oauth, settings } = readManifest({ agent: true });
    expect(features.agent_view?.suggested_prompts).toEqual(standingPrompts());
    expect(settings.event_subscriptions.bot_events).toEqual([
      ...readManifest().settings.event_subscriptions.bot_events,
      'agent_session_stopped',
    ]);
    const needed = SCOPES.filter(({ need }) => need !== 'optional').map(({ scope }) => scope);
    expect(oauth.scopes.bot.toSorted()).toEqual(needed.toSorted());
  });

  it('has the command word that is configured', () => {
    const { features } = readManifest({ command: '/clips' });
    expect(features.slash_commands.map(({ command }) => command)).toEqual(['/clips']);
  });
});
