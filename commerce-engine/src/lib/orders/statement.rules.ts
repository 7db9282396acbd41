import { z } from 'zod';
import type { OrderOffKind } from './orders.views.ts';

/** An entry of a timeline, as far as money came off with it. */
export interface MoneyEntry {
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** How a total came to what is owed. Minor units. */
export interface Statement {
  /** Below zero = it came off. Each kind once, none at 0; with the total they make what is owed. */
  readonly rows: readonly { readonly kind: OrderOffKind; readonly amount: number }[];
  /** The tax within what is owed; fees bear none. */
  readonly tax: number;
}

/** Kinds of entries with which money comes off an order. */
export const MONEY_ENTRIES = ['cancelled', 'allowance', 'return-refunded'] as const;

const detailShape = z.object({
  gross: z.number().default(0),
  tax: z.number().default(0),
  fee: z.number().default(0),
  charges: z.object({ gross: z.number() }).default({ gross: 0 }),
});

const ORDER = ['cancelled', 'returned', 'delivery', 'allowance', 'fee', 'other'] as const;

/** SPEC rule ORDER-18. `adjusted` = what came off in all; what no entry tells of is `other`. */
export function statementOf(
  { tax, adjusted }: { readonly tax: number; readonly adjusted: number },
  entries: readonly MoneyEntry[],
): Statement {
  const sums: Record<OrderOffKind, number> = {
    cancelled: 0,
    returned: 0,
    delivery: 0,
    allowance: 0,
    fee: 0,
    other: 0,
  };
  let left = tax;
  for (const { kind, detail } of entries) {
    const { gross, tax: off, fee, charges } = detailShape.parse(detail);
    left -= off;
    if (kind === 'allowance') sums.allowance -= gross;
    else {
      sums[kind === 'cancelled' ? 'cancelled' : 'returned'] -= gross - charges.gross;
      sums.delivery -= charges.gross;
      sums.fee += fee;
    }
  }
  sums.other = -adjusted - Object.values(sums).reduce((sum, amount) => sum + amount, 0);
  return {
    rows: ORDER.map((kind) => ({ kind, amount: sums[kind] })).filter(({ amount }) => amount !== 0),
    tax: left,
  };
}
