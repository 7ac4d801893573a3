import type { Core } from '../core.js';

/** Time passes at once. The pages learn the new time, and the bot what fell due on the way. */
export async function moveClock(core: Core, ms: number): Promise<void> {
  await core.forward(ms);
  core.changes.emit({ type: 'clock', now: core.now() });
}
