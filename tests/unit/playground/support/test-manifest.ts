/** An app with one of everything. `scopes` and `events` are the ones a test needs. */
export function testManifest({
  scopes = ['chat:write', 'commands', 'app_mentions:read', 'im:history', 'users:read'],
  events = ['app_mention', 'message.im', 'app_home_opened'],
}: { scopes?: string[]; events?: string[] } = {}) {
  return {
    display_information: { name: 'Clipdesk', description: 'Finds clippings' },
    features: {
      bot_user: { display_name: 'clipdesk' },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      slash_commands: [{ command: '/deport', description: 'Ask', usage_hint: 'panama' }],
      shortcuts: [
        { name: 'Find coverage', type: 'message', callback_id: 'find', description: 'x' },
      ],
      agent_view: { suggested_prompts: [{ title: 'Panama', message: 'panama' }] },
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: { event_subscriptions: { bot_events: events } },
  };
}
