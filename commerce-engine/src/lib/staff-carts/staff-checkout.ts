import { newId } from '@vitrine/database';
import type { CommandContext } from '../api/command-context.ts';
import type { CheckoutPatch, Checkouts } from '../checkout/checkout.ts';
import type { BringGiftCardOutcome, CheckoutOutcome, CheckoutView } from '../checkout/checkout.views.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Mail } from '../mail/mail.ts';
import type { Market } from '../market.ts';
import type { Orders } from '../orders/orders.ts';
import { parseInput } from '../parse-input.ts';
import type { Payments } from '../payments/payments.ts';
import { cartLetter } from './cart-letter.ts';
import { cartKey, isCartKey } from './cart-link.ts';
import { type PlaceStaffCartInput, placeStaffCartSchema, sendCartLinkSchema } from './staff-cart-input.ts';
import type { StaffCarts } from './staff-carts.ts';
import type { PlaceStaffCartOutcome, SendCartLinkOutcome } from './staff-carts.views.ts';

/** From a cart that staff filled to an order, by the one checkout there is. Needs `orders.write`. */
export interface StaffCheckouts {
  /** With the ways to pay that need nobody at a form. */
  get(actor: Actor, cartId: string): Promise<CheckoutView | undefined>;
  update(
    command: CommandContext,
    input: { readonly cartId: string; readonly patch: CheckoutPatch },
  ): Promise<CheckoutOutcome>;
  addGiftCard(
    command: CommandContext,
    input: { readonly cartId: string; readonly code: string; readonly pin: string },
  ): Promise<BringGiftCardOutcome>;
  removeGiftCard(
    command: CommandContext,
    input: { readonly cartId: string; readonly id: string },
  ): Promise<CheckoutOutcome>;
  /** Has the shopper written where they pay. */
  sendLink(command: CommandContext, input: { readonly cartId: string }): Promise<SendCartLinkOutcome>;
  place(command: CommandContext, input: PlaceStaffCartInput): Promise<PlaceStaffCartOutcome>;
  /** For the shop: where a cart is sold that this key, from a letter, opens. */
  openedBy(cartId: string, key: string): Promise<Market | undefined>;
}

/** Where a shopper looks at a cart that staff filled. Absolute. */
export type CartUrl = (to: {
  readonly cartId: string;
  readonly key: string;
  readonly locale: string;
}) => string;

const CAPABILITY = 'orders.write';

export function createStaffCheckouts(
  context: EngineContext,
  doors: {
    readonly staffCarts: StaffCarts;
    readonly checkout: Checkouts;
    readonly orders: Pick<Orders, 'ofCheckout'>;
    readonly payments: Payments;
    readonly mail: Mail;
    readonly url: CartUrl | undefined;
  },
): StaffCheckouts {
  const { database, secret } = context;
  const { checkout, payments, staffCarts, url } = doors;

  /** Ways to pay for which staff say themselves that the money came. */
  const takenByStaff = (methods: CheckoutView['methods']) =>
    methods.filter(({ provider }) => payments.provider(provider).capture === 'by-staff');
  const forStaff = (view: CheckoutView): CheckoutView => ({ ...view, methods: takenByStaff(view.methods) });
  const shown = <Outcome extends { readonly kind: string; readonly checkout?: CheckoutView }>(
    outcome: Outcome,
  ): Outcome => (outcome.checkout ? { ...outcome, checkout: forStaff(outcome.checkout) } : outcome);

  /** Runs something of the checkout where the cart is sold. */
  async function inMarket<Outcome>(
    actor: Actor,
    cartId: string,
    work: (market: Market) => Promise<Outcome>,
  ): Promise<Outcome | { readonly kind: 'no-cart' }> {
    requireCapability(actor, CAPABILITY);
    const market = await staffCarts.marketOf(database, cartId);
    return market ? work(market) : { kind: 'no-cart' };
  }

  async function placedFrom({
    cartId,
    checkoutId,
  }: Pick<PlaceStaffCartInput, 'cartId' | 'checkoutId'>): Promise<PlaceStaffCartOutcome | undefined> {
    const order = await doors.orders.ofCheckout(database, checkoutId);
    const made = order && (await checkout.cartsOf([order.id]));
    return made?.get(order!.id) === cartId ? { kind: 'placed', order: order! } : undefined;
  }

  doors.mail.define('staff-cart', async (reference) => {
    const cartId = reference.split(' ')[0]!;
    const market = await staffCarts.marketOf(database, cartId);
    const view = market && (await checkout.get(market, cartId));
    const to = view?.contact?.email;
    if (!view || to === undefined || !url || view.cart.lines.length === 0) return undefined;
    const { locale } = market;
    const key = cartKey({ cartId, email: to }, secret);
    return cartLetter(view, { to, locale, link: url({ cartId, key, locale }) });
  });

  return {
    async get(actor, cartId) {
      requireCapability(actor, CAPABILITY);
      const market = await staffCarts.marketOf(database, cartId);
      const view = market && (await checkout.get(market, cartId, { actor }));
      return view && forStaff(view);
    },
    async update(command, { cartId, patch }) {
      return inMarket(command.actor, cartId, async (market) =>
        shown(await checkout.update(command, market, { cartId, patch })),
      );
    },
    async addGiftCard(command, input) {
      return inMarket(command.actor, input.cartId, async (market) =>
        shown(await checkout.addGiftCard(command, market, input)),
      );
    },
    async removeGiftCard(command, input) {
      return inMarket(command.actor, input.cartId, async (market) =>
        shown(await checkout.removeGiftCard(command, market, input)),
      );
    },
    async sendLink(command, asked) {
      const { cartId } = parseInput(sendCartLinkSchema, asked, 'this cart');
      const outcome = await inMarket<SendCartLinkOutcome>(command.actor, cartId, async (market) => {
        if (!url) return { kind: 'no-link' };
        const view = await checkout.get(market, cartId);
        if (!view || view.cart.lines.length === 0) return { kind: 'empty' };
        const to = view.contact?.email;
        if (to === undefined) return { kind: 'no-address' };
        const call = { name: 'staffCarts.sendLink', capability: CAPABILITY, body: { cartId } } as const;
        return runCommand<SendCartLinkOutcome>(context, command, call, async (tx) => {
          // Whoever sends it once more wants another letter.
          const reference = `${cartId} ${newId()}`;
          await doors.mail.inTransaction.queue(tx, { kind: 'staff-cart', reference });
          return { kind: 'queued', to };
        });
      });
      return outcome;
    },
    async place(command, asked) {
      const { method, ...input } = parseInput(placeStaffCartSchema, asked, 'this order');
      requireCapability(command.actor, CAPABILITY);
      // Its cart is its shopper's own again: whoever asks once more is told.
      const placed = await placedFrom(input);
      return (
        placed ??
        inMarket<PlaceStaffCartOutcome>(command.actor, input.cartId, async (market) => {
          const taken = takenByStaff(payments.methods(market));
          const way = taken.find((each) => each.method === method);
          if (method !== undefined && !way)
            return { kind: 'not-by-staff', methods: taken.map((each) => each.method) };
          const paid = await checkout.pay(command, market, {
            ...input,
            ...(way && { provider: way.provider, method: way.method }),
          });
          return shown(paid);
        })
      );
    },
    async openedBy(cartId, key) {
      const market = await staffCarts.marketOf(database, cartId);
      const email = market && (await checkout.get(market, cartId))?.contact?.email;
      return email !== undefined && isCartKey(key, { cartId, email, secret }) ? market : undefined;
    },
  };
}
