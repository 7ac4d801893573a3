import type { types } from '@slack/bolt';
import type { Freshness } from '../../answer/answer.js';
import type { SourceStatus } from '../../corpus/metadata/sources-yml.js';
import type { DigestPlan } from '../../digest/digest-service.js';
import { plural, shorten } from '../../requests/wording.js';
import type { Watch } from '../../store/records.js';
import { ACTIONS } from '../actions.js';
import { archiveFooter } from './archive-footer.js';
import { button, buttons, footnote, named, plain, richLine, words } from './blocks.js';
import { sourcesBlock } from './home-sources.js';
import { watchBlock } from './watch-messages.js';
import { sayMoment, sayPlan, sayQuestion } from './wording.js';

/** Slack takes a hundred blocks; the rest of the page has some twenty. */
const MOST_WATCHES = 50;
const MOST_DIGESTS = 20;

/** The Home tab: a search box, the archive, this person's watches, the channels' digests. */
export function homeView(state: {
  readonly freshness: Freshness;
  /** The person who looks. */
  readonly user: string;
  readonly command: string;
  /** The person's own, oldest first. */
  readonly watches: readonly Watch[];
  /** Those of the team's channels that are on or paused. */
  readonly digests: readonly DigestPlan[];
  /** What was just asked here: its answer stands in Messages. */
  readonly asked: string | null;
  /** What is followed, for those who keep the archive. */
  readonly sources: readonly SourceStatus[];
}): types.HomeView {
  const { freshness, user, command, watches, digests, asked, sources } = state;
  const { outlets } = freshness;
  const leftDigests = digests.length - MOST_DIGESTS;
  return {
    type: 'home',
    blocks: [
      {
        type: 'input',
        block_id: ACTIONS.homeSearch,
        dispatch_action: true,
        label: plain('Ask the archive'),
        hint: plain('Press Enter. The answer comes in Messages, for you alone.'),
        element: {
          type: 'plain_text_input',
          action_id: ACTIONS.homeSearch,
          placeholder: plain('panama deportees'),
          max_length: 300,
          dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
        },
      },
      ...(asked === null
        ? []
        : [richLine(words(`The answer to ${sayQuestion(asked)} is in Messages.`))]),
      { type: 'divider' },
      heading('The archive'),
      richLine(
        words(
          outlets.length === 0
            ? 'No outlet is stated.'
            : `Outlets: ${shorten(outlets.join(', '), 600)}`,
        ),
      ),
      archiveFooter(freshness),
      ...(sources.length === 0 ? [] : [sourcesBlock(sources)]),
      { type: 'divider' },
      heading('Your watches'),
      ...(watches.length === 0
        ? [
            richLine(
              words('None. Write '),
              words('watch "safe third country"', { code: true }),
              words(' in Messages, or '),
              words(`${command} watch …`, { code: true }),
              words(' in a channel, and it is told when an article arrives that answers.'),
            ),
          ]
        : watches.slice(0, MOST_WATCHES).map(watchBlock)),
      { type: 'divider' },
      heading('Digests'),
      ...(digests.length === 0
        ? [
            richLine(
              words('None. '),
              words(`${command} digest`, { code: true }),
              words(' in a channel sets one up.'),
            ),
          ]
        : digests.slice(0, MOST_DIGESTS).flatMap((plan) => digestBlocks(plan, user))),
      ...(leftDigests > 0 ? [footnote(`and ${plural(leftDigests, 'more digest')}`)] : []),
    ],
  };
}

/** What somebody of another organisation sees there: why it is empty. */
export function outsiderHome(reason: string): types.HomeView {
  return { type: 'home', blocks: [richLine(words(reason))] };
}

/** What a digest is about is the channel's own business; whoever set it sees the topic, and may edit it here. */
function digestBlocks({ setting, next }: DigestPlan, user: string): types.KnownBlock[] {
  const { channel, changedBy, state, topic, zone } = setting;
  const own = changedBy === user;
  const when = next === null ? 'paused' : `next: ${sayMoment(next, zone)}`;
  const what = own && topic !== null ? ` · only ${sayQuestion(topic)}` : '';
  return [
    richLine(
      { type: 'channel', channel_id: channel },
      words(` · ${sayPlan(setting)} · ${state === 'on' ? when : 'paused'}${what}`),
    ),
    ...(own
      ? [buttons(named(button(ACTIONS.editDigest, 'Edit', channel), `Edit: ${sayPlan(setting)}`))]
      : []),
  ];
}

function heading(title: string): types.HeaderBlock {
  return { type: 'header', text: plain(title) };
}
