import type { Database, Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { KeptCart } from '../cart/cart-state.ts';
import { answerKey, type Claim, claimOf, noteBegun, readClaim, storeAnswer } from '../idempotency/claim.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { isUndecided } from '../payments/payments.rules.ts';
import type { KeptPayment, PlacedOrder } from '../payments/payments.ts';
import { type Begun, beginCheckoutPayment } from './begin-payment.ts';
import type { PayOutcome } from './checkout.views.ts';
import type { CheckoutDesk, CheckoutDoors } from './checkout-desk.ts';
import { type PayInput, paySchema } from './checkout-input.ts';
import { viewCheckout } from './checkout-view.ts';
import { checkoutIdOf, findById, type KeptCheckout, ownerOf } from './keep-checkout.ts';
import { placedOutcome } from './place-draft.ts';

/** A payment that stands in the way is given up once; more means that somebody pays from several places at once. */
const MOST_BEGINNINGS = 5;

/** Paying, and coming back from a bank. */
export interface Paying {
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
}

/** The half of a checkout that talks to those who move money. */
export function createPaying({
  database,
  doors,
  deskFor,
  openCart,
}: {
  readonly database: Database;
  readonly doors: CheckoutDoors;
  readonly deskFor: (market: Market, actor?: Actor) => CheckoutDesk;
  readonly openCart: (
    on: Database,
    desk: CheckoutDesk,
    cartId: string,
  ) => Promise<
    | {
        readonly cart: KeptCart;
        readonly checkout: KeptCheckout | undefined;
        /** With the papers of whoever buys. */
        readonly desk: CheckoutDesk;
      }
    | undefined
  >;
}): Paying {
  /** What has become of a payment that was begun. */
  async function outcomeOf(desk: CheckoutDesk, payment: KeptPayment): Promise<PayOutcome> {
    const checkoutId = checkoutIdOf(payment.owner);
    const placed = await placedOutcome(database, { doors }, checkoutId);
    if (placed) return placed;
    const checkout = await findById(database, checkoutId);
    if (!checkout) return { kind: 'no-cart' };
    if (payment.state === 'action' && payment.actionUrl !== undefined)
      return { kind: 'action', url: payment.actionUrl };
    if (checkout.state === 'paying') return { kind: 'pending' };
    const open = await openCart(database, desk, checkout.cart_id);
    if (!open) return { kind: 'no-cart' };
    const view = await viewCheckout(database, open.desk, open.cart, checkout);
    return { kind: 'declined', reason: checkout.declined ?? 'declined', checkout: view };
  }

  async function payOnce(
    desk: CheckoutDesk,
    { paymentIds, first }: { readonly paymentIds: readonly string[]; readonly first?: KeptPayment },
  ): Promise<PayOutcome> {
    let payment: KeptPayment | undefined;
    let placed: PlacedOrder | undefined;
    for (const id of paymentIds) {
      // The others may be given up while the first is asked for: they are looked at anew.
      ({ payment, placed } = await doors.payments.advance(id === first?.id ? first : id));
      // What one of them refuses is given up as a whole: nobody is asked for the rest.
      if (payment.state !== 'authorised') break;
    }
    // What placing it decided is done. What somebody else decided is not to wait for a job.
    if (placed) return { kind: 'placed', order: { ...placed, key: doors.orders.keyOf(placed.id) } };
    await doors.payments.runOperations(paymentIds);
    return outcomeOf(desk, payment!);
  }

  /** The first half of paying, once for a key. What the key has begun may be declined by now: it is told, not tried again. */
  async function beginOnce(claim: Claim, begin: (tx: Transaction) => Promise<Begun>): Promise<Begun> {
    try {
      return await database.transaction(async (tx) => {
        const begun = await begin(tx);
        if (begun.kind === 'begun') await noteBegun(tx, claim, begun.paymentIds);
        else if (begun.kind === 'done') await answerKey(tx, claim, begun.outcome);
        // Nothing may be given up for a request that was answered long ago.
        else if (await readClaim(tx, claim)) throw new Error(`The key "${claim.key}" has paid already.`);
        return begun;
      });
    } catch (error) {
      const earlier = await readClaim(database, claim);
      if (!earlier) throw error;
      return earlier.kind === 'answered'
        ? { kind: 'done', outcome: earlier.answer as PayOutcome }
        : { kind: 'begun', paymentIds: earlier.begun as readonly string[] };
    }
  }

  /** Cards by their codes and PINs; a wrong one is refused before anything else happens. */
  async function checkGiftCards(
    desk: CheckoutDesk,
    { cartId, checkoutId, giftCards = [] }: PayInput,
  ): Promise<{ kind: 'good'; ids: readonly string[] } | { kind: 'refused'; outcome: PayOutcome }> {
    const ids: string[] = [];
    if (giftCards.length === 0) return { kind: 'good', ids };
    // A payment under way has spent them already: this request joins it.
    const isOpen = async () => (await findById(database, checkoutId))?.state === 'open';
    for (const [place, card] of ((await isOpen()) ? giftCards : []).entries()) {
      const checked = await doors.giftCards.check({ ...card, currency: desk.market.currency });
      if (checked.kind === 'good') {
        ids.push(checked.card.id);
        continue;
      }
      // So has one that began just now.
      if (!(await isOpen())) return { kind: 'good', ids: [] };
      const open = await openCart(database, desk, cartId);
      if (!open?.checkout) return { kind: 'refused', outcome: { kind: 'no-cart' } };
      const view = await viewCheckout(database, open.desk, open.cart, open.checkout);
      const outcome = { kind: 'gift-card-refused', place, reason: checked.reason, checkout: view } as const;
      return { kind: 'refused', outcome };
    }
    return { kind: 'good', ids };
  }

  return {
    async pay(command, market, input) {
      await doors.directory.requireMarket(market);
      const body = parseInput(paySchema, input, 'this payment');
      const claim = claimOf(command, 'checkout.pay', { market, ...body });
      const earlier = body.giftCards && (await readClaim(database, claim));
      if (earlier?.kind === 'answered') return earlier.answer as PayOutcome;
      for (let tries = 0; tries < MOST_BEGINNINGS; tries += 1) {
        const desk = deskFor(market, command.actor);
        const cards = await checkGiftCards(desk, body);
        if (cards.kind === 'refused') return cards.outcome;
        const begun = await doors.tax.askedOutside(() =>
          beginOnce(claim, (tx) => beginCheckoutPayment(tx, desk, body, cards.ids)),
        );
        if (begun.kind === 'done') return begun.outcome;
        if (begun.kind === 'begun')
          return (await storeAnswer(database, claim, await payOnce(desk, begun))) as PayOutcome;
        await doors.payments.runOperations(begun.paymentIds);
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
      return outcomeOf(deskFor(market), payment);
    },
  };
}
