import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { CatalogQueries } from '../catalog/catalog.queries.ts';
import { localeChain, textIn } from '../catalog/local-text.rules.ts';
import { CommerceError } from '../commerce-error.ts';
import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { GiftCards } from '../gift-cards/gift-cards.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { eraseHolder, mergeHolders } from '../lots/holders.ts';
import { addToAccount, spendFromAccount } from '../lots/move-lots.ts';
import { readHolding } from '../lots/read-account.ts';
import { runOutLots, settleDebts } from '../lots/run-out.ts';
import type { Market } from '../market.ts';
import type { Orders } from '../orders/orders.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { parseInput } from '../parse-input.ts';
import type { Payments } from '../payments/payments.ts';
import { remember } from '../remember.ts';
import type { Stores } from '../stores/stores.ts';
import { addMember, readMember, readMemberships, usableFrom } from './keep-members.ts';
import { readProgrammes, writeProgramme } from './keep-programmes.ts';
import type { LoyaltyTables } from './loyalty.tables.ts';
import type {
  AdjustOutcome,
  JoinOutcome,
  LoyaltyView,
  OrderPointsView,
  PointsHistory,
  PointsMovementView,
  ProgrammeView,
} from './loyalty.views.ts';
import { loyaltyView, pointsHistory, programmeView, type Reading } from './loyalty-view.ts';
import { mergeMembers } from './merge-members.ts';
import { type EarningPurchase, previewEarning } from './preview-earning.ts';
import { type Programme, programmeIn, type RedeemRule } from './programme.rules.ts';
import {
  type AdjustPointsInput,
  adjustPointsSchema,
  type JoinInput,
  joinSchema,
  type PointsHistoryQuery,
  type ProgrammeInput,
  pointsHistorySchema,
  programmeSchema,
} from './programme-input.ts';
import { recheckTier } from './recheck-tier.ts';
import { readEarning, settlePoints } from './settle-points.ts';

/** What a customer may pay with in a market. */
export interface PayablePoints {
  readonly programmeId: string;
  readonly name: string;
  readonly points: number;
  readonly rule: RedeemRule;
}

/** What a purchase earns. */
export interface PurchaseEarning {
  readonly programmeId: string;
  readonly name: string;
  readonly points: number;
  /** Whoever buys has them then; false = they would as a member. */
  readonly isMember: boolean;
}

/** Points of one programme, for their owner to take along. */
export interface ExportedLoyalty {
  readonly programmeId: string;
  readonly joinedAt: string;
  readonly tier?: string;
  readonly movements: readonly PointsMovementView[];
}

/** Points that customers earn and pay with, and the tiers these lead to. */
export interface Loyalty {
  /** Programmes that hold in a market, for anybody to read; at most one today. */
  programmes(market: Market): Promise<readonly ProgrammeView[]>;
  /** All of them as they were written. Needs `loyalty.write`. */
  forStaff(actor: Actor): Promise<readonly Programme[]>;
  /** Makes or changes a programme by its id. Needs `loyalty.write`. */
  saveProgramme(command: CommandContext, input: ProgrammeInput): Promise<Programme>;
  /** Makes whoever asks a member; anybody with `customers.write`. */
  join(command: CommandContext, market: Market, input: JoinInput): Promise<JoinOutcome>;
  /** What a customer has, by programme: their own, or anybody's with `customers.read`. */
  of(actor: Actor, market: Market, customerId?: string): Promise<readonly LoyaltyView[]>;
  /** A customer's own, or anybody's with `customers.read`. */
  history(actor: Actor, query: PointsHistoryQuery): Promise<PointsHistory>;
  /** Gives points by hand, or takes them away. Needs `loyalty.write`. */
  adjust(command: CommandContext, market: Market, input: AdjustPointsInput): Promise<AdjustOutcome>;
  /**
   * Looks after orders that have changed and tiers whose time has come. Done at once when an order changes; for a job as well, for
   * what a crash has left. Harmless in several processes. @returns how many of each.
   */
  resume(): Promise<{ readonly orders: number; readonly tiers: number }>;
  /** Pays debts of points that can be used by now, and takes off what has run out. For a job. @returns how many lots ran out. */
  runOut(): Promise<number>;
  /** What an order has earned; undefined = nothing, or it is not settled yet. Writes nothing. For whoever has opened it. */
  ofOpened(
    order: Pick<OrderView, 'id' | 'channel' | 'locale' | 'currency'>,
  ): Promise<OrderPointsView | undefined>;
  exportOf(customerId: string): Promise<readonly ExportedLoyalty[]>;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    /** Undefined = nothing to pay with here. */
    payable(on: Queryable, market: Market, customerId: string): Promise<PayablePoints | undefined>;
    /** Points that a purchase earns when it is placed now; undefined = no programme, or it earns none. */
    earning(
      on: Queryable,
      market: Market,
      purchase: EarningPurchase,
      options: { readonly customerId: string | undefined },
    ): Promise<PurchaseEarning | undefined>;
    /** What was one customer's is another's. */
    merge(tx: Transaction, from: string, to: string): Promise<void>;
    erase(tx: Transaction, customerId: string): Promise<void>;
  };
}

export interface LoyaltyDoors {
  readonly stores: Stores;
  readonly catalog: Pick<CatalogQueries, 'variantLines'>;
  readonly giftCards: Pick<GiftCards, 'inTransaction'>;
  readonly orders: Pick<Orders, 'inTransaction' | 'onChange'>;
  readonly payments: Pick<Payments, 'inTransaction'>;
  readonly customers: Pick<Customers, 'inTransaction'>;
}

const AT_ONCE = 200;
/** More than anybody has; an export is one answer. */
const MOST_EXPORTED_PAGES = 100;

export function createLoyalty(context: EngineContext, doors: LoyaltyDoors): Loyalty {
  const { database, clock } = context;
  const programmes = remember(database, ['loyalty.programme-changed'], readProgrammes);

  doors.orders.onChange(async (tx, orderId) => {
    if ((await programmes.read(tx)).length === 0) return;
    await tx.later(
      tx
        .tables<LoyaltyTables>()
        .insertInto('loyalty_due')
        .values({ order_id: orderId, at: clock() })
        .onConflict((conflict) => conflict.doNothing()),
    );
  });
  database.subscribe(async (events) => {
    if (!events.some(({ kind }) => /^(order|return|loyalty)\.|^customer\.merged$/.test(kind))) return;
    if ((await programmes.read(database)).length > 0) await resume();
  });

  async function readingOf(on: Queryable, market: Market): Promise<Reading> {
    const { locales } = await doors.stores.channel(market.channel, { on });
    return { market, locales };
  }

  async function viewsOf(on: Queryable, market: Market, customerId: string): Promise<LoyaltyView[]> {
    const reading = await readingOf(on, market);
    const known = await programmes.read(on);
    const views: LoyaltyView[] = [];
    for (const member of await readMemberships(on, customerId)) {
      const programme = known.find(({ id }) => id === member.programme_id);
      if (programme) views.push(await loyaltyView(on, { programme, member, at: clock() }, reading));
    }
    return views;
  }

  async function viewIn(on: Queryable, market: Market, customerId: string, programmeId: string) {
    return (await viewsOf(on, market, customerId)).find(({ programme }) => programme.id === programmeId)!;
  }

  async function recheck(which: {
    readonly programmeId: string;
    readonly customerId: string;
  }): Promise<void> {
    await database.transaction((tx) => recheckTier(tx, doors, { ...which, at: clock() }));
  }

  async function resumeOrder(orderId: string): Promise<void> {
    await database.transaction(async (tx) => {
      const settled = await settlePoints(tx, { ...doors, at: clock() }, orderId);
      if (!settled) return;
      await tx
        .tables<LoyaltyTables>()
        .updateTable('loyalty_member')
        .set({ recheck_at: clock() })
        .where('programme_id', '=', settled.programmeId)
        .where('customer_id', '=', settled.customerId)
        .execute();
    });
  }

  async function resume(): Promise<{ orders: number; tiers: number }> {
    const tables = database.tables<LoyaltyTables>();
    const due = await tables
      .selectFrom('loyalty_due')
      .select('order_id')
      .orderBy('at')
      .limit(AT_ONCE)
      .execute();
    const trouble: unknown[] = [];
    // What cannot be settled must not keep the others from being looked after.
    const attempt = (work: Promise<unknown>) => work.catch((error: unknown) => trouble.push(error));
    for (const { order_id: orderId } of due) await attempt(resumeOrder(orderId));
    const members = await tables
      .selectFrom('loyalty_member')
      .select(['programme_id as programmeId', 'customer_id as customerId'])
      .where('recheck_at', '<=', clock())
      .orderBy('recheck_at')
      .limit(AT_ONCE)
      .execute();
    for (const member of members) await attempt(recheck(member));
    if (trouble.length > 0) throw trouble[0];
    return { orders: due.length, tiers: members.length };
  }

  return {
    async programmes(market) {
      const programme = programmeIn(await programmes.read(database), market.channel);
      return programme ? [programmeView(programme, await readingOf(database, market))] : [];
    },
    async forStaff(actor) {
      requireCapability(actor, 'loyalty.write');
      return readProgrammes(database);
    },
    async saveProgramme(command, asked) {
      const programme = parseInput(programmeSchema, asked, 'this programme');
      const call = {
        name: 'loyalty.saveProgramme',
        capability: 'loyalty.write',
        body: programme,
        auditsItself: true,
      } as const;
      return runCommand(context, command, call, async (tx) => {
        await writeProgramme(tx, programme, clock());
        const { id: programmeId, isActive } = programme;
        await recordAudit(tx, {
          actor: command.actor,
          action: call.name,
          subject: `loyalty:${programmeId}`,
          detail: { isActive },
          at: clock(),
        });
        await tx.emit({ kind: 'loyalty.programme-changed', payload: { programmeId } });
        return programme;
      });
    },
    async join(command, market, asked) {
      const { programmeId, ...whose } = parseInput(joinSchema, asked, 'this membership');
      const customerId = whoseOf(command.actor, whose.customerId, 'customers.write');
      const isOwn = command.actor.kind === 'customer';
      const call = {
        name: 'loyalty.join',
        body: { programmeId, customerId },
        ...(!isOwn && ({ capability: 'customers.write' } as const)),
      };
      return runCommand(context, command, call, async (tx): Promise<JoinOutcome> => {
        const programme = (await readProgrammes(tx)).find(
          ({ id, isActive }) => id === programmeId && isActive,
        );
        if (!programme) return { kind: 'no-programme' };
        const actor = actorName(command.actor);
        const isNew = await addMember(tx, programme, { customerId, at: clock(), actor });
        const loyalty = await viewIn(tx, market, customerId, programmeId);
        return { kind: isNew ? 'joined' : 'member-already', loyalty };
      });
    },
    async ofOpened({ id, channel, locale, currency }) {
      // It is settled by whoever changed it or by a job; a look at it waits for nobody.
      const due = await database
        .tables<LoyaltyTables>()
        .selectFrom('loyalty_due')
        .select('order_id')
        .where('order_id', '=', id)
        .executeTakeFirst();
      if (due) return undefined;
      const earning = await readEarning(database, id);
      const points = earning ? earning.points - earning.taken_back : 0;
      const known = await programmes.read(database);
      const programme = known.find((each) => each.id === earning?.programme_id);
      if (!earning || !programme || points <= 0) return undefined;
      const reading = await readingOf(database, { channel, locale, currency, customerGroup: 'anyone' });
      return {
        programmeId: programme.id,
        name: programmeView(programme, reading).name,
        points,
        ...(earning.usable_at && { usableAt: earning.usable_at.toISOString() }),
      };
    },
    of: async (actor, market, customerId) =>
      viewsOf(database, market, whoseOf(actor, customerId, 'customers.read')),
    async history(actor, asked) {
      const { programmeId, customerId, limit, after } = parseInput(
        pointsHistorySchema,
        asked,
        'this question',
      );
      const which = { programmeId, customerId: whoseOf(actor, customerId, 'customers.read') };
      return pointsHistory(database, which, {
        ...(limit !== undefined && { limit }),
        ...(after !== undefined && { after }),
      });
    },
    async adjust(command, market, asked) {
      const input = parseInput(adjustPointsSchema, asked, 'these points');
      const call = {
        name: 'loyalty.adjust',
        capability: 'loyalty.write',
        body: input,
        auditsItself: true,
      } as const;
      const { customerId, programmeId, points, reason, note } = input;
      return runCommand(context, command, call, async (tx): Promise<AdjustOutcome> => {
        const programme = (await readProgrammes(tx)).find(({ id }) => id === programmeId);
        if (!programme) return { kind: 'no-programme' };
        if (!(await readMember(tx, { programmeId, customerId }))) return { kind: 'no-member' };
        const account = { book: 'points', holder: customerId, unit: programmeId } as const;
        const at = clock();
        // Keys are one asker's own, and may be used again when they are forgotten.
        const reference = newId();
        const movement = { reference, actor: actorName(command.actor), reason: note ?? reason, at };
        if (points > 0)
          await addToAccount(tx, account, {
            ...movement,
            amount: points,
            origin: `staff:${reason}:${reference}`,
            ...usableFrom(programme, at),
          });
        else if (!(await spendFromAccount(tx, account, { ...movement, amount: -points }, 'written-off'))) {
          const { usable } = await readHolding(tx, account, at);
          return { kind: 'not-enough', points: usable };
        }
        await recordAudit(tx, {
          actor: command.actor,
          action: call.name,
          subject: `customer:${customerId}`,
          detail: { programmeId, points, reason, ...(note !== undefined && { note }) },
          at,
        });
        await tx.emit({ kind: 'loyalty.adjusted', payload: { customerId, programmeId, points } });
        return { kind: 'adjusted', loyalty: await viewIn(tx, market, customerId, programmeId) };
      });
    },
    resume,
    async runOut() {
      await settleDebts(database, 'points', clock());
      return runOutLots(database, 'points', clock());
    },
    async exportOf(customerId) {
      const all: ExportedLoyalty[] = [];
      for (const { programme_id: programmeId, joined_at, tier } of await readMemberships(
        database,
        customerId,
      )) {
        const movements: PointsMovementView[] = [];
        let after: string | undefined;
        for (let page = 0; page < MOST_EXPORTED_PAGES; page += 1) {
          const read = await pointsHistory(
            database,
            { programmeId, customerId },
            { limit: 100, ...(after !== undefined && { after }) },
          );
          movements.push(...read.movements);
          after = read.next;
          if (after === undefined) break;
        }
        all.push({
          programmeId,
          joinedAt: joined_at.toISOString(),
          ...(tier !== null && { tier }),
          movements,
        });
      }
      return all;
    },
    inTransaction: {
      async payable(on, market, customerId) {
        const programme = programmeIn(await programmes.read(on), market.channel);
        const rule = programme?.redeem.find(({ currency }) => currency === market.currency);
        if (!programme || !rule) return undefined;
        const account = { book: 'points', holder: customerId, unit: programme.id } as const;
        const { usable } = await readHolding(on, account, clock());
        if (usable === 0) return undefined;
        const { locales } = await readingOf(on, market);
        const name = textIn(programme.name, localeChain(market.locale, locales));
        return { programmeId: programme.id, name, points: usable, rule };
      },
      async earning(on, market, purchase, { customerId }) {
        const programme = programmeIn(await programmes.read(on), market.channel);
        if (!programme) return undefined;
        const earned = await previewEarning(on, programme, purchase, { customerId, at: clock() });
        if (earned.points === 0) return undefined;
        const { locales } = await readingOf(on, market);
        const name = textIn(programme.name, localeChain(market.locale, locales));
        return { programmeId: programme.id, name, ...earned };
      },
      async merge(tx, from, to) {
        // Accounts before members, as where points are settled.
        await mergeHolders(tx, 'points', { from, to, at: clock() });
        await mergeMembers(tx, { from, to, at: clock() });
      },
      async erase(tx, customerId) {
        await eraseHolder(tx, 'points', { holder: customerId, at: clock() });
        await tx
          .tables<LoyaltyTables>()
          .deleteFrom('loyalty_member')
          .where('customer_id', '=', customerId)
          .execute();
      },
    },
  };
}

/** Whose it may be asked about. @throws CommerceError `not_allowed`. */
function whoseOf(
  actor: Actor,
  customerId: string | undefined,
  capability: 'customers.read' | 'customers.write',
): string {
  if (actor.kind === 'customer' && (customerId === undefined || customerId === actor.id)) return actor.id;
  requireCapability(actor, capability);
  if (customerId === undefined)
    throw new CommerceError('bad_input', 'Say which customer: staff have no points.', {
      fields: [{ path: 'customerId', problem: 'expected the id of a customer' }],
    });
  return customerId;
}
