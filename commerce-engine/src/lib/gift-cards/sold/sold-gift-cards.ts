import type { Queryable } from '@vitrine/database';
import { z } from 'zod';
import { actorName } from '../../actor-name.ts';
import type { CommandContext } from '../../api/commerce-client.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Checkouts } from '../../checkout/checkout.ts';
import { CommerceError } from '../../commerce-error.ts';
import type { ChannelClocks } from '../../delivery/channel-clocks.ts';
import type { Delivery } from '../../delivery/delivery.ts';
import type { EngineContext } from '../../engine-context.ts';
import type { Fulfilment } from '../../fulfilment/fulfilment.ts';
import { runCommand } from '../../idempotency/run-command.ts';
import { recordAudit } from '../../identity/audit.ts';
import { requireCapability } from '../../identity/capability.rules.ts';
import type { Actor } from '../../identity/identity.views.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Mail } from '../../mail/mail.ts';
import type { Orders } from '../../orders/orders.ts';
import { parseInput } from '../../parse-input.ts';
import type { Payments } from '../../payments/payments.ts';
import type { Tax } from '../../tax/tax.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { becomeCard, becomeGoods } from './card-product.ts';
import { type DueOrder, forgetDue, noteDue, postponeDue, readDue } from './due-orders.ts';
import { type GiftCardProducts, readGiftCardProducts } from './gift-card-products.ts';
import { hasCardLines, issueSold } from './issue-sold.ts';
import {
  type SendAgainInput,
  type SendAgainOutcome,
  sendAgain,
  sendAgainSchema,
  soldOf,
} from './send-again.ts';
import {
  type SetRecipientInput,
  type SetRecipientOutcome,
  setRecipient,
  setRecipientSchema,
} from './set-recipient.ts';
import { defineSoldMails, type ShopUrl, waitingMailings } from './sold-mails.ts';

export const giftCardProductSchema = z.strictObject({
  productId: z.string().min(1, 'expected a product').max(200),
  /** Whether each piece of it is a card. */
  giftCard: z.boolean(),
  /** The class its taxes are of from now on. Absent = that it has. */
  taxClass: z.string().min(1, 'expected a tax class').max(100).optional(),
});
export type GiftCardProductInput = z.infer<typeof giftCardProductSchema>;

/** Gift cards that are bought in the shop. */
export interface SoldGiftCards {
  /**
   * Says whether each piece of a product is a card worth what it cost. A card goes by e-mail alone; what is none any more is delivered and
   * taxed as before. What was bought stays what it was bought as. Needs `giftcards.write`, and `settings.write` for a tax class.
   * @throws CommerceError `bad_input` when there is no such product or tax class.
   */
  setProduct(command: CommandContext, input: GiftCardProductInput): Promise<void>;
  /** Products of which each piece is a card. Needs `giftcards.write`. */
  products(actor: Actor): Promise<readonly string[]>;
  /** Mails a card that was bought to whoever bought it. Needs `giftcards.write`. */
  sendAgain(command: CommandContext, input: SendAgainInput): Promise<SendAgainOutcome>;
  /**
   * Says to whom and when the cards of a line are mailed that are for somebody else. What was mailed already is not mailed again by it: that is
   * `sendAgain`. Needs `orders.write`.
   */
  setRecipient(command: CommandContext, input: SetRecipientInput): Promise<SetRecipientOutcome>;
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
    /** Those of these orders of which cards are still to be mailed. */
    withCardsToMail(on: Queryable, orderIds: readonly string[]): Promise<readonly string[]>;
  };
}

export interface SoldGiftCardDoors {
  readonly orders: Orders;
  readonly payments: Payments;
  readonly fulfilment: Pick<Fulfilment, 'inTransaction'>;
  readonly inventory: Pick<Inventory, 'inTransaction'>;
  readonly mail: Mail;
  readonly catalog: Pick<Catalog, 'knownProducts' | 'inTransaction'>;
  readonly checkout: Pick<Checkouts, 'inTransaction'>;
  readonly delivery: Pick<Delivery, 'inTransaction'>;
  readonly tax: Pick<Tax, 'inTransaction' | 'productClasses'>;
  readonly products: GiftCardProducts;
  readonly clocks: Pick<ChannelClocks, 'instantIn'>;
  /** Where whoever gets a card spends it. Undefined = their mails have no link. */
  readonly shopUrl?: ShopUrl | undefined;
}

const AT_ONCE = 200;
/** Until an order whose pieces were not there is looked at again. */
const PAUSE = 15 * 60_000;

export function createSoldGiftCards(
  context: EngineContext,
  {
    orders,
    payments,
    fulfilment,
    inventory,
    mail,
    catalog,
    checkout,
    delivery,
    tax,
    products,
    clocks,
    shopUrl,
  }: SoldGiftCardDoors,
): SoldGiftCards {
  const { database, clock, secret } = context;

  orders.onChange(async (tx, orderId) => {
    // Nothing is read for it: where it is not known whether there are any, the job looks.
    if (products.known?.areAny === false) return;
    await noteDue(tx, orderId, clock());
  });

  defineSoldMails(context, { orders, mail, shopUrl });

  const afterPause = () => new Date(clock().getTime() + PAUSE);

  async function issueOf(due: DueOrder): Promise<number> {
    const { orderId } = due;
    const seen = await orders.inTransaction.read(database, orderId);
    if (!seen || !hasCardLines(seen)) {
      await forgetDue(database, due);
      return 0;
    }
    const made = await database.transaction(async (tx) => {
      const desk = {
        orders,
        payments,
        fulfilment,
        stock: inventory.inTransaction,
        mail,
        clocks,
        secret,
        at: clock(),
      };
      const outcome = await issueSold(tx, desk, orderId);
      if (outcome.kind === 'not-there') await postponeDue(tx, orderId, afterPause());
      // Whoever has changed the order meanwhile, or does after this, has said so again.
      else await forgetDue(tx, due);
      return outcome.kind === 'issued' ? outcome.cards : 0;
    });
    await orders.runPayments(orderId);
    return made;
  }

  return {
    async setProduct(command, asked) {
      const body = parseInput(giftCardProductSchema, asked, 'this gift card product');
      if (body.taxClass !== undefined) requireCapability(command.actor, 'settings.write');
      const call = {
        name: 'giftCards.setProduct',
        capability: 'giftcards.write',
        body,
        auditsItself: true,
      } as const;
      await runCommand(context, command, call, async (tx) => {
        const { productId, giftCard, taxClass } = body;
        if (!(await catalog.knownProducts(tx, [productId])).has(productId))
          throw new CommerceError('bad_input', `There is no product "${productId}".`);
        const desk = { tx, catalog, delivery, tax };
        const changed = giftCard
          ? await becomeCard(desk, { productId, taxClass })
          : await becomeGoods(desk, productId);
        if (!changed) return null;
        const { actor } = command;
        const subject = `product:${productId}`;
        await recordAudit(tx, {
          actor,
          action: call.name,
          subject,
          detail: { giftCard, ...(taxClass && { taxClass }) },
          at: clock(),
        });
        await tx.emit({ kind: 'gift-cards.product-changed', payload: { productId } });
        return null;
      });
    },
    async products(actor) {
      requireCapability(actor, 'giftcards.write');
      return [...(await readGiftCardProducts(database)).active];
    },
    async sendAgain(command, asked) {
      const body = parseInput(sendAgainSchema, asked, 'this request');
      const call = {
        name: 'giftCards.sendAgain',
        capability: 'giftcards.write',
        body,
        auditsItself: true,
      } as const;
      return runCommand<SendAgainOutcome>(context, command, call, (tx) =>
        sendAgain(tx, { orders, checkout, mail, secret, at: clock() }, body, (detail) =>
          recordAudit(tx, {
            ...{ actor: command.actor, action: call.name, subject: `gift-card:${body.id}` },
            ...{ detail, at: clock() },
          }),
        ),
      );
    },
    async setRecipient(command, asked) {
      const body = parseInput(setRecipientSchema, asked, 'this recipient');
      const call = { name: 'giftCards.setRecipient', capability: 'orders.write', body } as const;
      return runCommand<SetRecipientOutcome>(context, command, call, (tx) =>
        setRecipient(tx, { orders, mail, clocks, at: clock() }, body, actorName(command.actor)),
      );
    },
    async soldWith(actor, cardId) {
      requireCapability(actor, 'giftcards.write');
      const sold = await soldOf(database, cardId);
      if (!sold) return undefined;
      const { number } = await orders.inTransaction.head(database, sold.order_id);
      return { orderId: sold.order_id, orderNumber: number };
    },
    async issueDue() {
      await products.read(database);
      const due = await readDue(database, { at: clock(), limit: AT_ONCE });
      let made = 0;
      const failures: unknown[] = [];
      for (const each of due) {
        try {
          made += await issueOf(each);
        } catch (error) {
          failures.push(error);
          await postponeDue(database, each.orderId, afterPause());
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
      async withCardsToMail(on, orderIds) {
        if (orderIds.length === 0) return [];
        const sold = await on
          .tables<GiftCardsTables>()
          .selectFrom('giftcards_sold')
          .select(['order_id', 'mailing_id'])
          .distinct()
          .where('order_id', 'in', [...orderIds])
          .execute();
        const mailings = sold.map(({ mailing_id }) => mailing_id);
        const waiting = await waitingMailings(on, mail, mailings);
        const ids = new Set(sold.filter((row) => waiting.has(row.mailing_id)).map((row) => row.order_id));
        return orderIds.filter((id) => ids.has(id));
      },
    },
  };
}
