import type { types } from '@slack/bolt';
import type { Freshness } from '../../answer/answer.js';
import type { SourceStatus } from '../../corpus/metadata/sources-yml.js';
import type { DigestPlan } from '../../digest/digest-service.js';
import { plural, shorten } from '../../requests/wording.js';
import type { Watch } from '../../store/records.js';
import { ACTIONS, isCarried } from '../actions.js';
import { archiveFooter } from './archive-footer.js';
import { button, buttons, footnote, heading, named, plain, richLine, words } from './blocks.js';
import { adminBlocks, type AdminState } from './home-admin.js';
import { sourcesBlock } from './home-sources.js';
import { watchBlock } from './watch-messages.js';
import { sayMoment, sayPlan, sayQuestion } from './wording.js';

/** Slack takes a hundred blocks; the rest of the page has some forty, the admins' part included. */
const MOST_RECENT = 5;
const MOST_WATCHES = 25;
const MOST_DIGESTS = 15;

/** The Home tab: a search box, the archive, this person's questions and watches, the channels' digests, the admins' part. */
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
  /** The person's own questions, oldest first. */
  readonly recent: readonly string[];
  /** `null` for everybody else. */
  readonly admin: AdminState | null;
}): types.HomeView {
  const { freshness, user, command, watches, digests, asked, sources, recent, admin } = state;
  const { outlets } = freshness;
  const leftWatches = watches.length - MOST_WATCHES;
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
      ...recentBlocks(recent),
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
              words(
                'None yet. A watch tells you when an article arrives that answers a question; ',
              ),
              words(`${command} watch …`, { code: true }),
              words(' sets one too.'),
            ),
          ]
        : watches.slice(0, MOST_WATCHES).map(watchBlock)),
      ...(leftWatches > 0
        ? [
            footnote(
              `and ${plural(leftWatches, 'more watch', 'more watches')}; ${command} watches lists them all`,
            ),
          ]
        : []),
      buttons(button(ACTIONS.newWatch, 'Set a watch', NEW)),
      { type: 'divider' },
      heading('Digests'),
      ...(digests.length === 0
        ? [
            richLine(
              words('None yet. A digest tells a channel once a day what is new; '),
              words(`${command} digest`, { code: true }),
              words(' sets one up too.'),
            ),
          ]
        : digests.slice(0, MOST_DIGESTS).flatMap((plan) => digestBlocks(plan, user))),
      ...(leftDigests > 0 ? [footnote(`and ${plural(leftDigests, 'more digest')}`)] : []),
      buttons(button(ACTIONS.newDigest, 'Set up a digest', NEW)),
      ...(admin === null ? [] : adminBlocks(admin)),
    ],
  };
}

/** The buttons that open an empty form have nothing to carry. */
const NEW = 'new';

/** What this person has asked of late, each once, with a button that asks it again. */
function recentBlocks(recent: readonly string[]): types.KnownBlock[] {
  // One too long for a button cannot be asked again by it.
  const latest = [...new Set(recent.toReversed())].filter(isCarried).slice(0, MOST_RECENT);
  if (latest.length === 0) return [];
  return [
    { type: 'divider' },
    heading('Your recent questions'),
    ...latest.map((question): types.SectionBlock => ({
      type: 'section',
      text: plain(sayQuestion(question, 200)),
      accessory: button(ACTIONS.homeSearch, 'Ask again', question),
    })),
    footnote('Only you see these. They are forgotten once you have asked nothing for thirty days.'),
  ];
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
