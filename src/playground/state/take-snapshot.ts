import type { AppInfo, ArchiveState, Snapshot, TrafficEntry, TryThis } from '../protocol.js';
import type { AppManifest } from '../read-manifest.js';
import { seenChannel, seenHome, seenMessage, seenPrompts, seenView } from './seen-by-person.js';
import { canSee, canSeeChannel } from './visibility.js';
import type { WorkspaceState } from './workspace-state.js';

/** The whole workspace with one person's eyes. */
export function takeSnapshot(
  needs: {
    state: WorkspaceState;
    manifest: AppManifest;
    faults: Snapshot['faults'];
    traffic: readonly TrafficEntry[];
    now: number;
    archive: ArchiveState | undefined;
    tryThese: TryThis[] | undefined;
  },
  person: string,
): Snapshot {
  const { state, manifest, faults, traffic, now, archive, tryThese } = needs;
  return {
    person,
    team: state.team,
    app: appInfo(state, manifest),
    people: state.people,
    channels: state.channels
      .filter((one) => canSeeChannel(state, person, one.id))
      .map((one) => seenChannel(state, one)),
    messages: state.messages
      .filter((one) => canSee(state, person, one))
      .map((one) => seenMessage(state, person, one)),
    home: seenHome(state, person),
    modals: (state.modals[person] ?? []).map(seenView),
    prompts: seenPrompts(state, manifest, person),
    statuses: state.statuses.filter((one) => canSeeChannel(state, person, one.channel)),
    faults,
    traffic: [...traffic],
    now,
    ...(archive && { archive }),
    ...(tryThese && { tryThese }),
  };
}

function appInfo(state: WorkspaceState, manifest: AppManifest): AppInfo {
  return {
    ...state.app,
    name: manifest.name,
    description: manifest.description,
    homeTab: manifest.homeTab,
    messagesTab: manifest.messagesTab,
    commands: [
      ...manifest.commands.map(({ command, description, usageHint }) => ({
        command,
        description,
        usageHint,
      })),
      {
        command: '/invite',
        description: 'Bring the bot into this channel',
        usageHint: `@${manifest.handle}`,
      },
    ],
    shortcuts: manifest.shortcuts,
  };
}
