import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { EVENTS_PATH } from '../../src/slack/create-app.js';
import { listeners } from '../../src/slack/listeners/listeners.js';
import { suggestedPrompts } from '../../src/slack/messages/home-view.js';
import { REQUIRED_SCOPES } from '../../src/slack/wire/check-token.js';
import { readManifest } from '../support/manifest.js';

describe('manifest.yml', () => {
  it('is accepted by Slack as it stands, for Socket Mode without any address', () => {
    const { features, settings } = readManifest('socket');
    expect(settings.socket_mode_enabled).toBe(true);
    expect(features.slash_commands[0]?.url).toBeUndefined();
    expect(settings.event_subscriptions.request_url).toBeUndefined();
    expect(settings.interactivity.request_url).toBeUndefined();
  });

  it('is accepted by Slack for HTTP when its own header is followed, all three addresses at the path we listen on', () => {
    const { features, settings } = readManifest('http');
    const url = `https://YOUR-HOST${EVENTS_PATH}`;
    expect(settings.socket_mode_enabled).toBe(false);
    expect(features.slash_commands.map((command) => command.url)).toEqual([url]);
    expect(settings.event_subscriptions.request_url).toBe(url);
    expect(settings.interactivity.request_url).toBe(url);
  });

  it('subscribes to the events that are listened to, and to no others', () => {
    const listened = Object.keys(listeners.events).map((event) =>
      event === 'message' ? 'message.im' : event,
    );
    const { settings } = readManifest('socket');
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(listened.toSorted());
  });

  it('registers the command that is answered unless another is configured, and no other', () => {
    const { features } = readManifest('socket');
    expect(features.slash_commands.map(({ command }) => command)).toEqual([readConfig({}).command]);
  });

  it('registers the message shortcuts that are listened to, and no others', () => {
    const { shortcuts = [] } = readManifest('socket').features;
    expect(shortcuts.map(({ callback_id }) => callback_id).toSorted()).toEqual(
      Object.keys(listeners.shortcuts).toSorted(),
    );
    expect(new Set(shortcuts.map(({ type }) => type))).toEqual(new Set(['message']));
  });

  it('offers the same to ask as the bot does when somebody opens its messages', () => {
    expect(readManifest('socket').features.agent_view?.suggested_prompts).toEqual(
      suggestedPrompts(),
    );
  });

  it('asks for the scopes that the start checks, and for no more', () => {
    const { oauth_config: oauth } = readManifest('socket');
    expect(oauth.scopes.bot.toSorted()).toEqual(
      REQUIRED_SCOPES.map(({ scope }) => scope).toSorted(),
    );
  });

  it('switches on what the buttons and direct messages need', () => {
    const { features, settings } = readManifest('socket');
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(features.app_home.messages_tab_enabled).toBe(true);
    expect(features.app_home.messages_tab_read_only_enabled).toBe(false);
  });
});
