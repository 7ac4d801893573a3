import type { ServerEvent } from '../protocol.js';
import type { AppManifest } from '../read-manifest.js';
import type { Change } from './create-changes.js';
import { seenChannel, seenHome, seenMessage, seenPrompts, seenView } from './seen-by-person.js';
import { canSee, canSeeChannel } from './visibility.js';
import type { WorkspaceState } from './workspace-state.js';

/** What one person learns of a change; null: nothing. */
export function narrowChange(
  needs: { state: WorkspaceState; manifest: AppManifest },
  person: string,
  change: Change,
): ServerEvent | null {
  const { state, manifest } = needs;
  switch (change.type) {
    case 'message':
      if (!canSee(state, person, change.message)) return null;
      return { type: 'message', message: seenMessage(state, person, change.message) };
    case 'message-removed': {
      const { channel, ts } = change.message;
      return canSee(state, person, change.message) ? { type: change.type, channel, ts } : null;
    }
    case 'channel':
      if (!canSeeChannel(state, person, change.channel.id)) return null;
      return { type: 'channel', channel: seenChannel(state, change.channel) };
    case 'home':
      return change.person === person ? { type: 'home', home: seenHome(state, person) } : null;
    case 'modals': {
      const modals = (state.modals[person] ?? []).map(seenView);
      return change.person === person ? { type: 'modals', modals } : null;
    }
    case 'prompts':
      if (!canSeeChannel(state, person, change.channel)) return null;
      return { type: 'prompts', prompts: seenPrompts(state, manifest, person) };
    case 'statuses': {
      const statuses = change.statuses.filter((one) => canSeeChannel(state, person, one.channel));
      return { type: 'statuses', statuses };
    }
    default:
      return change;
  }
}
