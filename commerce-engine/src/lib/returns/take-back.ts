import { returnView } from './keep-return.ts';
import { receivePieces } from './receive-return.ts';
import { refundPieces } from './refund-return.ts';
import { beginReturn } from './request-return.ts';
import type { ReturnDesk } from './return-desk.ts';
import type { TakeBackOutcome } from './returns.views.ts';
import type { TakeBackInput } from './returns-input.ts';

/** A refusal that is known only after something was written: the transaction must not be kept. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly outcome: TakeBackOutcome;

  constructor(outcome: TakeBackOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Goods, stock and money of a return that was not announced, in one transaction: SPEC rule RET-9.
 * @param run does the work in a transaction that is undone when it throws.
 */
export async function takeBack(
  input: TakeBackInput,
  run: (work: (desk: ReturnDesk) => Promise<TakeBackOutcome>) => Promise<TakeBackOutcome>,
): Promise<TakeBackOutcome> {
  try {
    return await run((desk) => takeAll(desk, input));
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}

async function takeAll(
  desk: ReturnDesk,
  { orderNumber, locationId, lines, channel, note, fee, delivery, to }: TakeBackInput,
): Promise<TakeBackOutcome> {
  const { tx, orders } = desk;
  const orderId = await orders.inTransaction.idOf(tx, orderNumber);
  const order = orderId === undefined ? undefined : await orders.inTransaction.lockForMoney(tx, orderId);
  if (!order) return { kind: 'no-order' };
  const begun = await beginReturn(desk, order, {
    lines: lines.map(({ lineId, quantity, reason }) => ({ lineId, quantity, reason })),
    state: 'approved',
    ...(channel !== undefined && { channel }),
    ...(note !== undefined && { note }),
  });
  if (begun.kind === 'not-instead') throw new Error('What lies on the counter is exchanged there.');
  if (begun.kind !== 'begun') return begun;
  const inspected = lines.map(({ lineId, quantity, condition }) => ({
    lineId,
    resellable: condition === 'resellable' ? quantity : 0,
    damaged: condition === 'damaged' ? quantity : 0,
    missing: 0,
  }));
  const received = await receivePieces(desk, order, { kept: begun.kept, locationId, inspected });
  const refunded = await refundPieces(desk, received.order, {
    kept: received.kept,
    ...(fee !== undefined && { fee }),
    ...(delivery !== undefined && { delivery }),
    ...(to !== undefined && { to }),
  });
  if (refunded.kind !== 'refunded') throw new Undone(refunded);
  return { kind: 'taken-back', return: returnView(refunded.kept) };
}
