import type { Database, Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { KeptCart } from '../cart/cart-state.ts';
import { claimKey, claimOf, noteBegun, readAnswer, storeAnswer } from '../idempotency/claim.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { isUndecided } from '../payments/payments.rules.ts';
import type { KeptPayment } from '../payments/payments.ts';
import { beginCheckoutPayment } from './begin-payment.ts';
import type { PayOutcome } from './checkout.views.ts';
import type { CheckoutDesk, CheckoutDoors } from './checkout-desk.ts';
import { type PayInput, paySchema } from './checkout-input.ts';
import { viewCheckout } from './checkout-view.ts';
import { checkoutIdOf, findById, findOpen, ownerOf } from './keep-checkout.ts';
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
  readonly openCart: (on: Database, market: Market, cartId: string) => Promise<KeptCart | undefined>;
}): Paying {
  /** What has become of a payment that was begun. */
  async function outcomeOf(desk: CheckoutDesk, payment: KeptPayment): Promise<PayOutcome> {
    const { market } = desk;
    const checkoutId = checkoutIdOf(payment.owner);
    const placed = await placedOutcome(database, { doors }, checkoutId);
    if (placed) return placed;
    const checkout = await findById(database, checkoutId);
    if (!checkout) return { kind: 'no-cart' };
    if (payment.state === 'action' && payment.actionUrl !== undefined)
      return { kind: 'action', url: payment.actionUrl };
    if (checkout.state === 'paying') return { kind: 'pending' };
    const cart = await openCart(database, market, checkout.cart_id);
    if (!cart) return { kind: 'no-cart' };
    const view = await viewCheckout(database, desk, cart, checkout);
    return { kind: 'declined', reason: checkout.declined ?? 'declined', checkout: view };
  }

  async function payOnce(
    desk: CheckoutDesk,
    { paymentIds, first }: { readonly paymentIds: readonly string[]; readonly first?: KeptPayment },
  ): Promise<PayOutcome> {
    let payment: KeptPayment | undefined;
    for (const id of paymentIds) {
      // The others may be given up while the first is asked for: they are looked at anew.
      payment = await doors.payments.advance(id === first?.id ? first : id);
      // What one of them refuses is given up as a whole: nobody is asked for the rest.
      if (payment.state !== 'authorised') break;
    }
    await doors.payments.runOperations(paymentIds);
    return outcomeOf(desk, payment!);
  }

  /** Cards by their codes and PINs; a wrong one is refused before anything else happens. */
  async function checkGiftCards(
    desk: CheckoutDesk,
    { cartId, checkoutId, giftCards = [] }: PayInput,
  ): Promise<{ kind: 'good'; ids: readonly string[] } | { kind: 'refused'; outcome: PayOutcome }> {
    const ids: string[] = [];
    // A payment under way has spent them already: this request joins it.
    const isOpen = giftCards.length > 0 && (await findById(database, checkoutId))?.state === 'open';
    for (const [place, card] of (isOpen ? giftCards : []).entries()) {
      const checked = await doors.giftCards.check({ ...card, currency: desk.market.currency });
      if (checked.kind === 'good') {
        ids.push(checked.card.id);
        continue;
      }
      const cart = await openCart(database, desk.market, cartId);
      const checkout = cart && (await findOpen(database, cartId));
      if (!cart || !checkout) return { kind: 'refused', outcome: { kind: 'no-cart' } };
      const view = await viewCheckout(database, desk, cart, checkout);
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
      const earlier = body.giftCards && (await readAnswer(database, claim));
      if (earlier) return earlier.answer as PayOutcome;
      for (let tries = 0; tries < MOST_BEGINNINGS; tries += 1) {
        const desk = deskFor(market, command.actor);
        const cards = await checkGiftCards(desk, body);
        if (cards.kind === 'refused') return cards.outcome;
        const begin = async (tx: Transaction) => {
          const claimed = await claimKey(tx, claim);
          if (claimed.kind === 'answered')
            return { kind: 'done', outcome: claimed.answer as PayOutcome } as const;
          // What this key has begun may be declined by now: it is told, not tried again.
          const earlier = claimed.kind === 'begun' ? (claimed.begun as readonly string[] | null) : null;
          if (earlier) return { kind: 'begun', paymentIds: earlier } as const;
          const begun = await beginCheckoutPayment(tx, desk, body, cards.ids);
          if (begun.kind === 'begun') await noteBegun(tx, claim, begun.paymentIds);
          return begun;
        };
        const begun = await doors.tax.askedOutside(() => database.transaction(begin));
        if (begun.kind === 'again') {
          await doors.payments.runOperations(begun.paymentIds);
          continue;
        }
        const outcome = begun.kind === 'done' ? begun.outcome : await payOnce(desk, begun);
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
      return outcomeOf(deskFor(market), payment);
    },
  };
}
