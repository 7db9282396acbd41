import type { Queryable, Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import type { CatalogQueries } from '../catalog/catalog.queries.ts';
import { GIFT_CARD } from '../gift-cards/gift-card-provider.ts';
import type { GiftCards } from '../gift-cards/gift-cards.ts';
import { makeUsable, takeBackLot } from '../lots/lots-of-origin.ts';
import { addToAccount } from '../lots/move-lots.ts';
import { fulfilmentOf } from '../orders/count-pieces.ts';
import type { LockedOrder, Orders } from '../orders/orders.ts';
import { backWith } from '../orders/refund-share.rules.ts';
import type { Payments, StandingPayment } from '../payments/payments.ts';
import { earnedPoints, earningAmounts, pointsToTakeBack } from './earn-points.rules.ts';
import { addMember, daysAfter, readMember, usableFrom } from './keep-members.ts';
import { firstProgramme, readProgrammes } from './keep-programmes.ts';
import type { LoyaltyTables } from './loyalty.tables.ts';
import { type Programme, programmeIn } from './programme.rules.ts';

export interface PointsDesk {
  readonly orders: Pick<Orders, 'inTransaction'>;
  readonly payments: Pick<Payments, 'inTransaction'>;
  readonly catalog: Pick<CatalogQueries, 'variantLines'>;
  readonly giftCards: Pick<GiftCards, 'inTransaction'>;
  readonly at: Date;
}

type Earning = Selectable<LoyaltyTables['loyalty_earning']>;

const ACTOR = 'system:loyalty';
/** Tenders of the shop: what they pay was earned, given or paid for before. */
const OWN_TENDERS = [GIFT_CARD, 'store-credit', 'points'];

const originOf = (orderId: string) => `order:${orderId}`;

/**
 * Makes an order's points what they are by how the order stands: SPEC rules LOYAL-1 to LOYAL-8. It may run any number of times.
 * @returns whose they are, and in which programme; undefined = nobody earns with it.
 */
export async function settlePoints(
  tx: Transaction,
  desk: PointsDesk,
  orderId: string,
): Promise<{ readonly customerId: string; readonly programmeId: string } | undefined> {
  const order = await desk.orders.inTransaction.lock(tx, orderId);
  // Whoever changes the order after this says so again.
  await tx.tables<LoyaltyTables>().deleteFrom('loyalty_due').where('order_id', '=', orderId).execute();
  if (!order) return undefined;
  const programmes = await readProgrammes(tx);
  const payments = await desk.payments.inTransaction.standing(tx, orderId);
  const earning = (await readEarning(tx, orderId)) ?? (await earn(tx, desk, { order, programmes, payments }));
  const programme = programmes.find(({ id }) => id === earning?.programme_id);
  const customerId = earning?.customer_id;
  if (!earning || !programme || !customerId) return undefined;
  await takeBack(tx, desk, order, earning);
  await vest(tx, desk, { order, programme, payments, earning });
  return { customerId, programmeId: programme.id };
}

/** What was decided of an order's points. */
export function readEarning(tx: Queryable, orderId: string): Promise<Earning | undefined> {
  return tx
    .tables<LoyaltyTables>()
    .selectFrom('loyalty_earning')
    .selectAll()
    .where('order_id', '=', orderId)
    .executeTakeFirst();
}

async function earn(
  tx: Transaction,
  desk: PointsDesk,
  {
    order,
    programmes,
    payments,
  }: { order: LockedOrder; programmes: readonly Programme[]; payments: readonly StandingPayment[] },
): Promise<Earning | undefined> {
  const { id: orderId, customerId, channel, currency, placedAt, lines, deliveries } = order;
  const since = await firstProgramme(tx);
  // What was bought before there was anything to earn earns nothing because it is touched today.
  if (since === undefined || placedAt < since) return undefined;
  const programme = programmeIn(programmes, channel);
  const nothing = { order_id: orderId, placed_at: placedAt, points: 0, taken_back: 0, usable_at: null };
  if (customerId === undefined || !programme)
    return writeEarning(tx, { ...nothing, programme_id: programme?.id ?? null, customer_id: null });
  const which = { programmeId: programme.id, customerId };
  if (programme.enrolment === 'automatic')
    await addMember(tx, programme, { customerId, at: placedAt, actor: ACTOR });
  const member = await readMember(tx, which);
  if (!member || member.joined_at > placedAt)
    return writeEarning(tx, { ...nothing, programme_id: programme.id, customer_id: null });
  const bought = await boughtCards(tx, desk, payments);
  const money = payments
    .filter(
      ({ method, token = '' }) =>
        programme.ownTendersEarn || !OWN_TENDERS.includes(method) || bought.has(token),
    )
    .reduce((sum, { amount }) => sum + amount, 0);
  const charges = [
    ...lines.map(({ gross, giftCard }) => ({ gross, isGiftCard: giftCard !== undefined })),
    ...deliveries,
  ];
  const amounts = earningAmounts(charges, money);
  const categories = await categoriesOf(tx, desk, order, programme);
  const points = earnedPoints(programme, {
    currency,
    placedAt,
    tier: member.tier ?? undefined,
    lines: lines.map(({ id, productId, variantId }, at) => ({
      id,
      productId,
      categoryIds: categories.get(variantId) ?? [],
      amount: amounts[at]!,
    })),
  });
  const all = points.reduce((sum, each) => sum + each, 0);
  const tables = tx.tables<LoyaltyTables>();
  const earning = await writeEarning(tx, {
    ...nothing,
    programme_id: programme.id,
    customer_id: customerId,
    points: all,
  });
  await tables
    .insertInto('loyalty_earning_line')
    .values(lines.map(({ id }, at) => ({ order_id: orderId, line_id: id, points: points[at]! })))
    .execute();
  if (all > 0)
    await addToAccount(
      tx,
      { book: 'points', holder: customerId, unit: programme.id },
      {
        amount: all,
        reference: originOf(orderId),
        origin: originOf(orderId),
        reason: order.number,
        actor: ACTOR,
        at: desk.at,
      },
    );
  return earning;
}

/** Cards that pay and were bought: nothing was earned with them then. */
async function boughtCards(
  tx: Transaction,
  { giftCards }: PointsDesk,
  payments: readonly StandingPayment[],
): Promise<ReadonlySet<string>> {
  const ids = payments.flatMap(({ method, token }) => (method === GIFT_CARD && token ? [token] : []));
  return ids.length === 0 ? new Set() : giftCards.inTransaction.bought(tx, ids);
}

async function writeEarning(tx: Transaction, earning: Earning): Promise<Earning> {
  await tx.tables<LoyaltyTables>().insertInto('loyalty_earning').values(earning).execute();
  return earning;
}

/** Categories by variant, where any rule asks for them. What is not sold any more is in none. */
async function categoriesOf(
  tx: Transaction,
  { catalog, at }: PointsDesk,
  { channel, locale, currency, lines }: LockedOrder,
  { earn, bonuses }: Programme,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (![...earn, ...bonuses].some(({ categories }) => categories !== undefined)) return new Map();
  const variantIds = lines.map(({ variantId }) => variantId);
  const market = { channel, locale, currency, customerGroup: 'anyone' };
  const found = await catalog.variantLines(market, variantIds, { on: tx, at });
  return new Map(found.flatMap((line) => (line ? [[line.variantId, line.categoryIds] as const] : [])));
}

async function takeBack(
  tx: Transaction,
  { at }: PointsDesk,
  { lines, number, id: orderId }: LockedOrder,
  earning: Earning,
): Promise<void> {
  const tables = tx.tables<LoyaltyTables>();
  const earned = await tables
    .selectFrom('loyalty_earning_line')
    .select(['line_id', 'points'])
    .where('order_id', '=', orderId)
    .execute();
  const due = earned.reduce((sum, { line_id, points }) => {
    const line = lines.find(({ id }) => id === line_id);
    if (!line) return sum;
    const pieces = line.cancelled + line.returned;
    const back = backWith(line, pieces);
    return sum + pointsToTakeBack(points, { back, gross: line.gross, isWhole: pieces >= line.quantity });
  }, 0);
  const amount = due - earning.taken_back;
  if (amount <= 0) return;
  await takeBackLot(
    tx,
    { book: 'points', origin: originOf(orderId) },
    { amount, reference: `${originOf(orderId)} back to ${due}`, reason: number, actor: ACTOR, at },
  );
  await tables
    .updateTable('loyalty_earning')
    .set({ taken_back: due })
    .where('order_id', '=', orderId)
    .execute();
}

async function vest(
  tx: Transaction,
  { at }: PointsDesk,
  {
    order,
    programme,
    payments,
    earning,
  }: {
    order: LockedOrder;
    programme: Programme;
    payments: readonly StandingPayment[];
    earning: Earning;
  },
): Promise<void> {
  if (earning.usable_at !== null) return;
  const kept = payments.reduce(
    (sum, { captured, refunded, refunding }) => sum + captured - refunded - refunding,
    0,
  );
  if (kept < order.total - order.adjusted) return;
  const { from, days } = programme.vesting;
  if (from === 'handed-over' && fulfilmentOf(order.lines) !== 'done') return;
  const usable = usableFrom(programme, daysAfter(from === 'placed' ? order.placedAt : at, days));
  const reference = `${originOf(order.id)} usable`;
  await makeUsable(
    tx,
    { book: 'points', origin: originOf(order.id) },
    { ...usable, reference, actor: ACTOR, at },
  );
  await tx
    .tables<LoyaltyTables>()
    .updateTable('loyalty_earning')
    .set({ usable_at: usable.usableAt })
    .where('order_id', '=', order.id)
    .execute();
}
