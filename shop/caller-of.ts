import { isIPv6 } from 'node:net';

/**
 * The network address a request is counted by. Behind a proxy it is the last entry of `X-Forwarded-For`, the one that proxy
 * wrote itself: whatever stands before it, and all of `Forwarded`, is what the sender says. An IPv6 address counts as its
 * network of 64 bits, for one household has them all.
 */
export function callerOf(
  headers: Headers,
  { socket, trustProxy }: { readonly socket: string; readonly trustProxy: boolean },
): string {
  const entries = trustProxy ? (headers.get('x-forwarded-for') ?? '').split(',') : [];
  const told =
    entries
      .at(-1)
      ?.trim()
      .replace(/^\[(.*)\](:\d+)?$/, '$1') || socket;
  return isIPv6(told) ? networkOf(told) : told;
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const before = groups(head);
  const after = groups(tail);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
