import { isDirect } from './access.js';
import type { ListenerArgs, TabArgs } from './listeners/listener.js';
import { zoneOf } from './wire/payloads.js';
import type { Place, Responder, SlackClient } from './wire/responder.js';

/** What every listener is told; `id` names the command, press or event. */
export function listenerArgs(
  client: SlackClient,
  { team, channel, user }: Place,
  id: string,
  reply: Responder,
): ListenerArgs {
  return {
    where: { team, channel },
    user,
    // A person's id stands for the direct message with them.
    direct: isDirect(channel),
    id,
    zone: () => zoneOf(client, user),
    reply,
  };
}

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
