import { z } from 'zod';

const prompt = z.object({ title: z.string(), message: z.string() });
const command = z.object({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});
const shortcut = z.object({
  type: z.string(),
  name: z.string(),
  callback_id: z.string(),
  description: z.string(),
});

/** What the Slack side takes from an app manifest (parsed YAML or JSON). Whether all of it is valid is for Slack's own schema to say. */
const manifestSchema = z.object({
  display_information: z.object({ name: z.string(), description: z.string() }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean() }),
    agent_view: z.object({ suggested_prompts: z.array(prompt).default([]) }).optional(),
    slash_commands: z.array(command).default([]),
    shortcuts: z.array(shortcut).default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({
      bot: z.array(z.string()),
      bot_optional: z.array(z.string()).default([]),
    }),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

export interface AppManifest extends ReturnType<typeof readManifest> {}

/** @throws z.ZodError where something that is needed here is missing */
export function readManifest(manifest: unknown) {
  const { display_information, features, oauth_config, settings } = manifestSchema.parse(manifest);
  const { bot_user, app_home, agent_view, slash_commands, shortcuts } = features;
  const { bot, bot_optional } = oauth_config.scopes;
  return {
    ...display_information,
    /** The bot's name for mentions, without spaces. */
    handle: bot_user.display_name.toLowerCase().replaceAll(/\s+/g, '-'),
    commands: slash_commands.map((one) => ({
      command: one.command,
      description: one.description,
      usageHint: one.usage_hint,
      shouldEscape: one.should_escape,
    })),
    shortcuts: shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ name, callback_id, description }) => ({
        name,
        callbackId: callback_id,
        description,
      })),
    prompts: agent_view?.suggested_prompts ?? [],
    homeTab: app_home.home_tab_enabled,
    messagesTab: app_home.messages_tab_enabled,
    /** Bot scopes granted, the optional ones too. */
    scopes: new Set([...bot, ...bot_optional]),
    /** Bot events subscribed to. */
    events: new Set(settings.event_subscriptions.bot_events),
  };
}
