import type { types } from '@slack/bolt';
import { plain, richText, section, words } from './blocks.js';

/** The titles of the bot's modals; Slack takes 24 characters. */
export const TITLES = {
  citation: 'The passage',
  article: 'The article',
  digest: 'Daily digest',
  report: 'Wrong passage?',
  watch: 'Set a watch',
} as const;

/** Stands while what the modal shows is looked up. */
export function waitingView(title: string): types.ModalView {
  return reasonView(title, 'One moment …');
}

/** A sentence or two in the place of what the modal was to show. */
export function reasonView(title: string, reason: string): types.ModalView {
  return {
    type: 'modal',
    title: plain(title),
    close: plain('Close'),
    blocks: [richText(section(words(reason)))],
  };
}

/** Asks for a channel, in a field of this `block_id` and `action_id`. */
export function channelInput(id: string): types.InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain('Channel'),
    hint: plain('I must be in it to post there.'),
    element: {
      type: 'conversations_select',
      action_id: id,
      placeholder: plain('Choose a channel'),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  };
}
