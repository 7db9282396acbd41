import { newId } from '@vitrine/database';
import { sharesOfLines } from '../orders/give-back.rules.ts';
import { exceeding, sumPieces } from '../orders/order-pieces.ts';
import type { LockedOrder } from '../orders/orders.ts';
import { keptInstead } from './instead.ts';
import { type KeptReturn, piecesUnderWay, readReturns } from './keep-return.ts';
import { type ReturnDesk, tellReturn } from './return-desk.ts';
import type { ReturnsTables } from './returns.tables.ts';
import type { RequestOutcome, ReturnReason } from './returns.views.ts';

export interface WantedReturn {
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantity: number;
    readonly reason: ReturnReason;
    readonly instead?: { readonly variantId: string; readonly quantity?: number | undefined } | undefined;
  }[];
  readonly channel?: string;
  readonly note?: string;
  /** Whoever bought announces it. */
  readonly byShopper?: boolean;
  /** What comes without a request is approved by being taken. */
  readonly state: 'requested' | 'approved';
}

/** Begins a return of pieces that can be returned, and holds what is wanted instead: SPEC rules RET-1 and RET-22 to RET-25. The order is locked. */
export async function beginReturn(
  desk: ReturnDesk,
  order: LockedOrder,
  { lines, channel = order.channel, note, byShopper = false, state }: WantedReturn,
): Promise<
  | { readonly kind: 'begun'; readonly kept: KeptReturn }
  | Extract<RequestOutcome, { readonly kind: 'too-many' | 'not-instead' }>
> {
  const { tx, at, additions } = desk;
  const underWay = await piecesUnderWay(tx, order.id);
  const final = await desk.linesSold(tx, order.id);
  const tooMany = exceeding(order, lines, ({ id, fulfilled, returned }) =>
    final.has(id) ? 0 : fulfilled - returned - (underWay.get(id) ?? 0),
  );
  if (tooMany) return { kind: 'too-many', lineId: tooMany.lineId, returnable: tooMany.open };
  const tables = tx.tables<ReturnsTables>();
  const id = newId();
  const wanted = lines.flatMap(({ lineId, quantity, instead }) =>
    instead ? [{ lineId, variantId: instead.variantId, quantity: instead.quantity ?? quantity }] : [],
  );
  // All of it or nothing: what is refused has written nothing.
  const held =
    wanted.length > 0 ? await additions.hold(tx, order, { returnId: id, wanted, by: desk }) : undefined;
  if (held && held.kind !== 'held') return { kind: 'not-instead', because: held };
  const before = await readReturns(tx, { orderId: order.id });
  await tables
    .insertInto('returns_return')
    .values({
      id,
      number: `${order.number}-R${before.length + 1}`,
      order_id: order.id,
      currency: order.currency,
      state,
      channel,
      location_id: null,
      note: note ?? null,
      by_shopper: byShopper,
      answer: null,
      fee: 0,
      delivery: 0,
      refund: null,
      instead: held ? JSON.stringify(keptInstead(held, worthOf(order, lines))) : null,
      made_at: at,
      updated_at: at,
    })
    .execute();
  await tables
    .insertInto('returns_line')
    .values(
      lines.map(({ lineId, quantity, reason }) => ({
        return_id: id,
        line_id: lineId,
        quantity,
        reason,
        resellable: 0,
        damaged: 0,
        missing: 0,
        net: 0,
        tax: 0,
        gross: 0,
        taxes: '[]',
      })),
    )
    .execute();
  const [kept] = await readReturns(tx, { id });
  await tellReturn(desk, kept!, 'requested', { lines, ...(note !== undefined && { note }) });
  return { kind: 'begun', kept: kept! };
}

/** What pieces would be worth if they were here now. */
function worthOf(order: LockedOrder, lines: WantedReturn['lines']): number {
  return sharesOfLines(order, sumPieces(lines)).reduce((sum, { share }) => sum + share.gross, 0);
}
