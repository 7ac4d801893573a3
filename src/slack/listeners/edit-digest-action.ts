import { digestModal } from '../messages/digest-modal.js';
import type { PressListener } from './listener.js';

/** Opens the form, filled in with the channel's setting, or with the usual and the person's own zone. */
export const editDigestAction: PressListener = async (pressed, { digests }) => {
  const { where, value, zone, openView } = pressed;
  const channel = value ?? where.channel;
  const choice = await digests.offer({ ...where, channel }, await zone());
  await openView(digestModal(choice, channel));
};
