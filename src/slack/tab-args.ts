import type { TabArgs } from './listeners/listener.js';
import type { Place, SlackClient } from './wire/responder.js';

/** What the listeners of the bot's own tabs can do: draw one, or offer what to ask. */
export function tabArgs(client: SlackClient, { team, channel, user }: Place): TabArgs {
  return {
    where: { team, channel },
    user,
    async publish(view) {
      await client.views.publish({ user_id: user, view });
    },
    async suggest([first, ...others]) {
      if (first)
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          prompts: [first, ...others],
        });
    },
  };
}
