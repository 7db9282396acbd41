import { hash } from 'node:crypto';
import { EVERYONE } from '@vitrine/content';
import type { RuntimeChannel } from '../channel.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** Whether the browser takes gzip. `gzip;q=0` says no. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  if (!acceptEncoding) return false;
  const gzip = /(?:^|[\s,])(?:gzip|\*)\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(acceptEncoding);
  return gzip !== null && (gzip[1] === undefined || Number(gzip[1]) > 0);
}

const CURRENCY = /^[A-Z]{3}$/;

/** A request for a page in the words it was asked with, of a visitor in a customer group and an audience: same words, same page. */
export function spellingOf(
  { id }: RuntimeChannel,
  { currency }: Visitor,
  {
    customerGroup,
    audience,
    address,
  }: { readonly customerGroup: string; readonly audience: string; readonly address: string },
): string {
  const wanted = currency !== undefined && CURRENCY.test(currency) ? currency : '';
  // An address begins with a slash, an audience never does.
  return audience === EVERYONE
    ? `${id} ${customerGroup} ${wanted} ${address}`
    : `${id} ${customerGroup} ${wanted} ${shortened(audience)} ${address}`;
}

/** Shops can have hundreds of audiences, and somebody can be in all of them. */
function shortened(audience: string): string {
  return hash('sha256', audience, 'base64url');
}
