import { reasonMessage } from '../messages/blocks.js';
import { greetingMessage } from '../messages/greeting-message.js';
import { barredReason } from '../messages/wording.js';
import type { JoinListener } from './listener.js';

/** The bot was brought into a channel: it says once what it does, or why it will not there. */
export const greetChannel: JoinListener = async ({ where, isShared, reply }, services) => {
  const { access, claims, command, handle } = services;
  if (!(await claims.claim(`greeted:${where.team}:${where.channel}`))) return;
  const bar = await access.barred(where.channel, isShared);
  await reply.openly(
    bar === null
      ? greetingMessage({ command, handle })
      : reasonMessage(barredReason(bar, { command, handle })),
  );
};
