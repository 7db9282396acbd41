import { newId } from '@vitrine/database';
import type { CommandContext } from '../api/command-context.ts';
import { lockCart } from '../cart/cart-state.ts';
import { dropOpenedCart, noteLinkOpened, noteSent, readOpened } from '../cart/opened-carts.ts';
import type { CheckoutPatch, Checkouts } from '../checkout/checkout.ts';
import type { BringGiftCardOutcome, CheckoutOutcome, CheckoutView } from '../checkout/checkout.views.ts';
import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Mail } from '../mail/mail.ts';
import type { Market } from '../market.ts';
import type { Orders } from '../orders/orders.ts';
import { parseInput } from '../parse-input.ts';
import type { Payments } from '../payments/payments.ts';
import { cursorOf, requirePlace } from './cart-cursor.ts';
import { cartLetter } from './cart-letter.ts';
import { cartKey, isCartKey } from './cart-link.ts';
import {
  type ListStaffCartsInput,
  listStaffCartsSchema,
  type PlaceStaffCartInput,
  placeStaffCartSchema,
  sendCartLinkSchema,
} from './staff-cart-input.ts';
import type { StaffCarts } from './staff-carts.ts';
import type {
  PlaceStaffCartOutcome,
  SendCartLinkOutcome,
  StaffCartPage,
  ThrowAwayOutcome,
} from './staff-carts.views.ts';

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
  /** Those that are no order yet, changed last first, twenty at a time. @throws CommerceError `bad_input` for a cursor that is none. */
  list(actor: Actor, asked?: ListStaffCartsInput): Promise<StaffCartPage>;
  /** Takes a cart away with what was filled in for it; its link opens nothing any more. */
  throwAway(command: CommandContext, input: { readonly cartId: string }): Promise<ThrowAwayOutcome>;
  /** For the shop: where a cart is sold that this key, from a letter, opens. */
  openedBy(cartId: string, key: string): Promise<OpenedByLink>;
}

/** What a link leads to: the cart, or why it leads nowhere any more. */
export type OpenedByLink =
  | { readonly kind: 'opened'; readonly market: Market }
  | { readonly kind: 'ordered' }
  /** Thrown away, run out, or sent to another address since. */
  | { readonly kind: 'gone' };

/** Where a shopper looks at a cart that staff filled. Absolute. */
export type CartUrl = (to: {
  readonly cartId: string;
  readonly key: string;
  readonly locale: string;
}) => string;

const CAPABILITY = 'orders.write';
/** Carts of a page: each is priced as it stands. */
const PAGE = 20;

export function createStaffCheckouts(
  context: EngineContext,
  doors: {
    readonly staffCarts: StaffCarts;
    readonly checkout: Checkouts;
    readonly orders: Pick<Orders, 'ofCheckout'>;
    readonly payments: Payments;
    readonly mail: Mail;
    readonly customers: Pick<Customers, 'inTransaction'>;
    readonly url: CartUrl | undefined;
  },
): StaffCheckouts {
  const { database, secret, clock } = context;
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

  async function customerOf(id: string | undefined) {
    if (id === undefined) return {};
    const found = await doors.customers.inTransaction.find(database, { id });
    return {
      customerId: id,
      ...(found?.name && { name: found.name }),
      ...(found?.email && { email: found.email }),
    };
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
          await noteSent(tx, cartId, { to, at: clock().toISOString() });
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
    async list(actor, asked = {}) {
      requireCapability(actor, CAPABILITY);
      const { customerId, cursor } = parseInput(listStaffCartsSchema, asked, 'this question for carts');
      const before = cursor === undefined ? undefined : requirePlace(cursor);
      const found = await readOpened(database, { customerId, before, limit: PAGE + 1 });
      const page = found.slice(0, PAGE);
      const contacts = await checkout.inTransaction.contactsOf(
        database,
        page.map(({ id }) => id),
      );
      const carts = await Promise.all(
        page.map(async ({ id, openedBy, pieces, changedAt, expiresAt }) => {
          const view = expiresAt > clock() ? await staffCarts.get(actor, id) : undefined;
          return {
            cartId: id,
            ...(await customerOf(openedBy.customerId)),
            ...contacts.get(id),
            openedBy: openedBy.by,
            openedAt: openedBy.at,
            changedAt: changedAt.toISOString(),
            pieces,
            ...(view && { total: view.cart.total }),
            state: view ? ('open' as const) : ('expired' as const),
            ...(openedBy.sent && { sent: openedBy.sent }),
          };
        }),
      );
      const last = page.at(-1);
      return { carts, ...(found.length > PAGE && last && { next: cursorOf(last) }) };
    },
    async throwAway(command, asked) {
      const { cartId } = parseInput(sendCartLinkSchema, asked, 'this cart');
      const call = {
        name: 'staffCarts.throwAway',
        capability: CAPABILITY,
        body: { cartId },
        auditsItself: true,
      } as const;
      return runCommand<ThrowAwayOutcome>(context, command, call, async (tx) => {
        // The checkout before the cart, as everywhere.
        if (await checkout.inTransaction.isBeingPaid(tx, cartId)) return { kind: 'being-paid' };
        const { cart } = await lockCart(tx, cartId);
        if (!cart?.openedBy) return { kind: 'no-cart' };
        await checkout.inTransaction.forgetCarts(tx, [cartId]);
        await dropOpenedCart(tx, cartId);
        const { actor } = command;
        await recordAudit(tx, { actor, action: call.name, subject: `cart:${cartId}`, at: clock() });
        return { kind: 'thrown-away' };
      });
    },
    async openedBy(cartId, key) {
      const market = await staffCarts.marketOf(database, cartId);
      const email = market && (await checkout.get(market, cartId))?.contact?.email;
      if (!market || email === undefined || !isCartKey(key, { cartId, email, secret }))
        return { kind: (await checkout.inTransaction.isOrdered(database, cartId)) ? 'ordered' : 'gone' };
      await noteLinkOpened(database, cartId, clock());
      return { kind: 'opened', market };
    },
  };
}
