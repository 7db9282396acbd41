import type { CommandContext } from '../api/commerce-client.ts';
import type { Carts } from '../cart/cart.ts';
import type { CartOutcome } from '../cart/cart.views.ts';
import type { Checkouts } from '../checkout/checkout.ts';
import type { CheckoutView } from '../checkout/checkout.views.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { payableByCredit } from './exchange-return.ts';
import type { RefundQuote, RefundRefusal } from './refund-return.ts';
import type { PrepareExchangeOutcome } from './returns.views.ts';
import type { PrepareExchangeInput } from './returns-input.ts';

export interface PreparingDesk {
  readonly cart: Pick<Carts, 'get' | 'addLine' | 'setQuantity'>;
  readonly checkout: Pick<Checkouts, 'update'>;
  readonly market: Market;
  readonly order: OrderView;
  readonly customer: Actor & { readonly kind: 'customer' };
  /** What the return would be worth when at most so much pays for other goods. */
  quote(most: number): Promise<RefundQuote | RefundRefusal>;
}

/** Puts what goes out instead into a checkout that is filled in like the order: SPEC rule RET-16. Never in a transaction. */
export async function prepareExchange(
  command: CommandContext,
  input: PrepareExchangeInput,
  { cart, checkout, market, order, customer, quote }: PreparingDesk,
): Promise<PrepareExchangeOutcome> {
  const { cartId } = input;
  const refused = await fillCart(command, input, { cart, market });
  if (refused) return { kind: 'goods-refused', because: refused };
  const fill = async (step: string, methodId: string | undefined) => {
    const delivery = input.by ?? (methodId === undefined ? null : { methodId });
    const by = { actor: customer, idempotencyKey: `${command.idempotencyKey} ${step}` };
    const filled = await checkout.update(by, market, { cartId, patch: { ...filledLike(order), delivery } });
    if (filled.kind === 'changed') return filled.checkout;
    throw new Error(`The checkout of an exchange that is prepared is ${filled.kind}.`);
  };
  const before = order.deliveries.find(({ kind }) => kind === 'ship')?.methodId;
  let filled = await fill('fill', before);
  if (!isOffered(filled, input.by?.methodId ?? before))
    filled = await fill('fill again', firstParcel(filled));
  const quoted = await quote(payableByCredit(filled));
  if (quoted.kind !== 'quoted') return quoted;
  const cash = (amount: number) => money(amount, market.currency);
  const sum = (isCredit: boolean) =>
    quoted.back
      .filter(({ via }) => (via !== undefined) === isCredit)
      .reduce((total, step) => total + step.amount, 0);
  return {
    kind: 'prepared',
    market,
    checkout: filled,
    worth: cash(quoted.amount),
    pays: cash(sum(true)),
    toPay: cash(filled.rest.amount - sum(true)),
    back: cash(sum(false)),
  };
}

/** Makes the cart hold what is wanted, no more. @returns why it cannot. */
async function fillCart(
  command: CommandContext,
  { cartId, lines }: PrepareExchangeInput,
  { cart, market }: Pick<PreparingDesk, 'cart' | 'market'>,
): Promise<Exclude<CartOutcome, { kind: 'changed' }> | undefined> {
  const there = (await cart.get(market, cartId))?.lines ?? [];
  const by = (step: string) => ({ ...command, idempotencyKey: `${command.idempotencyKey} ${step}` });
  const steps = [
    ...there.map((line) => async () => {
      const quantity = lines.find(({ variantId }) => variantId === line.variantId)?.quantity ?? 0;
      return cart.setQuantity(by(line.id), market, { cartId, lineId: line.id, quantity });
    }),
    ...lines
      .filter(({ variantId }) => there.every((line) => line.variantId !== variantId))
      .map((line) => () => cart.addLine(by(line.variantId), market, { cartId, ...line })),
  ];
  for (const step of steps) {
    const outcome = await step();
    if (outcome.kind !== 'changed') return outcome;
  }
  return undefined;
}

/** The person and the addresses of the order; its tenders are not taken over. */
function filledLike({ contact, billing, vatId, deliveries }: OrderView) {
  const { phone } = contact;
  return {
    contact: { email: contact.email, name: contact.name, ...(phone !== undefined && { phone }) },
    address: deliveries.find(({ address }) => address)?.address ?? billing ?? null,
    billing: billing ?? null,
    vatId: vatId ?? null,
    terms: true,
    storeCredit: null,
    points: null,
  };
}

function isOffered({ options }: CheckoutView, methodId: string | undefined): boolean {
  return options.some((option) => option.methodId === methodId);
}

function firstParcel({ options }: CheckoutView): string | undefined {
  return options.find(({ kind, hasSlots }) => kind !== 'pickup' && !hasSlots)?.methodId;
}
