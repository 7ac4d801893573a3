import { decodeProof } from '../actions.js';
import { reasonView, TITLES } from '../messages/modals.js';
import { contextView, verifyMessage } from '../messages/proof-messages.js';
import { REASONS } from '../messages/wording.js';
import type { ActionListener } from './listener.js';

/** **Context**: opens the passage among its neighbours. */
export const showContext: ActionListener = async ({ value, showModal }, { archive }) => {
  const { ref, asked } = decodeProof(value);
  await showModal(TITLES.context, async () => {
    const context = await archive.look(ref);
    return context
      ? contextView(context, asked && (await archive.explain(ref, asked)))
      : reasonView(TITLES.context, REASONS.noSuchWords);
  });
};

/** **Verify**: reads the file again and says whether the cited words still stand in it. */
export const verifyCitation: ActionListener = async ({ value, reply }, { archive, now }) => {
  const { ref } = decodeProof(value);
  await reply.privately(verifyMessage(ref, await archive.verify(ref), now()));
};
