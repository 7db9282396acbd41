import type { Money, ReturnView } from '@vitrine/commerce-engine/client';

type Settled = Pick<ReturnView, 'state' | 'refund' | 'instead' | 'exchangedFor'>;

/** What of it came off went into other goods, all or a part. */
export function isExchanged({ state, instead, exchangedFor }: Omit<Settled, 'refund'>): boolean {
  return state === 'refunded' && (instead?.state === 'added' || exchangedFor !== undefined);
}

/** What of a return's money came off for the shopper, less what paid for other goods of the order. Nothing before it was refunded, or when all of it did. */
export function moneyBack({ refund, instead }: Settled): Money | undefined {
  const back = instead?.back ?? refund;
  return back && (back.amount > 0 || !instead?.back) ? back : undefined;
}
