import type { types } from '@slack/bolt';
import { reasonView, waitingView } from '../messages/modals.js';
import { slackCode } from './post-error.js';
import type { Responder, SlackClient } from './responder.js';

/** A modal as it stands: `hash` changes with what it shows. */
interface OpenView {
  readonly id?: string | undefined;
  readonly hash?: string | undefined;
}

/**
 * Opens a modal at once, since Slack allows that for three seconds after a press, and fills it when what it shows is
 * there. Of a press in a modal that one is filled anew. What fails after that is said in the modal, under `guard`.
 */
export async function showModal(
  title: string,
  fill: () => Promise<types.ModalView>,
  args: {
    readonly client: SlackClient;
    /** Slack's id of the press. */
    readonly trigger: string;
    /** The modal that was pressed in, if it was one. */
    readonly opened: OpenView | null;
    readonly reply: Responder;
    readonly guard: (reply: Responder, work: () => Promise<void>) => Promise<void>;
  },
): Promise<void> {
  const { client, trigger, reply, guard } = args;
  const { id = '', hash = '' } = args.opened ?? (await open(client, trigger, title)) ?? {};
  const show = async (view: types.ModalView): Promise<void> => {
    try {
      await client.views.update({ view_id: id, hash, view });
    } catch (error) {
      const code = slackCode(error);
      // Whoever has closed it waits for nothing any more, and what a second press on a button of it has filled stays.
      if (code !== 'not_found' && (args.opened === null || code !== 'hash_conflict')) throw error;
    }
  };
  const explain = (reason: string): Promise<void> =>
    show(reasonView(title, reason)).catch(() => reply.explain(reason));
  await guard({ ...reply, explain }, async () => show(await fill()));
}

async function open(
  client: SlackClient,
  trigger: string,
  title: string,
): Promise<OpenView | undefined> {
  const { view } = await client.views.open({ trigger_id: trigger, view: waitingView(title) });
  return view;
}
