import type { types } from '@slack/bolt';
import { ACTIONS } from '../actions.js';
import { asking, button } from './blocks.js';

/** It needs to carry nothing: Slack says which message it stands in, and the store who asked for that. */
const VALUE = 'message';

/** Takes a message away that only one person sees. */
export function removePrivateButton(): types.Button {
  return button(ACTIONS.remove, 'Remove', VALUE);
}

/** Takes a message away that others may read too; whoever may not do that is told why. */
export function removeButton(): types.Button {
  return asking(removePrivateButton(), {
    question: 'Remove this message?',
    means: 'It is taken away for everyone who sees it here.',
    yes: 'Remove it',
    no: 'Keep it',
  });
}
