import { digestKey } from '../../digest/digest-job.js';
import { parseDigestWords } from '../../digest/parse-digest-words.js';
import { changeDigest } from '../change-digest.js';
import type { Desk } from '../desk.js';
import { previewMessage } from '../messages/digest-message.js';
import { digestSettingMessage } from '../messages/digest-setting-message.js';
import { reasonMessage } from '../messages/reason-message.js';
import type { From } from './listener.js';

/** `digest`, `digest now`, `digest 8:30 weekdays`, `digest off`. */
export async function digestWords(words: string, from: From, desk: Desk): Promise<void> {
  const { where, reply } = from;
  const request = parseDigestWords(words);
  switch (request.kind) {
    case 'show':
      return reply.privately(digestSettingMessage(await desk.digests.plan(where), where.channel));
    case 'preview':
      return previewDigest(from, desk);
    case 'unclear':
      return reply.privately(reasonMessage(request.reason));
    case 'change':
      return changeDigest({ ...request.change, state: 'on' }, from, desk);
    case 'pause':
      return changeDigest({ state: 'paused' }, from, desk);
    case 'resume':
      return changeDigest({ state: 'on' }, from, desk);
    case 'off':
      return changeDigest({ state: 'off' }, from, desk);
  }
}

export async function previewDigest({ where, reply, zone }: From, desk: Desk): Promise<void> {
  const digest = await desk.digests.preview(where, await zone());
  await reply.privately(previewMessage(digest, digestKey(digest, digest.day)));
}
