import type { Database, Transaction } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { KeptCart } from '../cart/cart-state.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import type { CheckoutTables } from './checkout.tables.ts';
import type { BringGiftCardOutcome, CheckoutOutcome, CheckoutView } from './checkout.views.ts';
import { type CheckoutDesk, type CheckoutDoors, papersValue } from './checkout-desk.ts';
import {
  type BringGiftCardInput,
  bringGiftCardSchema,
  type CheckoutPatch,
  checkoutPatchSchema,
} from './checkout-input.ts';
import { viewCheckout } from './checkout-view.ts';
import { chosenIn, MOST_GIFT_CARDS, withGiftCard, withoutGiftCard } from './choose-tenders.ts';
import { forgetAbandoned } from './forget-abandoned.ts';
import { contactsOf, forgetCarts, isBeingPaid, isOrdered, takeAwayGiftCard } from './forget-carts.ts';
import { cartsOfOrders, forgetDrafts, forgetPerson, isPersonPaying } from './forget-person.ts';
import { giveUp } from './give-up.ts';
import {
  type CheckoutChange,
  changeCheckout,
  checkoutIdOf,
  holdCheckout,
  type KeptCheckout,
  lockById,
  lockOrMakeOpen,
  ownerOf,
  readOpen,
} from './keep-checkout.ts';
import { createPaying, type Paying } from './pay-checkout.ts';
import { settleCheckout } from './settle.ts';

export type { CheckoutPatch, PayInput } from './checkout-input.ts';

/** From a cart to an order. Whoever knows a cart's id may check it out. */
export interface Checkouts extends Paying {
  /** Undefined = there is no such cart, or nothing in it. */
  get(
    market: Market,
    cartId: string,
    options?: {
      /** Who asks: what they may pay with is shown to them. Default a guest. */
      readonly actor?: Actor;
    },
  ): Promise<CheckoutView | undefined>;
  /** Fills in, in any order. */
  update(
    command: CommandContext,
    market: Market,
    input: { readonly cartId: string; readonly patch: CheckoutPatch },
  ): Promise<CheckoutOutcome>;
  /** Brings a gift card that is to pay. Its code and PIN are not kept. */
  addGiftCard(
    command: CommandContext,
    market: Market,
    input: BringGiftCardInput,
  ): Promise<BringGiftCardOutcome>;
  removeGiftCard(
    command: CommandContext,
    market: Market,
    input: { readonly cartId: string; readonly id: string },
  ): Promise<CheckoutOutcome>;
  /** Gives up what is being paid: the shopper wants to change something. */
  reopen(
    command: CommandContext,
    market: Market,
    input: { readonly cartId: string },
  ): Promise<CheckoutOutcome>;
  /**
   * Finishes what crashes, lost answers and shoppers who went away have left. For a job that runs every minute; harmless in
   * several processes. @returns how many of each.
   */
  resume(): Promise<{ readonly asked: number; readonly givenUp: number; readonly operations: number }>;
  /** Deletes what shoppers filled in, with their addresses, when nobody touched it for 60 days; orders have their own copy. @returns how many. */
  forgetAbandoned(): Promise<number>;
  /** Which carts orders were made of, by the ids of the orders; one that was made of none is left out. */
  cartsOf(orderIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  readonly inTransaction: {
    cartsOfOrders: typeof cartsOfOrders;
    forgetDrafts: typeof forgetDrafts;
    forgetPerson: typeof forgetPerson;
    forgetCarts: typeof forgetCarts;
    contactsOf: typeof contactsOf;
    isBeingPaid: typeof isBeingPaid;
    isOrdered: typeof isOrdered;
    isPersonPaying: typeof isPersonPaying;
    takeAwayGiftCard: typeof takeAwayGiftCard;
  };
}

/** What a command makes of a checkout. */
type Worked =
  /** Not written yet. */
  | { readonly kind: 'changed'; readonly change: CheckoutChange }
  /** Written. */
  | { readonly kind: 'done'; readonly checkout: KeptCheckout }
  | { readonly kind: 'being-paid' };

const ENOUGH = 100;
/** As long as a cart is kept. */
const ABANDONED_DAYS = 60;

export function createCheckouts(context: EngineContext, doors: CheckoutDoors): Checkouts {
  const { database, clock } = context;
  const deskFor = (market: Market, actor?: Actor): CheckoutDesk => ({
    doors,
    market,
    now: clock(),
    ...(actor?.kind === 'customer' && { customerId: actor.id }),
    ...(actor?.kind === 'staff' && { placedBy: actorName(actor) }),
  });

  doors.payments.setOwner('checkout', {
    async lock(tx, owner, also) {
      const id = checkoutIdOf(owner);
      const placed = doors.orders.inTransaction.heldSums(id);
      const { checkout, ...held } = await holdCheckout(tx, id, { placed, also });
      return {
        also: held.also,
        async tell(told) {
          if (checkout)
            return settleCheckout(tx, doors, checkout, { ...told, placed: held.placed, now: clock() });
          await told.write();
          return undefined;
        },
      };
    },
  });

  const isUsable = (cart: KeptCart, market: Market) =>
    cart.expiresAt > clock() && cart.channel === market.channel && cart.lines.length > 0;

  /** A cart that can be checked out, with its checkout; undefined = it cannot. */
  async function openCart(on: Database, desk: CheckoutDesk, cartId: string) {
    const { cart, checkout, papers } = await readOpen(on, cartId, papersValue(desk, cartId));
    return cart && isUsable(cart, desk.market)
      ? { cart, checkout, desk: { ...desk, ...(papers && { papers }) } }
      : undefined;
  }

  /** The same, its checkout made when there was none. */
  async function openCheckout(asking: CheckoutDesk, cartId: string) {
    const open = await openCart(database, asking, cartId);
    if (!open) return undefined;
    const { desk } = open;
    const { cart, checkout } = open.checkout
      ? open
      : await database.transaction((tx) =>
          lockOrMakeOpen(tx, cartId, { channel: desk.market.channel, now: clock() }),
        );
    return cart && checkout && { cart, checkout, desk };
  }

  /** A change of what is filled in; nothing of a checkout that is being paid is changed. */
  const changed = (checkout: KeptCheckout, change: CheckoutChange): Worked =>
    checkout.state === 'paying'
      ? { kind: 'being-paid' }
      : { kind: 'changed', change: { ...change, updated_at: clock() } };

  function change(
    command: CommandContext,
    market: Market,
    { name, cartId, body }: { name: string; cartId: string; body: unknown },
    work: (tx: Transaction, checkout: KeptCheckout) => Promise<Worked> | Worked,
  ): Promise<CheckoutOutcome> {
    const call = { name, body: { market, cartId, body } };
    const run = async (tx: Transaction): Promise<CheckoutOutcome> => {
      const now = clock();
      const asking = deskFor(market, command.actor);
      const { channel } = market;
      const open = await lockOrMakeOpen(tx, cartId, { channel, now, papers: papersValue(asking, cartId) });
      const { cart, checkout, papers } = open;
      if (!cart || !checkout || !isUsable(cart, market)) return { kind: 'no-cart' };
      const worked = await work(tx, checkout);
      const desk = { ...asking, ...(papers && { papers }) };
      const after =
        worked.kind === 'changed'
          ? { ...checkout, ...worked.change }
          : worked.kind === 'done'
            ? worked.checkout
            : checkout;
      // What was done may have freed stock.
      const shown = worked.kind === 'done' ? withoutStock(cart) : cart;
      const view = await viewCheckout(tx, desk, shown, after);
      if (worked.kind === 'being-paid') return { kind: 'being-paid', checkout: view };
      // Nothing is asked after it, so that it goes with the answer.
      if (worked.kind === 'changed') await changeCheckout(tx, checkout, worked.change);
      return { kind: 'changed', checkout: view };
    };
    return doors.tax.askedOutside(() => runCommand(context, command, call, run));
  }

  return {
    async get(market, cartId, { actor } = {}) {
      await doors.directory.requireMarket(market);
      if (!/^[0-9a-f-]{36}$/i.test(cartId)) return undefined;
      const open = await openCheckout(deskFor(market, actor), cartId);
      if (!open) return undefined;
      const { cart, checkout, desk } = open;
      const view = await viewCheckout(database, desk, cart, checkout);
      if (checkout.state !== 'paying') return view;
      const payments = await doors.payments.find(database, { owner: ownerOf(checkout.id) });
      const waiting = payments.find(
        ({ id, state }) => state === 'action' && checkout.payment_ids.includes(id),
      );
      return { ...view, ...(waiting?.actionUrl !== undefined && { actionUrl: waiting.actionUrl }) };
    },
    async update(command, market, { cartId, patch: input }) {
      await doors.directory.requireMarket(market);
      const patch = parseInput(checkoutPatchSchema, input, 'this checkout');
      const call = { name: 'checkout.update', cartId, body: patch };
      // Never while the checkout is held.
      const register = typeof patch.vatId === 'string' ? await doors.isInUse(patch.vatId) : undefined;
      return change(command, market, call, (_tx, checkout) =>
        changed(checkout, {
          ...columnsOf(patch, clock()),
          ...(patch.vatId !== undefined && { vat_proven_by: register?.by ?? null }),
          ...chosenIn(patch, checkout.tenders),
        }),
      );
    },
    async addGiftCard(command, market, asked) {
      await doors.directory.requireMarket(market);
      const { cartId, ...card } = parseInput(bringGiftCardSchema, asked, 'this gift card');
      const checked = await doors.giftCards.check({ ...card, currency: market.currency });
      const open = await openCheckout(deskFor(market, command.actor), cartId);
      if (!open) return { kind: 'no-cart' };
      const { cart, checkout, desk } = open;
      const view = () => viewCheckout(database, desk, cart, checkout);
      if (checked.kind === 'refused')
        return { kind: 'gift-card-refused', reason: checked.reason, checkout: await view() };
      const priced = await view();
      if (priced.moneyOnly && priced.moneyOnly.amount === priced.total.amount)
        return { kind: 'gift-card-refused', reason: 'buys-gift-cards', checkout: priced };
      const { id: cardId } = checked.card;
      const brought = checkout.tenders.giftCardIds ?? [];
      if (brought.length >= MOST_GIFT_CARDS && !brought.includes(cardId))
        return { kind: 'too-many-gift-cards', most: MOST_GIFT_CARDS, checkout: await view() };
      const call = { name: 'checkout.addGiftCard', cartId, body: { cardId } };
      return change(command, market, call, (_tx, open) =>
        changed(open, { tenders: withGiftCard(open, cardId) }),
      );
    },
    async removeGiftCard(command, market, { cartId, id: cardId }) {
      await doors.directory.requireMarket(market);
      const call = { name: 'checkout.removeGiftCard', cartId, body: { cardId } };
      return change(command, market, call, (_tx, checkout) =>
        changed(checkout, { tenders: withoutGiftCard(checkout, cardId) }),
      );
    },
    ...createPaying({ database, doors, deskFor, openCart }),
    async reopen(command, market, { cartId }) {
      await doors.directory.requireMarket(market);
      const call = { name: 'checkout.reopen', cartId, body: null };
      let paymentIds: readonly string[] = [];
      const outcome = await change(command, market, call, async (tx, checkout) => {
        if (checkout.state !== 'paying') return { kind: 'done', checkout };
        const payments = await doors.payments.find(tx, { owner: ownerOf(checkout.id) });
        const current = payments.filter(({ id }) => checkout.payment_ids.includes(id));
        // People must look at what does not add up; it is not given up behind their back.
        if (current.some(({ problem }) => problem !== undefined)) return { kind: 'being-paid' };
        paymentIds = current.map(({ id }) => id);
        const open = await giveUp(tx, deskFor(market), checkout, { declined: null, payments: current });
        return { kind: 'done', checkout: open };
      });
      await doors.payments.runOperations(paymentIds);
      return outcome;
    },
    async resume() {
      const trouble: unknown[] = [];
      const asked = await doors.payments.resume().catch((error: unknown) => {
        trouble.push(error);
        return 0;
      });
      const late = await database
        .tables<CheckoutTables>()
        .selectFrom('checkout_checkout')
        .select('id')
        .where('state', '=', 'paying')
        .where('expires_at', '<=', clock())
        .limit(ENOUGH)
        .execute();
      for (const { id } of late) {
        await database.transaction(async (tx) => {
          const checkout = await lockById(tx, id);
          if (checkout?.state !== 'paying' || !checkout.expires_at || checkout.expires_at > clock()) return;
          const payments = await doors.payments.find(tx, { owner: ownerOf(id) });
          const current = payments.filter((payment) => checkout.payment_ids.includes(payment.id));
          // People must look at what does not add up; it is not given up behind their back.
          if (current.some(({ problem }) => problem !== undefined)) return;
          await giveUp(tx, { doors, now: clock() }, checkout, { declined: 'expired', payments: current });
        });
      }
      const operations = await doors.payments.runOperations();
      if (trouble.length > 0) throw trouble[0];
      return { asked, givenUp: late.length, operations };
    },
    async cartsOf(orderIds) {
      if (orderIds.length === 0) return new Map();
      const made = await database
        .tables<CheckoutTables>()
        .selectFrom('checkout_checkout')
        .select(['order_id', 'cart_id'])
        .where('order_id', 'in', orderIds)
        .execute();
      return new Map(made.map(({ order_id, cart_id }) => [order_id!, cart_id]));
    },
    inTransaction: {
      cartsOfOrders,
      forgetDrafts,
      forgetPerson,
      forgetCarts,
      contactsOf,
      isBeingPaid,
      isOrdered,
      isPersonPaying,
      takeAwayGiftCard,
    },
    async forgetAbandoned() {
      const now = clock();
      const before = new Date(now.getTime() - ABANDONED_DAYS * 24 * 60 * 60_000);
      return forgetAbandoned(database, { before, now });
    },
  };
}

function withoutStock({ stock: _stock, ...cart }: KeptCart): KeptCart {
  return cart;
}

function columnsOf(patch: CheckoutPatch, now: Date): CheckoutChange {
  const { contact, address, billing, delivery, apart, otherDeliveries, note, giftMessage, terms } = patch;
  const { unfinished, vatId } = patch;
  return {
    ...(contact?.email !== undefined && { email: contact.email }),
    ...(contact?.name !== undefined && { name: contact.name }),
    ...(contact?.phone !== undefined && { phone: contact.phone || null }),
    ...(address !== undefined && { address }),
    ...(billing !== undefined && { billing }),
    ...(vatId !== undefined && { vat_id: vatId ?? '' }),
    ...(delivery !== undefined && { delivery }),
    ...(apart && { apart }),
    ...(otherDeliveries && { other_deliveries: otherDeliveries }),
    ...(note !== undefined && { note: note || null }),
    ...(giftMessage !== undefined && { gift_message: giftMessage || null }),
    ...(terms !== undefined && { terms_at: terms ? now : null }),
    ...(unfinished !== undefined && { unfinished: unfinished ?? {} }),
  };
}
