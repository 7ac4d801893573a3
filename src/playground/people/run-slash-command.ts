import { checkMessage } from '../../block-kit/check-blocks.js';
import { isObject } from '../../block-kit/json.js';
import type { Core } from '../core.js';
import type { Channel, CommandAnswer } from '../protocol.js';
import { textOf } from '../state/json.js';
import { escapeText, fillInBlocks, wireChannelName } from '../state/wire/wire.js';
import { encodeTyped } from './encode-typed.js';

/** A refusal that stands in the channel too, where this person sees it. */
export function refuseInPlace(
  core: Core,
  place: { channel: string; ephemeralTo: string; threadTs?: string },
  error: string,
  advice = '',
): CommandAnswer {
  core.messages.postNote({ ...place, text: error + advice });
  return { ok: false, error };
}

const SLASH =
  ' In Slack, all messages that start with the “/” character are interpreted as commands.';

/**
 * Sends a slash command to the bot and shows what it answers in its acknowledgement. Without an
 * answer in three seconds the person, and nobody else, is told so.
 */
export async function runSlashCommand(
  core: Core,
  person: string,
  channel: Channel,
  command: string,
  typed: string,
): Promise<CommandAnswer> {
  const { state, manifest } = core;
  const place = { channel: channel.id, ephemeralTo: person };
  const typist = state.people.find((one) => one.id === person);
  // Slack brings commands of people from another organisation to no app of this one.
  const known = typist?.team ? undefined : manifest.commands.find((one) => one.command === command);
  if (!known) return refuseInPlace(core, place, `${command} is not a valid command.`, SLASH);
  const text = known.should_escape ? encodeTyped(state, typed) : escapeText(typed);
  const answer = await core.deliverer.deliver('command', `${command} ${typed}`.trim(), {
    token: 'playground',
    team_id: state.team.id,
    team_domain: state.team.domain,
    channel_id: channel.id,
    channel_name: wireChannelName(channel),
    user_id: person,
    user_name: typist?.name ?? '',
    command,
    text,
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url: core.responseUrls.issue({ from: 'command', person, channel: channel.id }),
    trigger_id: core.triggers.issue(person),
  });
  if (answer.ok) return showAck(core, place, command, answer.body);
  return refuseInPlace(core, place, `${command} failed with the error "${answer.error}"`);
}

/** A body of the acknowledgement is a message: private unless it says `in_channel`. */
function showAck(
  core: Core,
  place: { channel: string; ephemeralTo: string },
  command: string,
  body: unknown,
): CommandAnswer {
  const content = typeof body === 'string' ? { text: body } : body;
  if (!isObject(content) || (!content['text'] && !content['blocks'])) return { ok: true };
  if (checkMessage(content).length > 0)
    return refuseInPlace(
      core,
      place,
      `${command} failed with the error "invalid_command_response"`,
    );
  core.messages.post({
    channel: place.channel,
    user: core.state.app.botUser,
    from: 'bot',
    text: textOf(content['text']),
    blocks: fillInBlocks(content['blocks'], core.ids),
    ...(content['response_type'] !== 'in_channel' && { ephemeralTo: place.ephemeralTo }),
  });
  return { ok: true };
}
