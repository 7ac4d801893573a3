import type { ChannelRef } from '../../store/records.js';
import type { Services } from '../services.js';

/**
 * Whether what was said in a thread, without a mention of the bot, is a question to it: the channel has follow-ups on, the
 * bot has answered in the thread, and the words ask for something and turn to nobody. `text` is as Slack delivers it.
 */
export async function isFollowUp(
  said: { readonly text: string; readonly where: ChannelRef; readonly thread: string },
  { access, channels, threads }: Pick<Services, 'access' | 'channels' | 'threads'>,
): Promise<boolean> {
  if (!asksNobody(said.text)) return false;
  if (!(await channels.get(said.where)).followUps) return false;
  if ((await threads.questions(said.thread)).length === 0) return false;
  // Uninvited, the bot is as silent as where people of other organisations read along.
  return (await access.barred(said.where.channel)) === null;
}

/** People, groups and broadcasts as Slack delivers them, and names that somebody only typed. */
const NAMED = /<[@!][^<>]*>|(?<![\p{L}\p{N}_.])@\p{L}/u;

/** "What do we have on …", "have we run that?": the house is meant, and its archive. */
const OUR_ARCHIVE =
  /\b(?:do|did|have|had) we (?:ever |already )?(?:have|had|got|know|say|said|report(?:ed)?|run|ran|publish(?:ed)?|print(?:ed)?|write|written|quoted?)\b/giu;

/** Who speaks so speaks to the others in the thread. */
const TO_PEOPLE =
  /\b(?:you|your|yours|u|we|us|our|ours|i|me|my|mine|let[’']?s|anyone|anybody|someone|somebody|everyone|everybody|folks|guys)\b/iu;

/** Somebody's words, which are turned to whoever they spoke to. */
const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»/gu;

/** Longer than that is a message with a question in it. */
const LONGEST = 300;

/** A question that is addressed to no person. */
export function asksNobody(text: string): boolean {
  const said = text.trim();
  if (said.length > LONGEST || NAMED.test(said)) return false;
  if (!/\p{L}.*\?[\s)"”’!?]*$/su.test(said)) return false;
  return !TO_PEOPLE.test(said.replaceAll(QUOTED, ' ').replaceAll(OUR_ARCHIVE, ' '));
}
