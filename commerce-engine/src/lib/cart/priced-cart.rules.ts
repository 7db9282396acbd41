import type {
  DiscountableCart,
  DiscountPart,
  PromotionResult,
} from '../promotions/discountable-cart.rules.ts';
import type { TaxLine, TaxResult } from '../tax/tax.rules.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';

/** Taxes of one charge or of the whole. Amounts in minor units of the cart's currency. */
export interface TaxShare {
  readonly rateId: string;
  readonly taxable: number;
  readonly amount: number;
}

/** What one line or delivery costs. `total` is as the channel shows prices: with tax or without; `gross` is what is paid. */
export interface PricedCharge {
  readonly id: string;
  /** Before promotions. */
  readonly subtotal: number;
  readonly discount: number;
  readonly parts: readonly DiscountPart[];
  readonly total: number;
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  /** Tax that `total` holds and nobody owes. Absent = none. */
  readonly waived?: number;
  readonly taxes: readonly TaxShare[];
}

export interface PricedLine extends PricedCharge {
  readonly quantity: number;
  readonly unitPrice: number;
  /** Pieces by what each gets off; the sum is the discount. */
  readonly units: readonly { readonly quantity: number; readonly discount: number }[];
}

export interface PricedTax {
  readonly rateId: string;
  readonly name: string;
  readonly rate: string;
  readonly taxable: number;
  readonly amount: number;
}

/** A cart with everything that is to be paid for it. Each sum is the sum of its parts. */
export interface PricedCart {
  readonly currency: string;
  readonly prices: 'inclusive' | 'exclusive';
  readonly lines: readonly PricedLine[];
  readonly deliveries: readonly PricedCharge[];
  /** Totals of the lines. */
  readonly goods: number;
  /** Totals of the deliveries. */
  readonly delivery: number;
  /** What promotions take off, of goods and deliveries together. */
  readonly discount: number;
  readonly net: number;
  readonly tax: number;
  /** Tax that goods and deliveries hold and nobody owes: what is paid is less by it. Absent = none. */
  readonly waived?: number;
  /** Why taxes are not charged. Absent = they are. */
  readonly reliefs?: readonly TaxRelief[];
  /** What is paid. */
  readonly total: number;
  readonly taxes: readonly PricedTax[];
}

/** A charge's tax question: what is left of it, piece by piece. */
export interface TaxableCharge extends Pick<TaxLine, 'id' | 'amount' | 'quantity' | 'units'> {
  readonly kind: 'product' | 'shipping';
}

/** What promotions leave of a cart, as the tax rules want it. */
export function taxableCharges(cart: DiscountableCart, promoted: PromotionResult): TaxableCharge[] {
  const goods = cart.lines.map((line, at): TaxableCharge => {
    const { discount, units } = promoted.lines[at]!;
    return {
      id: line.id,
      kind: 'product',
      amount: line.quantity * line.unitPrice - discount,
      quantity: line.quantity,
      units: units.map((unit) => ({ quantity: unit.quantity, amount: line.unitPrice - unit.discount })),
    };
  });
  const deliveries = cart.shipping.map(({ id, amount }): TaxableCharge => {
    const left = amount - discountOf(promoted.shipping, id).discount;
    return { id, kind: 'shipping', amount: left, quantity: 1, units: [{ quantity: 1, amount: left }] };
  });
  return [...goods, ...deliveries];
}

/** Puts promotions and taxes together: SPEC rules CART-19 to CART-21 and CART-40. */
export function pricedCart(
  cart: DiscountableCart,
  {
    promoted,
    taxed,
    prices,
  }: {
    promoted: PromotionResult;
    taxed: TaxResult & { readonly reliefs?: readonly TaxRelief[] };
    prices: PricedCart['prices'];
  },
): PricedCart {
  const taxes = new Map(taxed.lines.map((line) => [line.id, line]));
  const charge = (
    id: string,
    subtotal: number,
    discounts: Pick<PricedCharge, 'discount' | 'parts'>,
  ): PricedCharge => {
    const { net, tax, gross, waived, parts } = taxes.get(id)!;
    const { discount } = discounts;
    return {
      id,
      subtotal,
      discount,
      parts: discounts.parts,
      total: subtotal - discount,
      net,
      tax,
      gross,
      ...(waived !== 0 && { waived }),
      taxes: parts.map(({ rateId, taxable, amount }) => ({ rateId, taxable, amount })),
    };
  };
  const lines = cart.lines.map((line, at): PricedLine => {
    const { discount, parts, units } = promoted.lines[at]!;
    return {
      ...charge(line.id, line.quantity * line.unitPrice, { discount, parts }),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      units,
    };
  });
  const deliveries = cart.shipping.map(({ id, amount }) =>
    charge(id, amount, discountOf(promoted.shipping, id)),
  );
  const all = [...lines, ...deliveries];
  const waived = all.reduce((sum, each) => sum + (each.waived ?? 0), 0);
  const { reliefs = [] } = taxed;
  return {
    currency: cart.currency,
    prices,
    lines,
    deliveries,
    goods: sum(lines, 'total'),
    delivery: sum(deliveries, 'total'),
    discount: sum(all, 'discount'),
    net: taxed.net,
    tax: taxed.tax,
    ...(waived !== 0 && { waived }),
    ...(reliefs.length > 0 && { reliefs }),
    total: taxed.gross,
    taxes: taxed.rates.map(({ rateId, name, rate, taxable, amount }) => ({
      rateId,
      name,
      rate,
      taxable,
      amount,
    })),
  };
}

function discountOf(
  discounts: PromotionResult['shipping'],
  id: string,
): Pick<PricedCharge, 'discount' | 'parts'> {
  return discounts.find((each) => each.id === id) ?? { discount: 0, parts: [] };
}

function sum(charges: readonly PricedCharge[], part: 'total' | 'discount'): number {
  return charges.reduce((total, charge) => total + charge[part], 0);
}
