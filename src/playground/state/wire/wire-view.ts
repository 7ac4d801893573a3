import type { JsonObject } from '../../../block-kit/json.js';
import type { StoredView, WorkspaceState } from '../workspace-state.js';

/** A view as the Web API and payloads show it to the bot. */
export function wireView(
  state: WorkspaceState,
  view: StoredView,
  values: JsonObject = {},
): JsonObject {
  return {
    private_metadata: '',
    callback_id: '',
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    external_id: '',
    ...view.source,
    id: view.id,
    team_id: state.team.id,
    app_id: state.app.id,
    bot_id: state.app.botId,
    app_installed_team_id: state.team.id,
    hash: view.hash,
    root_view_id: view.id,
    previous_view_id: null,
    state: { values },
  };
}
