import type { Transaction } from '@vitrine/database';
import type { CheckoutView, PayOutcome } from './checkout.views.ts';
import { allDeliveries } from './checkout-deliveries.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import { type KeptCheckout, ownerOf } from './keep-checkout.ts';
import type { PricedCheckout } from './price-checkout.ts';
import { stockSource } from './stock-source.ts';

/** How long a payment under way holds stock. */
export const HOLD_MINUTES = 20;

/** Stock, coupons and slot: all or nothing. @returns the refusal, after which nothing is held. */
export async function takeAll(
  tx: Transaction,
  desk: CheckoutDesk,
  { checkout, price, view }: { checkout: KeptCheckout; price: PricedCheckout; view: () => CheckoutView },
): Promise<PayOutcome | undefined> {
  const { doors, now } = desk;
  const owner = ownerOf(checkout.id);
  const { unlocked } = price.promotion.cart;
  const applied = new Set(
    [...price.priced.lines, ...price.priced.deliveries].flatMap(({ parts }) =>
      parts.map((part) => part.promotionId),
    ),
  );
  const uses = unlocked.filter(({ promotionId }) => applied.has(promotionId));
  if (uses.length > 0) {
    const taken = await doors.coupons.takeUses(tx, { owner, customer: checkout.email ?? '', uses });
    if (taken.kind === 'used-up') return { kind: 'coupon-used-up', code: taken.code, checkout: view() };
  }
  const deliveries = allDeliveries(price.deliveries);
  const { choice } = deliveries.find(({ chosen }) => chosen?.hasSlots) ?? {};
  if (choice?.slot !== undefined && choice.storeId !== undefined) {
    const { methodId, storeId, slot } = choice;
    const wanted = { methodId, storeId, startsAt: slot, orderId: checkout.id };
    const place = await doors.delivery.inTransaction.takeSlot(tx, wanted);
    if (place.kind !== 'taken') {
      await doors.coupons.giveBack(tx, owner);
      return { kind: 'slot-full', checkout: view() };
    }
  }
  const { locations } = await doors.directory.channel(desk.market.channel, { on: tx });
  const reserved = await doors.stock.reserve(
    tx,
    {
      owner,
      channel: desk.market.channel,
      parts: deliveries.map(({ lineIds, chosen, choice: own }) => ({
        demand: price.lines
          .filter(({ id }) => lineIds.includes(id))
          .map(({ variantId, quantity }) => ({ variantId, quantity })),
        ...stockSource({ kind: chosen?.kind, storeId: own?.storeId }, locations),
      })),
      expiresAt: new Date(now.getTime() + HOLD_MINUTES * 60_000),
    },
    { actor: 'shopper', at: now },
  );
  if (reserved.kind === 'reserved') return undefined;
  await doors.coupons.giveBack(tx, owner);
  await doors.delivery.inTransaction.giveBackSlot(tx, checkout.id);
  const short = reserved.short.map(({ variantId, free }) => ({
    variantId,
    name: price.facts.get(variantId)?.name ?? '',
    free,
  }));
  return { kind: 'not-enough', short, checkout: view() };
}
