import { isObject, textOf, type JsonObject } from './json.js';

/** What the Slack side takes from an app manifest. */
export interface AppManifest {
  name: string;
  description: string;
  /** The bot's handle, without spaces. */
  handle: string;
  commands: { command: string; description: string; usageHint: string; shouldEscape: boolean }[];
  shortcuts: { name: string; callbackId: string; description: string }[];
  prompts: { title: string; message: string }[];
  homeTab: boolean;
  messagesTab: boolean;
  /** Bot scopes granted; null: no manifest, everything is allowed. */
  scopes: ReadonlySet<string> | null;
  /** Bot events subscribed to; null: no manifest, all are delivered. */
  events: ReadonlySet<string> | null;
}

/**
 * Reads a manifest (parsed YAML or JSON) loosely: what is absent or of another type counts as not
 * asked for. Whether the manifest is valid is for Slack's own schema to say. Optional scopes
 * (`bot_optional`) count as granted.
 */
export function readManifest(manifest: unknown): AppManifest {
  const known = isObject(manifest);
  const display = at(manifest, 'display_information');
  const features = at(manifest, 'features');
  const scopes = at(at(manifest, 'oauth_config'), 'scopes');
  const home = at(features, 'app_home');
  const agent = at(features, 'agent_view');
  const name = textOf(display['name']) || 'Bot';
  const bot = textOf(at(features, 'bot_user')['display_name']) || name;
  const events = at(at(manifest, 'settings'), 'event_subscriptions')['bot_events'];
  return {
    name,
    description: textOf(display['description']),
    handle: bot.toLowerCase().replaceAll(/\s+/g, '-'),
    commands: objects(features['slash_commands']).map((one) => ({
      command: textOf(one['command']),
      description: textOf(one['description']),
      usageHint: textOf(one['usage_hint']),
      shouldEscape: one['should_escape'] === true,
    })),
    shortcuts: objects(features['shortcuts'])
      .filter((one) => one['type'] === 'message')
      .map((one) => ({
        name: textOf(one['name']),
        callbackId: textOf(one['callback_id']),
        description: textOf(one['description']),
      })),
    prompts: objects(agent['suggested_prompts']).map((one) => ({
      title: textOf(one['title']),
      message: textOf(one['message']),
    })),
    homeTab: known ? home['home_tab_enabled'] === true : true,
    messagesTab: known ? home['messages_tab_enabled'] !== false : true,
    scopes: known ? new Set([...strings(scopes['bot']), ...strings(scopes['bot_optional'])]) : null,
    events: known ? new Set(strings(events)) : null,
  };
}

function at(value: unknown, name: string): JsonObject {
  const inner = isObject(value) ? value[name] : undefined;
  return isObject(inner) ? inner : {};
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const objects = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
