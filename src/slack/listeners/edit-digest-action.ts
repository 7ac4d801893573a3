import type { DigestChoice } from '../../store/digest-setting.js';
import { digestModal } from '../messages/digest-modal.js';
import type { PressListener } from './listener.js';

/** What a first digest is until somebody chooses otherwise. */
const USUAL: Omit<DigestChoice, 'zone'> = {
  time: '08:00',
  days: [1, 2, 3, 4, 5],
  topic: null,
  quiet: 'archive',
};

/** Opens the form, filled in with the channel's setting, or with the usual and the person's own zone. */
export const editDigestAction: PressListener = async (pressed, { digests }) => {
  const { where, value, zone, openView } = pressed;
  const channel = value ?? where.channel;
  const plan = await digests.plan({ ...where, channel });
  const choice = plan?.setting ?? { ...USUAL, zone: (await zone()) ?? 'UTC' };
  await openView(digestModal(choice, channel));
};
