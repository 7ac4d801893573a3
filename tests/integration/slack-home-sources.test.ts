import { expect, it, onTestFinished } from 'vitest';
import { checkView } from '../../src/block-kit/check-blocks.js';
import { allowNoNetwork } from '../support/no-network.js';
import { startTestBot } from '../support/test-bot.js';
import { nextCall, readBlocks } from '../support/wire.js';

allowNoNetwork();

it('shows on Home how it stands with what is followed, to those who keep the archive alone', async () => {
  const bot = await startTestBot({
    change: (services) => ({
      ...services,
      access: { ...services.access, admins: ['U1'] },
      sources: () =>
        Promise.resolve([
          { name: 'harbour', lastSuccess: null, nextTry: null, error: 'it is gone for good' },
        ]),
    }),
  });
  onTestFinished(() => bot.close());
  const homeOf = async (user: string): Promise<string> => {
    const published = nextCall('views.publish');
    await bot.event({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' });
    const view: unknown = JSON.parse(String((await published).rest['view']));
    expect(checkView(view)).toEqual([]);
    return readBlocks(view);
  };
  expect(await homeOf('U1')).toContain('harbour · it is gone for good · not read yet');
  expect(await homeOf('U2')).not.toContain('harbour');
});
