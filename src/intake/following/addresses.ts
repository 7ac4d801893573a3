import type { LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { SourceError } from './source-error.js';

/** IPv4 that is nobody's on the open internet, by the registries of IANA: RFC 6890 and those that followed. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** All that is routed of IPv6 lies in here, so that what maps or translates IPv4 does not … */
const ROUTED_6 = ['2000::', 3] as const;
/** … but for what tunnels it, and for protocols and examples. */
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const notPublic = new BlockList();
for (const [net, prefix] of NOT_PUBLIC) notPublic.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of NOT_PUBLIC_6) notPublic.addSubnet(net, prefix, 'ipv6');
const routed6 = new BlockList();
routed6.addSubnet(...ROUTED_6, 'ipv6');

/** Whether an IP address is one of the open internet: not of this machine, its network, or a protocol's own. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, 'ipv4');
  return family === 6 && routed6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** All addresses that a name of the network stands for, as `dns.lookup` gives them. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * The addresses of a host that may be connected to. Whoever connects uses these and asks no more: the next answer to
 * the same question may be another.
 * @param host as it stands in an address of the web, IPv6 in brackets
 * @param allowed addresses that need not be public
 * @throws SourceError when there is none
 */
export async function addressesOf(
  host: string,
  allowed: readonly string[],
  resolve: Resolve,
): Promise<readonly LookupAddress[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  const found =
    family > 0
      ? [{ address: bare, family }]
      : await resolve(bare).catch((cause: unknown) => {
          throw new SourceError(`the name ${bare} is not known to the network`, { cause });
        });
  const named = new BlockList();
  for (const address of allowed) named.addAddress(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const usable = found.filter(
    (one) => isPublic(one.address) || named.check(one.address, one.family === 6 ? 'ipv6' : 'ipv4'),
  );
  const [first] = found;
  if (first === undefined) throw new SourceError(`the name ${bare} has no address`);
  if (usable.length > 0) return usable;
  const where = family > 0 ? `${bare} is` : `${bare} leads to ${first.address},`;
  throw new SourceError(`${where} a private address, and addresses does not name it`);
}
