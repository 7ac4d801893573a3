import type { JsonObject } from '../json.js';
import type { StoredView, WorkspaceState } from '../state/workspace-state.js';

/** A view as the Web API and payloads show it to the bot. */
export function wireView(
  state: WorkspaceState,
  view: StoredView,
  values: JsonObject = {},
): JsonObject {
  const { source } = view;
  return {
    private_metadata: '',
    callback_id: '',
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    external_id: '',
    ...source,
    id: view.id,
    team_id: state.team.id,
    app_id: state.app.id,
    bot_id: state.app.botId,
    app_installed_team_id: state.team.id,
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    state: { values },
  };
}
