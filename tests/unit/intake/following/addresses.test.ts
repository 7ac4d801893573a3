import { describe, expect, it } from 'vitest';
import { addressesOf, isPublic } from '../../../../src/intake/following/addresses.js';

const NOBODY = (): Promise<never> => Promise.reject(new Error('ENOTFOUND'));

it.each([
  '93.184.216.34',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.1',
  '2606:4700::6810:84e5',
  '2a00:1450:4001::1',
])('takes %s for an address of the open internet', (address) => {
  expect(isPublic(address)).toBe(true);
});

it.each([
  ['this machine', '127.0.0.1'],
  ['any address', '0.0.0.0'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['link-local, where clouds keep their secrets', '169.254.169.254'],
  ['a carrier’s own', '100.64.0.1'],
  ['broadcast', '255.255.255.255'],
  ['multicast', '224.0.0.1'],
  ['benchmarks', '198.18.0.1'],
  ['this machine', '::1'],
  ['any address', '::'],
  ['link-local', 'fe80::1'],
  ['a private network', 'fd12:3456::1'],
  ['IPv4 in IPv6', '::ffff:127.0.0.1'],
  ['IPv4 in IPv6', '::ffff:a9fe:a9fe'],
  ['IPv4 in IPv6', '::127.0.0.1'],
  ['IPv4 translated', '64:ff9b::7f00:1'],
  ['a tunnel', '2002:7f00:1::'],
  ['a tunnel', '2001:0:1::1'],
  ['multicast', 'ff02::1'],
  ['examples', '2001:db8::1'],
  ['no address', 'localhost'],
])('does not take %s, %s, for one', (_, address) => {
  expect(isPublic(address)).toBe(false);
});

describe('of a host', () => {
  const resolve =
    (...addresses: string[]) =>
    (): Promise<{ address: string; family: number }[]> =>
      Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  it('gives the public addresses alone, and private ones that are named', async () => {
    const answers = resolve('10.0.0.7', '93.184.216.34', 'fd00::7');
    expect(await addressesOf('a.example', [], answers)).toEqual([
      { address: '93.184.216.34', family: 4 },
    ]);
    expect(await addressesOf('a.example', ['10.0.0.7', 'fd00::7'], answers)).toHaveLength(3);
  });

  it.each([
    ['10.0.0.8', '10.0.0.8 is a private address, and addresses does not name it'],
    ['[::1]', '::1 is a private address'],
    ['[::ffff:10.0.0.7]', 'is a private address'],
  ])('refuses %s though another is named', async (host, said) => {
    await expect(addressesOf(host, ['10.0.0.9'], NOBODY)).rejects.toThrow(said);
  });

  it('refuses a name that leads to private addresses alone', async () => {
    await expect(addressesOf('a.example', [], resolve('10.0.0.7', '::1'))).rejects.toThrow(
      'a.example leads to 10.0.0.7, a private address, and addresses does not name it',
    );
  });

  it('says so when a name leads nowhere', async () => {
    await expect(addressesOf('a.example', [], NOBODY)).rejects.toThrow(
      'the name a.example is not known to the network',
    );
    await expect(addressesOf('a.example', [], resolve())).rejects.toThrow('has no address');
  });
});
