import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why nothing is sent to an address. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';

  constructor(host: string) {
    super(
      `${host} is an address inside the network of this machine or reserved, and is not written to. Use one that can be reached from the internet.`,
    );
  }
}

/** Whether an IP address can belong to somebody else's machine: neither this one, nor its network, nor reserved. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closedV4.check(address, 'ipv4');
  return family === 6 && openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}

/** @throws RefusedAddress when the host of a URL is itself an address that is not public. Names are checked on resolving. */
export function requirePublicHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new RefusedAddress(host);
}

/**
 * Resolves a name as usual and refuses it when any of its addresses is not public. Given to the socket itself, so that what
 * was checked is what is connected to, whatever the name means a moment later.
 */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  resolve(host, options, (error, found, family) => {
    const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
    const refused = error ? undefined : addresses.find((address) => !isPublicAddress(address));
    callback(refused === undefined ? error : new RefusedAddress(`${host} (${refused})`), found, family);
  });
};

const closedV4 = blocks('ipv4', [
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
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);

// All that is given out to networks. What carries an IPv4 address inside lies outside of it, or is closed below.
const openV6 = blocks('ipv6', [['2000::', 3]]);
const closedV6 = blocks('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

function blocks(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}
