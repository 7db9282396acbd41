import { z } from 'zod';
import type { Money } from '../money/money.rules.ts';

/** A price list as a seed or an operator describes it. `id` is its identity; its currency never changes. */
export interface PriceListInput {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** Absent = every channel. */
  readonly channel?: string;
  /** Absent = everyone. */
  readonly customerGroup?: string;
  /** The higher one wins. Default 0. */
  readonly priority?: number;
  /** ISO times; `from` included, `to` not. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface SetPriceInput {
  readonly variantId: string;
  /** Price list id; absent = the list of the currency that is for everyone. */
  readonly list?: string;
  /** The price holds from this many pieces on. Default 1. */
  readonly minQuantity?: number;
  readonly price: Money;
  /** The crossed-out price, when on sale; higher than `price`. */
  readonly regular?: Money;
}

export interface SaleInput {
  /** Its identity: the same name again replaces what is left of that sale. */
  readonly name: string;
  readonly list?: string;
  /** ISO times; `from` included, `to` not. */
  readonly from: string;
  readonly to: string;
  readonly prices: readonly { readonly variantId: string; readonly price: Money }[];
}

const id = z.string().min(1).max(200);
const moment = z.iso.datetime({ offset: true });

export const moneySchema: z.ZodType<Money> = z.strictObject({
  amount: z.int('expected whole minor units').min(0, 'expected a price from 0'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
});

/** A price with the crossed-out price beside it. */
export function isSaleBelowRegular({ price, regular }: { price: Money; regular?: Money }): boolean {
  return !regular || (regular.currency === price.currency && regular.amount > price.amount);
}
export const saleBelowRegular = 'expected a regular price above the price, in the same currency';

export const priceListSchema: z.ZodType<PriceListInput> = z.strictObject({
  id,
  name: z.string().trim().min(1).max(200),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
  channel: id.optional(),
  customerGroup: id.optional(),
  priority: z.int().min(-1_000_000).max(1_000_000).optional(),
  validFrom: moment.optional(),
  validTo: moment.optional(),
});

export const setPricesSchema: z.ZodType<SetPriceInput[]> = z
  .array(
    z
      .strictObject({
        variantId: id,
        list: id.optional(),
        minQuantity: z.int().min(1).max(1_000_000).optional(),
        price: moneySchema,
        regular: moneySchema.optional(),
      })
      .refine(isSaleBelowRegular, saleBelowRegular),
  )
  .min(1)
  .max(10_000)
  .refine(namesEachOnce, 'expected each variant once for a list, currency and minimum quantity');

export const saleSchema: z.ZodType<SaleInput> = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    list: id.optional(),
    from: moment,
    to: moment,
    prices: z
      .array(z.strictObject({ variantId: id, price: moneySchema }))
      .min(1)
      .max(10_000),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'expected `to` after `from`')
  .refine(({ prices }) => namesEachOnce(prices), 'expected each variant once for a currency');

export const endPricesSchema = z
  .array(
    z.strictObject({
      variantId: id,
      list: id,
      /** Which quantity break. Default 1: the price from the first piece on. */
      minQuantity: z.int().min(1).max(1_000_000).optional(),
    }),
  )
  .min(1)
  .max(10_000);

export type EndPricesInput = z.infer<typeof endPricesSchema>[number];

export const endSaleSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  variantIds: z.array(id).min(1).max(10_000),
});

export type EndSaleInput = z.infer<typeof endSaleSchema>;

function namesEachOnce(prices: readonly SetPriceInput[]): boolean {
  const names = prices.map((each) =>
    [each.variantId, each.list ?? '', each.price.currency, each.minQuantity ?? 1].join('\n'),
  );
  return new Set(names).size === names.length;
}
