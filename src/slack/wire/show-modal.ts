import type { types } from '@slack/bolt';
import { reasonView, waitingView } from '../messages/modals.js';
import { slackCode } from './post-error.js';
import type { Responder, SlackClient } from './responder.js';

/**
 * Opens a modal at once, since Slack allows that for three seconds after a press, and fills it when what it shows is
 * there. What fails after that is said in the modal, under `guard`.
 */
export async function showModal(
  title: string,
  fill: () => Promise<types.ModalView>,
  args: {
    readonly client: SlackClient;
    /** Slack's id of the press. */
    readonly trigger: string;
    readonly reply: Responder;
    readonly guard: (reply: Responder, work: () => Promise<void>) => Promise<void>;
  },
): Promise<void> {
  const { client, trigger, reply, guard } = args;
  const { view: opened } = await client.views.open({
    trigger_id: trigger,
    view: waitingView(title),
  });
  const { id = '', hash = '' } = opened ?? {};
  const show = async (view: types.ModalView): Promise<void> => {
    try {
      await client.views.update({ view_id: id, hash, view });
    } catch (error) {
      // Whoever has closed it waits for nothing any more.
      if (slackCode(error) !== 'not_found') throw error;
    }
  };
  const explain = (reason: string): Promise<void> =>
    show(reasonView(title, reason)).catch(() => reply.explain(reason));
  await guard({ ...reply, explain }, async () => show(await fill()));
}
