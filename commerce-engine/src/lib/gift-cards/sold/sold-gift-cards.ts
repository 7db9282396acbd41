import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../api/commerce-client.ts';
import { CommerceError } from '../../commerce-error.ts';
import type { Delivery } from '../../delivery/delivery.ts';
import type { EngineContext } from '../../engine-context.ts';
import type { Fulfilment } from '../../fulfilment/fulfilment.ts';
import { runCommand } from '../../idempotency/run-command.ts';
import { requireCapability } from '../../identity/capability.rules.ts';
import type { Actor } from '../../identity/identity.views.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Mail } from '../../mail/mail.ts';
import { money } from '../../money/money.rules.ts';
import { isErased } from '../../orders/customer-orders.ts';
import type { Orders } from '../../orders/orders.ts';
import type { OrderView } from '../../orders/orders.views.ts';
import { parseInput } from '../../parse-input.ts';
import type { Payments } from '../../payments/payments.ts';
import { remember } from '../../remember.ts';
import type { Tax } from '../../tax/tax.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { giftCardLock } from '../keep-gift-card.ts';
import { issueSold } from './issue-sold.ts';
import { soldLetter } from './sold-letter.ts';
import { soldSecrets } from './sold-secrets.ts';

export const giftCardProductSchema = z.strictObject({
  productId: z.string().min(1, 'expected a product').max(200),
  /** Whether each piece of it is a card. */
  giftCard: z.boolean(),
  /** The class its taxes are of from now on. Absent = that it has. */
  taxClass: z.string().min(1, 'expected a tax class').max(100).optional(),
});
export type GiftCardProductInput = z.infer<typeof giftCardProductSchema>;

export const sendAgainSchema = z.strictObject({
  id: z.uuid('expected the id of a gift card'),
  /** True = with another code and PIN; those of before end at once. */
  newCode: z.boolean(),
});
export type SendAgainInput = z.infer<typeof sendAgainSchema>;

export type SendAgainOutcome =
  | { readonly kind: 'queued' }
  /** It was issued by staff, or taken over: its code is known to nobody here. */
  | { readonly kind: 'not-sold' }
  /** Its buyer was erased. */
  | { readonly kind: 'nobody' };

/** Gift cards that are bought in the shop. */
export interface SoldGiftCards {
  /**
   * Says whether each piece of a product is a card worth what it cost. A card goes by e-mail alone; what is none any more, as most goods
   * do. Needs `giftcards.write`. @throws CommerceError `bad_input` when there is no such tax class.
   */
  setProduct(command: CommandContext, input: GiftCardProductInput): Promise<void>;
  /** Products of which each piece is a card. Needs `giftcards.write`. */
  products(actor: Actor): Promise<readonly string[]>;
  /** Mails a card that was bought to whoever bought it. Needs `giftcards.write`. */
  sendAgain(command: CommandContext, input: SendAgainInput): Promise<SendAgainOutcome>;
  /** The order a card was bought with; undefined = it was not bought. Needs `giftcards.write`. */
  soldWith(
    actor: Actor,
    cardId: string,
  ): Promise<{ readonly orderId: string; readonly orderNumber: string } | undefined>;
  /** Makes the cards of orders that are paid. For a job that runs every few seconds; harmless in several processes. @returns how many. */
  issueDue(): Promise<number>;
  readonly inTransaction: {
    /** Lines of an order of which cards were made: they are not taken back. */
    linesSold(on: Queryable, orderId: string): Promise<ReadonlySet<string>>;
  };
}

export interface SoldGiftCardDoors {
  readonly orders: Orders;
  readonly payments: Payments;
  readonly fulfilment: Pick<Fulfilment, 'inTransaction'>;
  readonly inventory: Pick<Inventory, 'inTransaction'>;
  readonly mail: Mail;
  readonly delivery: Pick<Delivery, 'inTransaction'>;
  readonly tax: Pick<Tax, 'inTransaction'>;
  /** Where a shopper looks at their order. Undefined = mails have no link. */
  readonly linkTo: (order: OrderView) => Promise<string | undefined>;
}

const AT_ONCE = 50;
/** Until an order whose pieces were not there is looked at again. */
const PAUSE = 15 * 60_000;

export function createSoldGiftCards(
  context: EngineContext,
  { orders, payments, fulfilment, inventory, mail, delivery, tax, linkTo }: SoldGiftCardDoors,
): SoldGiftCards {
  const { database, clock, secret } = context;
  const products = remember(database, ['gift-cards.product-changed'], readProducts);

  orders.onChange(async (tx, orderId) => {
    if ((await products.read(tx)).size === 0) return;
    await tx.later(
      tx
        .tables<GiftCardsTables>()
        .insertInto('giftcards_due')
        .values({ order_id: orderId, at: clock() })
        .onConflict((conflict) => conflict.column('order_id').doUpdateSet({ at: clock() })),
    );
  });

  mail.define('gift-cards', (shipmentId) => letterOf('shipment_id', shipmentId), { isSecret: true });
  // A card may be asked for again and again: each request has a reference of its own.
  mail.define('gift-card-again', (request) => letterOf('card_id', request.split(' ')[0]!), {
    isSecret: true,
  });

  async function letterOf(column: 'shipment_id' | 'card_id', id: string) {
    const rows = await database
      .tables<GiftCardsTables>()
      .selectFrom('giftcards_sold as sold')
      .innerJoin('giftcards_card as card', 'card.id', 'sold.card_id')
      .select(['card.id', 'card.balance', 'card.currency', 'card.state', 'sold.issue', 'sold.order_id'])
      .where(`sold.${column}`, '=', id)
      .orderBy('sold.line_id')
      .orderBy('sold.piece')
      .execute();
    const cards = rows.filter(({ state, balance }) => state === 'active' && balance > 0);
    const order = rows[0] && (await orders.inTransaction.view(database, { id: rows[0].order_id }));
    if (!order || isErased(order) || cards.length === 0) return undefined;
    const link = await linkTo(order);
    return soldLetter(
      { number: order.number, locale: order.locale, to: order.contact.email },
      cards.map((card) => ({
        amount: money(card.balance, card.currency),
        ...soldSecrets(secret, card),
      })),
      { ...(link !== undefined && { link }), isRenewed: column === 'card_id' && cards[0]!.issue > 1 },
    );
  }

  async function issueOf(orderId: string): Promise<number> {
    const made = await database.transaction(async (tx) => {
      const tables = tx.tables<GiftCardsTables>();
      const desk = {
        orders,
        payments,
        fulfilment,
        stock: inventory.inTransaction,
        mail,
        secret,
        at: clock(),
      };
      const outcome = await issueSold(tx, desk, { orderId, products: await products.read(tx) });
      if (outcome.kind === 'not-there') {
        const at = new Date(clock().getTime() + PAUSE);
        await tables.updateTable('giftcards_due').set({ at }).where('order_id', '=', orderId).execute();
        return 0;
      }
      // Whoever changes the order after this says so again.
      await tables.deleteFrom('giftcards_due').where('order_id', '=', orderId).execute();
      return outcome.kind === 'issued' ? outcome.cards : 0;
    });
    await orders.runPayments(orderId);
    return made;
  }

  return {
    async setProduct(command, asked) {
      const body = parseInput(giftCardProductSchema, asked, 'this gift card product');
      const call = { name: 'giftCards.setProduct', capability: 'giftcards.write', body } as const;
      await runCommand(context, command, call, async (tx) => {
        const tables = tx.tables<GiftCardsTables>();
        const { productId, giftCard, taxClass } = body;
        if (giftCard)
          await tables
            .insertInto('giftcards_product')
            .values({ product_id: productId })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        else await tables.deleteFrom('giftcards_product').where('product_id', '=', productId).execute();
        const ways = { ship: !giftCard, pickup: !giftCard, electronic: giftCard };
        await delivery.inTransaction.setProducts(tx, [{ productId, ...ways }]);
        if (taxClass !== undefined)
          await tax.inTransaction.setProductClasses(tx, [{ productId, class: taxClass }]);
        await tx.emit({ kind: 'gift-cards.product-changed', payload: { productId } });
        return null;
      });
    },
    async products(actor) {
      requireCapability(actor, 'giftcards.write');
      return [...(await readProducts(database))];
    },
    async sendAgain(command, asked) {
      const body = parseInput(sendAgainSchema, asked, 'this request');
      const call = { name: 'giftCards.sendAgain', capability: 'giftcards.write', body } as const;
      return runCommand<SendAgainOutcome>(context, command, call, async (tx) => {
        const { id, newCode } = body;
        const sold = await soldOf(tx, id);
        if (!sold) return { kind: 'not-sold' };
        const order = await orders.inTransaction.view(tx, { id: sold.order_id });
        if (!order || isErased(order)) return { kind: 'nobody' };
        if (newCode) await renew(tx, { id, issue: sold.issue + 1 });
        await mail.inTransaction.queue(tx, { kind: 'gift-card-again', reference: `${id} ${newId()}` });
        return { kind: 'queued' };
      });
    },
    async soldWith(actor, cardId) {
      requireCapability(actor, 'giftcards.write');
      const sold = await soldOf(database, cardId);
      if (!sold) return undefined;
      const { number } = await orders.inTransaction.head(database, sold.order_id);
      return { orderId: sold.order_id, orderNumber: number };
    },
    async issueDue() {
      const due = await database
        .tables<GiftCardsTables>()
        .selectFrom('giftcards_due')
        .select('order_id')
        .where('at', '<=', clock())
        .orderBy('at')
        .limit(AT_ONCE)
        .execute();
      let made = 0;
      const failures: unknown[] = [];
      for (const { order_id: orderId } of due) {
        try {
          made += await issueOf(orderId);
        } catch (error) {
          failures.push(error);
          await postpone(orderId);
        }
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `The gift cards of ${failures.length} orders could not be made.`);
      return made;
    },
    inTransaction: {
      async linesSold(on, orderId) {
        const rows = await on
          .tables<GiftCardsTables>()
          .selectFrom('giftcards_sold')
          .select('line_id')
          .where('order_id', '=', orderId)
          .execute();
        return new Set(rows.map(({ line_id }) => line_id));
      },
    },
  };

  /** What failed is the last to be tried again, so that the others have their turn. */
  async function postpone(orderId: string): Promise<void> {
    await database
      .tables<GiftCardsTables>()
      .updateTable('giftcards_due')
      .set({ at: new Date(clock().getTime() + PAUSE) })
      .where('order_id', '=', orderId)
      .execute();
  }

  async function renew(
    tx: Transaction,
    card: { readonly id: string; readonly issue: number },
  ): Promise<void> {
    const { id, issue } = card;
    const tables = tx.tables<GiftCardsTables>();
    const changed = await tables
      .updateTable('giftcards_card')
      .set({ ...giftCardLock(secret, soldSecrets(secret, card)), wrong_pins: 0, locked_until: null })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!changed) throw new CommerceError('bad_input', `There is no gift card "${id}".`);
    await tables.updateTable('giftcards_sold').set({ issue }).where('card_id', '=', id).execute();
  }
}

async function soldOf(on: Queryable, cardId: string) {
  return on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_sold')
    .select(['order_id', 'issue'])
    .where('card_id', '=', cardId)
    .executeTakeFirst();
}

async function readProducts(on: Queryable): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ product_id: string }>`select product_id from giftcards_product`.execute(
    on.tables(),
  );
  return new Set(rows.map(({ product_id }) => product_id));
}
