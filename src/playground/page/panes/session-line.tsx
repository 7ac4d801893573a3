import type { ThreadAt } from '../store/store.js';
import { usePage, useWorld } from '../use-page.js';

/** That the bot, where it is an agent, is working in this thread, with the button that asks it to stop. */
export function SessionLine({ thread }: { thread: ThreadAt }) {
  const page = usePage();
  const bot = useWorld((world) => world.app.name);
  const session = useWorld((world) =>
    world.sessions.find((one) => one.channel === thread.channel && one.threadTs === thread.ts),
  );
  if (session?.status !== 'processing') return null;
  const { channel, threadTs } = session;
  return (
    <p class="session" role="status" data-testid="session">
      <span class="working">{bot} is working…</span>
      <button
        type="button"
        class="button"
        data-testid="stop-session"
        onClick={() => page.do({ kind: 'stop-session', channel, threadTs })}
      >
        Stop
      </button>
    </p>
  );
}
