import type { types } from '@slack/bolt';
import { decodeOpened, type Opened } from '../actions.js';
import { articleView } from '../messages/article-view.js';
import {
  changedView,
  citationView,
  isKeptBack,
  type OpenedCitation,
} from '../messages/citation-view.js';
import { TITLES } from '../messages/modals.js';
import type { Services } from '../services.js';
import type { ActionListener } from './listener.js';

/** **Open**: the passage among its neighbours, read again in its file. Again it is the way back from the whole article. */
export const openCitation: ActionListener = ({ value, showModal }, services) => {
  const opened = decodeOpened(value);
  return showModal(TITLES.citation, () =>
    readAgain(opened, services, async (context, verdict) => {
      const { archive, now } = services;
      const { ref, asked } = opened;
      const why = asked && (await archive.explain(ref, asked));
      return citationView({ context, verdict, at: now(), why }, opened);
    }),
  );
};

/** **Read the whole article**, and the pages before and after. */
export const readArticle: ActionListener = ({ value, showModal }, services) => {
  const opened = decodeOpened(value);
  return showModal(TITLES.article, () =>
    readAgain(opened, services, (context, verdict) => {
      const shown = { context, verdict, at: services.now(), why: null };
      return isKeptBack(shown, opened) ? citationView(shown, opened) : articleView(context, opened);
    }),
  );
};

/** Nothing is shown that the archive, or the file as it stands at this moment, does not show any more. */
async function readAgain(
  { ref }: Opened,
  { archive, now }: Services,
  view: (
    context: OpenedCitation['context'],
    verdict: OpenedCitation['verdict'],
  ) => types.ModalView | Promise<types.ModalView>,
): Promise<types.ModalView> {
  const verdict = await archive.verify(ref);
  const context = verdict.kind === 'not shown' ? null : await archive.look(ref);
  return context === null ? changedView(verdict, now()) : view(context, verdict);
}
