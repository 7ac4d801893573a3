import type { types } from '@slack/bolt';
import type { WatchNews } from '../../digest/delivery/outbox.js';
import { citationEntry } from '../../requests/kinds/passages.js';
import { capital, countShown, excerptLine, plural, shorten } from '../../requests/wording.js';
import type { Watch } from '../../store/records.js';
import { ACTIONS, VIEWS } from '../actions.js';
import {
  asking,
  button,
  buttons,
  clockMarkup,
  escapeText,
  longest,
  type Message,
  named,
  plain,
  plainText,
  reasonMessage,
  richLine,
  richText,
  titled,
  words,
} from './blocks.js';
import { entryBlocks, postedCitation } from './entry-blocks.js';
import { channelInput, TITLES } from './modals.js';
import { removeButton } from './remove-button.js';
import { sayQuestion } from './wording.js';

/** News for a watch: the best passage of each article that answers, and why it was sent. */
export function watchMessage({ watch, citations }: WatchNews, command: string): Message {
  return longest(citations.length, (count) => {
    const shown = citations.slice(0, count);
    const left = citations.length - count;
    const title = `New for the watch ${sayQuestion(watch.question)}: ${plural(citations.length, 'article')}`;
    const said =
      left > 0 ? [`${plural(left, 'further article')} left out: ask the question to see all.`] : [];
    return {
      text: plainText([title, ...said], shown.map(excerptLine)),
      cites: shown.map(postedCitation),
      blocks: [
        richText(...titled(title, said)),
        ...shown.flatMap((citation, index) =>
          entryBlocks(
            citationEntry([citation], index + 1, { question: watch.question, thread: [] }),
            { order: 'rank' },
          ),
        ),
        richLine(
          words('Sent because an article arrived, or changed, that answers a watch of ', {
            italic: true,
          }),
          { type: 'user', user_id: watch.user },
          words(`. ${command} watches lists them, each with a button to remove it.`, {
            italic: true,
          }),
        ),
        buttons(removeButton()),
      ],
    };
  });
}

/** To all in a channel, or to the person in a direct message: what was set, and what will come of it. */
export function watchMadeMessage(watch: Watch, direct: boolean): Message {
  const question = sayQuestion(watch.question);
  const rest = `${question}. When an article arrives that answers it, ${direct ? 'you are' : 'this channel is'} told; what is in the archive already does not count.`;
  if (direct) return reasonMessage(`Watch set: ${rest}`);
  return {
    text: escapeText(`A watch was set here: ${rest}`),
    blocks: [richLine({ type: 'user', user_id: watch.user }, words(` set a watch here: ${rest}`))],
  };
}

/** The fields of the form, by `block_id`; each holds one element of the same `action_id`. */
export const WATCH_FIELDS = { question: 'question', channel: 'channel' } as const;

const QUESTION_LENGTH = 300;

/** The form behind **Set a watch** on Home. */
export function watchModal(): types.ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.watch,
    title: plain(TITLES.watch),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: WATCH_FIELDS.question,
        label: plain('Question'),
        hint: plain(
          'Written as after the command. You are told when an article arrives that answers it.',
        ),
        element: {
          type: 'plain_text_input',
          action_id: WATCH_FIELDS.question,
          placeholder: plain('“safe third country” from:cnn'),
          max_length: QUESTION_LENGTH,
        },
      },
      {
        ...channelInput(WATCH_FIELDS.channel),
        optional: true,
        hint: plain(
          'Where it is told, and I must be in it. Empty: in a direct message, to you alone.',
        ),
      },
    ],
  };
}

/** Watches of a channel or a person, each with a button that removes it. Too many for Slack come with More. */
export function watchesMessage(
  watches: readonly Watch[],
  { command, skip = 0 }: { command: string; skip?: number },
): Message {
  if (watches.length === 0)
    return reasonMessage(
      `No watch is set here, and you have none elsewhere. Set one with ${command} watch and a question.`,
    );
  const rest = watches.slice(skip);
  return longest(rest.length, (count) => {
    const shown = rest.slice(0, count);
    const left = rest.length - count;
    const title = titleOf(watches.length, skip, count);
    return {
      text: plainText(
        [title],
        shown.map(({ question }) => shorten(question)),
      ),
      blocks: [
        richText(...titled(title)),
        ...shown.map(watchBlock),
        ...(left > 0
          ? [buttons(button(ACTIONS.moreWatches, `More (${left})`, String(skip + count)))]
          : []),
      ],
    };
  });
}

function titleOf(total: number, skip: number, count: number): string {
  return capital(
    countShown({ skipped: skip, shown: count, total, noun: 'watch', many: 'watches' }),
  );
}

/** One watch; the question is somebody's words, and so is no markup. */
export function watchBlock(watch: Watch): types.SectionBlock {
  const removes = `Remove the watch ${sayQuestion(watch.question, 40)}`;
  // A person’s id stands for the direct message with them.
  const place = /^[DUW]/.test(watch.channel) ? 'In a direct message' : `In <#${watch.channel}>`;
  return {
    type: 'section',
    text: plain(sayQuestion(watch.question, 200)),
    fields: [{ type: 'mrkdwn', text: `${place} · since ${clockMarkup(watch.madeAt)}` }],
    accessory: asking(named(button(ACTIONS.removeWatch, 'Remove', watch.id), removes), {
      question: 'Remove this watch?',
      means: 'No more news of it will come.',
      yes: 'Remove',
      no: 'Keep it',
    }),
  };
}
