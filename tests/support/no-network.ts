import nock from 'nock';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** No test in this file reaches another machine, and a stub that nothing used fails its test. */
export function allowNoNetwork(): void {
  beforeAll(() => {
    nock.disableNetConnect();
    nock.enableNetConnect('127.0.0.1');
  });
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    if (unused.length > 0) throw new Error(`stubs that nothing used: ${unused.join(', ')}`);
  });
  afterAll(() => {
    nock.enableNetConnect();
  });
}
