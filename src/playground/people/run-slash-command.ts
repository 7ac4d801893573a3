import { checkMessage } from '../../block-kit/check-blocks.js';
import { isObject } from '../../block-kit/json.js';
import type { Core } from '../core.js';
import type { Channel, CommandAnswer } from '../protocol.js';
import { textOf } from '../state/json.js';
import { escapeText, fillInBlocks } from '../state/wire/blocks.js';
import { encodeTyped } from './encode-typed.js';

/** Channel names as slash commands report them where a channel has no name for all. */
const names = { direct: 'directmessage', private: 'privategroup', public: '' } as const;

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
  const known = manifest.commands.find((one) => one.command === command);
  if (!known) {
    const sentence = `${command} is not a valid command.`;
    const text = `${sentence} In Slack, all messages that start with the “/” character are interpreted as commands.`;
    core.messages.postNote({ ...place, text });
    return { ok: false, error: sentence };
  }
  const text = known.shouldEscape ? encodeTyped(state, typed) : escapeText(typed);
  const answer = await core.deliverer.deliver('command', `${command} ${typed}`.trim(), {
    token: 'playground',
    team_id: state.team.id,
    team_domain: state.team.domain,
    channel_id: channel.id,
    channel_name: names[channel.kind] || channel.name,
    user_id: person,
    user_name: state.people.find((one) => one.id === person)?.name ?? '',
    command,
    text,
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url: core.responseUrls.issue({ from: 'command', person, channel: channel.id }),
    trigger_id: core.triggers.issue(person),
  });
  if (answer.ok) return showAck(core, place, command, answer.body);
  const sentence = `${command} failed with the error "${answer.error}"`;
  core.messages.postNote({ ...place, text: sentence });
  return { ok: false, error: sentence };
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
  if (checkMessage(content).length > 0) {
    const sentence = `${command} failed with the error "invalid_command_response"`;
    core.messages.postNote({ ...place, text: sentence });
    return { ok: false, error: sentence };
  }
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
