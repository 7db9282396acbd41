import type { Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import { readCart } from '../cart/cart-state.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { claimKey, claimOf, readAnswer, storeAnswer } from '../idempotency/with-idempotency.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { isUndecided } from '../payments/payments.rules.ts';
import type { KeptPayment } from '../payments/payments.ts';
import { beginCheckoutPayment } from './begin-payment.ts';
import type { CheckoutTables } from './checkout.tables.ts';
import type { CheckoutOutcome, CheckoutView, PayOutcome } from './checkout.views.ts';
import type { CheckoutDesk, CheckoutDoors } from './checkout-desk.ts';
import { type CheckoutPatch, checkoutPatchSchema, type PayInput, paySchema } from './checkout-input.ts';
import { viewCheckout } from './checkout-view.ts';
import { forgetAbandoned } from './forget-abandoned.ts';
import { giveUp } from './give-up.ts';
import {
  checkoutIdOf,
  findById,
  findOpen,
  type KeptCheckout,
  lockById,
  lockOpen,
  ownerOf,
  writeCheckout,
} from './keep-checkout.ts';
import { placedOutcome } from './place-draft.ts';
import { settleCheckout } from './settle.ts';

export type { CheckoutPatch, PayInput } from './checkout-input.ts';

/** From a cart to an order. Whoever knows a cart's id may check it out. */
export interface Checkouts {
  /** Undefined = there is no such cart, or nothing in it. */
  get(market: Market, cartId: string): Promise<CheckoutView | undefined>;
  /** Fills in, in any order. */
  update(
    command: CommandContext,
    market: Market,
    input: { readonly cartId: string; readonly patch: CheckoutPatch },
  ): Promise<CheckoutOutcome>;
  /**
   * Pays and places the order. The same key gives the same answer; a second click while a payment is under way joins it.
   * A crash at any point is made up for by `resume`.
   */
  pay(command: CommandContext, market: Market, input: PayInput): Promise<PayOutcome>;
  /** How a payment stands that the shopper comes back from. Asks the provider when it is not decided. */
  comeBack(
    market: Market,
    input: { readonly cartId: string; readonly checkoutId: string },
  ): Promise<PayOutcome>;
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
}

const ENOUGH = 100;
/** A payment that stands in the way is given up once; more means that somebody pays from several places at once. */
const MOST_BEGINNINGS = 5;
/** As long as a cart is kept. */
const ABANDONED_DAYS = 60;

export function createCheckouts(context: EngineContext, doors: CheckoutDoors): Checkouts {
  const { database, clock } = context;
  const deskFor = (market: Market, actor?: Actor): CheckoutDesk => ({
    doors,
    market,
    now: clock(),
    ...(actor?.kind === 'customer' && { customerId: actor.id }),
  });

  doors.payments.setOwner('checkout', {
    async lock(tx, owner) {
      const checkout = await lockById(tx, checkoutIdOf(owner));
      return async (payment) => {
        if (checkout) await settleCheckout(tx, doors, checkout, { changed: payment, now: clock() });
      };
    },
  });

  async function openCart(on: Transaction | typeof database, market: Market, cartId: string) {
    const cart = await readCart(on, cartId, { lock: false });
    const isUsable =
      cart && cart.expiresAt > clock() && cart.channel === market.channel && cart.lines.length > 0;
    return isUsable ? cart : undefined;
  }

  /** What has become of a payment that was begun. */
  async function outcomeOf(market: Market, payment: KeptPayment): Promise<PayOutcome> {
    const checkout = await findById(database, checkoutIdOf(payment.owner));
    if (!checkout) return { kind: 'no-cart' };
    if (checkout.state === 'placed') return placedOutcome(database, { doors }, checkout.order_id!);
    if (payment.state === 'action' && payment.actionUrl !== undefined)
      return { kind: 'action', url: payment.actionUrl };
    if (checkout.state === 'paying') return { kind: 'pending' };
    const cart = await openCart(database, market, checkout.cart_id);
    if (!cart) return { kind: 'no-cart' };
    const view = await viewCheckout(database, deskFor(market), cart, checkout);
    return { kind: 'declined', reason: checkout.declined ?? 'declined', checkout: view };
  }

  async function payOnce(market: Market, paymentIds: readonly string[]): Promise<PayOutcome> {
    let payment: KeptPayment | undefined;
    for (const id of paymentIds) {
      payment = await doors.payments.advance(id);
      // What one of them refuses is given up as a whole: nobody is asked for the rest.
      if (payment.state !== 'authorised') break;
    }
    await doors.payments.runOperations(paymentIds);
    return outcomeOf(market, payment!);
  }

  /** Cards by their codes and PINs; a wrong one is refused before anything else happens. */
  async function checkGiftCards(
    market: Market,
    { cartId, checkoutId, giftCards = [] }: PayInput,
  ): Promise<{ kind: 'good'; ids: readonly string[] } | { kind: 'refused'; outcome: PayOutcome }> {
    const ids: string[] = [];
    // A payment under way has spent them already: this request joins it.
    const isOpen = giftCards.length > 0 && (await findById(database, checkoutId))?.state === 'open';
    for (const [place, card] of (isOpen ? giftCards : []).entries()) {
      const checked = await doors.giftCards.check({ ...card, currency: market.currency });
      if (checked.kind === 'good') {
        ids.push(checked.card.id);
        continue;
      }
      const cart = await openCart(database, market, cartId);
      const checkout = cart && (await findOpen(database, cartId));
      if (!cart || !checkout) return { kind: 'refused', outcome: { kind: 'no-cart' } };
      const view = await viewCheckout(database, deskFor(market), cart, checkout);
      const outcome = { kind: 'gift-card-refused', place, reason: checked.reason, checkout: view } as const;
      return { kind: 'refused', outcome };
    }
    return { kind: 'good', ids };
  }

  function change(
    command: CommandContext,
    market: Market,
    { name, cartId, body }: { name: string; cartId: string; body: unknown },
    work: (tx: Transaction, checkout: KeptCheckout) => Promise<KeptCheckout | 'being paid'>,
  ): Promise<CheckoutOutcome> {
    return runCommand(context, command, { name, body: { market, cartId, body } }, async (tx) => {
      const cart = await openCart(tx, market, cartId);
      if (!cart) return { kind: 'no-cart' };
      const checkout = await lockOpen(tx, cart, clock());
      const changed = await work(tx, checkout);
      const isBeingPaid = changed === 'being paid';
      const view = await viewCheckout(tx, deskFor(market), cart, isBeingPaid ? checkout : changed);
      return { kind: isBeingPaid ? 'being-paid' : 'changed', checkout: view };
    });
  }

  return {
    async get(market, cartId) {
      await doors.directory.requireMarket(market);
      if (!/^[0-9a-f-]{36}$/i.test(cartId)) return undefined;
      const cart = await openCart(database, market, cartId);
      if (!cart) return undefined;
      const checkout =
        (await findOpen(database, cartId)) ??
        (await database.transaction((tx) => lockOpen(tx, cart, clock())));
      const view = await viewCheckout(database, deskFor(market), cart, checkout);
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
      return change(command, market, call, async (tx, checkout) => {
        if (checkout.state === 'paying') return 'being paid';
        return writeCheckout(tx, checkout.id, { ...columnsOf(patch, clock()), updated_at: clock() });
      });
    },
    async pay(command, market, input) {
      await doors.directory.requireMarket(market);
      const body = parseInput(paySchema, input, 'this payment');
      const claim = claimOf(command, 'checkout.pay', { market, ...body });
      const earlier = body.giftCards && (await readAnswer(database, claim));
      if (earlier) return earlier.answer as PayOutcome;
      for (let tries = 0; tries < MOST_BEGINNINGS; tries += 1) {
        const cards = await checkGiftCards(market, body);
        if (cards.kind === 'refused') return cards.outcome;
        const begun = await database.transaction(async (tx) => {
          const claimed = await claimKey(tx, claim);
          if (claimed.kind === 'answered')
            return { kind: 'done', outcome: claimed.answer as PayOutcome } as const;
          return beginCheckoutPayment(tx, deskFor(market, command.actor), body, cards.ids);
        });
        if (begun.kind === 'again') {
          await doors.payments.runOperations(begun.paymentIds);
          continue;
        }
        const outcome = begun.kind === 'done' ? begun.outcome : await payOnce(market, begun.paymentIds);
        return (await storeAnswer(database, claim, outcome)) as PayOutcome;
      }
      return { kind: 'pending' };
    },
    async comeBack(market, { cartId, checkoutId }) {
      const checkout = await findById(database, checkoutId);
      // The id stands in the bank's address book and in histories: what it opens is for whoever has the cart.
      if (checkout?.cart_id !== cartId) return { kind: 'no-cart' };
      const payments = await doors.payments.find(database, { owner: ownerOf(checkout.id) });
      const last = payments.at(-1);
      if (!last) return { kind: 'no-cart' };
      const payment = isUndecided(last.state) ? await doors.payments.ask(last.id) : last;
      await doors.payments.runOperations(payments.map(({ id }) => id));
      return outcomeOf(market, payment);
    },
    async reopen(command, market, { cartId }) {
      await doors.directory.requireMarket(market);
      const call = { name: 'checkout.reopen', cartId, body: null };
      let paymentIds: readonly string[] = [];
      const outcome = await change(command, market, call, async (tx, checkout) => {
        if (checkout.state !== 'paying') return checkout;
        const payments = await doors.payments.find(tx, { owner: ownerOf(checkout.id) });
        const current = payments.filter(({ id }) => checkout.payment_ids.includes(id));
        // People must look at what does not add up; it is not given up behind their back.
        if (current.some(({ problem }) => problem !== undefined)) return 'being paid';
        paymentIds = current.map(({ id }) => id);
        return giveUp(tx, deskFor(market), checkout, { declined: null, payments: current });
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
    async forgetAbandoned() {
      const now = clock();
      const before = new Date(now.getTime() - ABANDONED_DAYS * 24 * 60 * 60_000);
      return forgetAbandoned(database, { before, now });
    },
  };
}

function columnsOf(patch: CheckoutPatch, now: Date) {
  const { contact, address, billing, delivery, note, terms } = patch;
  return {
    ...(contact?.email !== undefined && { email: contact.email }),
    ...(contact?.name !== undefined && { name: contact.name }),
    ...(contact?.phone !== undefined && { phone: contact.phone || null }),
    ...(address !== undefined && { address: JSON.stringify(address) }),
    ...(billing !== undefined && { billing: JSON.stringify(billing) }),
    ...(delivery !== undefined && { delivery: JSON.stringify(delivery) }),
    ...(note !== undefined && { note: note || null }),
    ...(terms !== undefined && { terms_at: terms ? now : null }),
  };
}
