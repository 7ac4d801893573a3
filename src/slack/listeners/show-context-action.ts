import { decodeCitationRef } from '../actions.js';
import { contextView } from '../messages/context-view.js';
import { reasonMessage } from '../messages/reason-message.js';
import type { PressListener } from './listener.js';

/** Opens the passage among its neighbours. */
export const showContextAction: PressListener = async ({ value, reply, openView }, { archive }) => {
  const { ref, asked } = decodeCitationRef(value);
  const context = await archive.look(ref);
  if (context) await openView(contextView(context, asked && (await archive.explain(ref, asked))));
  else
    await reply.privately(
      reasonMessage(
        'The archive no longer holds these words at this place. Ask again to see what it holds now.',
      ),
    );
};
