import type { Queryable, Transaction } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { isUuid } from '../is-uuid.ts';
import { money } from '../money/money.rules.ts';
import { parseInput } from '../parse-input.ts';
import type { Payments } from '../payments/payments.ts';
import { type CancelDesk, cancelOrder, type OrderCoupons } from './cancel-order.ts';
import { cancelUnpaid } from './cancel-unpaid.ts';
import { correctOrder, type SameCosts } from './correct-order.ts';
import { isErased } from './customer-orders.ts';
import { giveAllowance } from './give-allowance.ts';
import { allowanceViews, cancellationViews } from './given-back-views.ts';
import { leftOf } from './left.rules.ts';
import { readUnlocked } from './lock-order.ts';
import { type MadeCards, withCards } from './made-cards.ts';
import {
  type AllowanceInput,
  allowanceSchema,
  type CancelInput,
  type CorrectionInput,
  cancelSchema,
  confirmAgainSchema,
  correctionSchema,
} from './order-input.ts';
import { readEntries, type WhichOrder } from './orders.queries.ts';
import type {
  AllowanceOutcome,
  AllowanceView,
  CancellationView,
  CancelOutcome,
  ConfirmAgainOutcome,
  CorrectionOutcome,
  NewTimelineEntry,
  OrderLeftView,
  OrderView,
} from './orders.views.ts';

/** What staff change about orders that are placed. */
export interface StaffOrders {
  /** Cancels what is not on its way yet, whole or in pieces, and gives the money back. Needs `orders.write`. */
  cancel(command: CommandContext, input: CancelInput): Promise<CancelOutcome>;
  /** Writes right who and where an order is for, while that changes no price. Needs `orders.write`. */
  correct(command: CommandContext, input: CorrectionInput): Promise<CorrectionOutcome>;
  /** Gives money back for goods that stay with the shopper. Needs `orders.write`. */
  giveAllowance(command: CommandContext, input: AllowanceInput): Promise<AllowanceOutcome>;
  /** What of an order can still be given back, part by part. Needs `orders.read`. Undefined = there is no such order. */
  leftOf(actor: Actor, orderId: string): Promise<OrderLeftView | undefined>;
  /** What was given so, for whoever has opened the order. */
  allowancesOf(order: OrderView): Promise<readonly AllowanceView[]>;
  /** What was cancelled of it and when, for whoever has opened the order. */
  cancellationsOf(order: OrderView): Promise<readonly CancellationView[]>;
  /** Has the confirmation written to the shopper once more, as the order stands now. Needs `orders.write`. */
  confirmAgain(command: CommandContext, input: { readonly orderId: string }): Promise<ConfirmAgainOutcome>;
  /** Cancels orders whose provider has no more patience. For a job that runs every hour or day. @returns how many. */
  cancelUnpaid(): Promise<number>;
}

export interface StaffOrderDoors {
  readonly payments: Payments;
  readonly inventory: Pick<Inventory, 'inTransaction'>;
  readonly delivery: Pick<Delivery, 'inTransaction'>;
  readonly coupons: OrderCoupons;
  readonly costs: SameCosts;
  /** Who showed that an address is theirs. */
  ownerOf(tx: Transaction, email: string): Promise<string | undefined>;
  view(on: Queryable, which: WhichOrder): Promise<OrderView | undefined>;
  /** Writes an entry of an order's timeline. */
  tell(tx: Transaction, orderId: string, event: NewTimelineEntry): Promise<void>;
  /** Tells other rooms that an order has changed. */
  changed(tx: Transaction, orderId: string): Promise<void>;
  runPayments(orderId: string): Promise<void>;
  /** Gift cards that were made of lines. */
  readonly cards: MadeCards;
}

export function createStaffOrders(
  context: EngineContext,
  {
    payments,
    inventory,
    delivery,
    coupons,
    costs,
    ownerOf,
    view,
    tell,
    changed,
    runPayments,
    cards,
  }: StaffOrderDoors,
): StaffOrders {
  const { database, clock } = context;

  function cancelDesk(tx: Transaction, orderId: string, actor: string): CancelDesk {
    const told = async (detail: Readonly<Record<string, unknown>>) => {
      await tell(tx, orderId, { kind: 'cancelled', actor, detail });
      await changed(tx, orderId);
    };
    return { payments, stock: inventory.inTransaction, delivery, coupons, actor, at: clock(), tell: told };
  }

  return {
    async cancelUnpaid() {
      let cancelled = 0;
      for await (const orderId of payments.impatient()) {
        const isCancelled = await database.transaction((tx) =>
          cancelUnpaid(tx, cancelDesk(tx, orderId, 'system:payment'), orderId),
        );
        if (!isCancelled) continue;
        cancelled += 1;
        await runPayments(orderId);
      }
      return cancelled;
    },
    async cancel(command, asked) {
      const input = parseInput(cancelSchema, asked, 'this cancellation');
      const call = { name: 'orders.cancel', capability: 'orders.write', body: input } as const;
      const actor = actorName(command.actor);
      const outcome = await runCommand(context, command, call, (tx) =>
        cancelOrder(tx, cancelDesk(tx, input.orderId, actor), input),
      );
      await runPayments(input.orderId);
      return outcome;
    },
    async correct(command, asked) {
      const input = parseInput(correctionSchema, asked, 'this correction');
      const call = { name: 'orders.correct', capability: 'orders.write', body: input } as const;
      const actor = actorName(command.actor);
      return runCommand(context, command, call, (tx) =>
        correctOrder(
          tx,
          {
            costs,
            ownerOf: ownerOf,
            at: clock(),
            tell: (detail) => tell(tx, input.orderId, { kind: 'corrected', actor, detail }),
          },
          input,
        ),
      );
    },
    async giveAllowance(command, asked) {
      const input = parseInput(allowanceSchema, asked, 'this refund');
      const { orderId } = input;
      const call = { name: 'orders.giveAllowance', capability: 'orders.write', body: input } as const;
      const actor = actorName(command.actor);
      const outcome = await runCommand(context, command, call, (tx) => {
        const told = async (detail: Readonly<Record<string, unknown>>) => {
          await tell(tx, orderId, { kind: 'allowance', actor, detail });
          await changed(tx, orderId);
        };
        return giveAllowance(tx, { payments, cards, at: clock(), tell: told }, input);
      });
      await runPayments(orderId);
      return outcome;
    },
    async leftOf(actor, orderId) {
      requireCapability(actor, 'orders.read');
      const order = isUuid(orderId) ? await readUnlocked(database, orderId) : undefined;
      if (!order) return undefined;
      const cash = (amount: number) => money(amount, order.currency);
      const onCards = await cards.left(database, orderId);
      const { whole, lines, deliveries } = leftOf(withCards(order, onCards));
      return {
        whole: cash(whole),
        lines: lines.map(({ lineId, left, onCards, open, charges }) => ({
          lineId,
          left: cash(left),
          ...(onCards !== undefined && { onCards: cash(onCards) }),
          open: open.map(cash),
          charges: charges.map(cash),
        })),
        deliveries: deliveries.map(({ deliveryId, left }) => ({ deliveryId, left: cash(left) })),
      };
    },
    allowancesOf: async ({ id, currency }) =>
      allowanceViews(await readEntries(database, { orderId: id }), currency),
    cancellationsOf: async ({ id }) => cancellationViews(await readEntries(database, { orderId: id })),
    async confirmAgain(command, asked) {
      const input = parseInput(confirmAgainSchema, asked, 'this confirmation');
      const { orderId } = input;
      const call = { name: 'orders.confirmAgain', capability: 'orders.write', body: input } as const;
      return runCommand(context, command, call, async (tx): Promise<ConfirmAgainOutcome> => {
        const order = await view(tx, { id: orderId });
        if (!order) return { kind: 'no-order' };
        if (isErased(order)) return { kind: 'erased' };
        await tell(tx, orderId, { kind: 'confirmed-again', actor: actorName(command.actor) });
        return { kind: 'queued', to: order.contact.email };
      });
    },
  };
}
