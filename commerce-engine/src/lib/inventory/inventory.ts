import type { Queryable, Transaction } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { ChannelClocks } from '../delivery/channel-clocks.ts';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import type { Stores } from '../stores/stores.ts';
import { bookMovements } from './book-movements.ts';
import { type Booking, type BookingOutcome, lockItems, type StockDesk } from './book-stock.ts';
import type { Allocation } from './bundle.rules.ts';
import { type HeldMove, moveHeld, type ReleasePartOutcome, releasePart } from './change-held.ts';
import {
  adjustStock,
  moveStock,
  type StockOutcome,
  setStockOnHand,
  setStockPolicy,
} from './inventory.commands.ts';
import {
  type LowStockView,
  type OrderableView,
  readAvailability,
  readDiscrepancies,
  readLowStock,
  readOrderable,
  readRunningLow,
  readSellable,
  readStock,
  readStoreAvailability,
  type SellableView,
  type StockQuestion,
  type VariantStock,
} from './inventory.queries.ts';
import type {
  AvailabilityView,
  RunningLowView,
  StockMovementPage,
  StoreAvailabilityView,
  VariantStockView,
} from './inventory.views.ts';
import { joinHeld } from './join-held.ts';
import { releaseReservations, sweepReservations } from './release-reservations.ts';
import type { Demand } from './reservation.rules.ts';
import {
  type Keeping,
  keepReservations,
  type ReservationOutcome,
  type ReservationRequest,
  readHeld,
  reserveStock,
  takeReserved,
} from './reservations.ts';
import { tellWhatIsOut } from './set-preorder.ts';
import { type MovementQuery, readMovements, readPreorders, readVariantStock } from './staff-stock.queries.ts';
import { applyStock, planStock, type StockPlan, type StockSetting } from './stock-changes.ts';
import { createStockCounts, type StockCounts } from './stock-counts.ts';
import {
  type AdjustInput,
  adjustSchema,
  type MoveInput,
  moveSchema,
  type SetOnHandInput,
  type StockPolicyInput,
  setOnHandSchema,
  stockPolicySchema,
} from './stock-input.ts';

export type { Allocation } from './bundle.rules.ts';
export type { ReservationOutcome } from './reservations.ts';
export type { StockPlan, StockSetting } from './stock-changes.ts';

/** Who books stock, and when. */
export interface StockBooker {
  readonly actor: string;
  readonly at: Date;
}

/** What is there, and what can be promised of it. */
export interface Inventory {
  /** What shoppers of the channel are told, in the order of the ids; undefined = unknown variant. */
  availability(
    market: Market,
    variantIds: readonly string[],
    options?: ReadOptions,
  ): Promise<(AvailabilityView | undefined)[]>;
  /** For each id every store with what is there; empty = unknown variant. */
  storeAvailability(
    market: Market,
    variantIds: readonly string[],
    options?: ReadOptions,
  ): Promise<(readonly StoreAvailabilityView[])[]>;
  /** How many can be ordered in the channel. Not for shoppers' eyes. */
  orderable(
    market: Market,
    variantIds: readonly string[],
    options?: ReadOptions,
  ): Promise<(OrderableView | undefined)[]>;
  /** Both at once, in one statement; in none for stock that was read already. Not for shoppers' eyes. */
  sellable(
    market: Market,
    variantIds: readonly string[],
    options?: ReadOptions & { readonly stock?: ReadonlyMap<string, VariantStock> | undefined },
  ): Promise<(SellableView | undefined)[]>;
  /** Variants with no more left than their threshold, over all locations, the scarcest first. Needs `inventory.write`. */
  lowStock(actor: Actor, options: { readonly limit: number }): Promise<readonly LowStockView[]>;
  /** Places with no more available than the level set for them, the emptiest first. Needs `inventory.write`. */
  runningLow(
    actor: Actor,
    query: { readonly locationId?: string; readonly limit: number },
  ): Promise<readonly RunningLowView[]>;
  /** Ids of variants that are not out yet in some channel, the next to come out first. Needs `inventory.write`. */
  preorders(actor: Actor, query: { readonly limit: number }): Promise<readonly string[]>;
  /** Goods of a place, counted line by line. */
  readonly counts: StockCounts;
  /** What is where, in the order of the ids; what nobody set up is missing. Needs `inventory.write`. */
  stock(actor: Actor, variantIds: readonly string[]): Promise<readonly VariantStockView[]>;
  /** The ledger of a variant, the newest first. Needs `inventory.write`. */
  movements(actor: Actor, query: MovementQuery): Promise<StockMovementPage>;
  /** Books pieces that came or left. Needs `inventory.write`. */
  adjust(command: CommandContext, input: AdjustInput): Promise<StockOutcome>;
  /** Books the difference to an absolute count. Needs `inventory.write`. */
  setOnHand(command: CommandContext, input: SetOnHandInput): Promise<StockOutcome>;
  /** Moves pieces between locations. Needs `inventory.write`. @returns the level at the place they came from. */
  move(command: CommandContext, input: MoveInput): Promise<StockOutcome>;
  /** How a variant is sold when there is little or nothing left. Needs `inventory.write`. */
  setPolicy(command: CommandContext, input: StockPolicyInput): Promise<void>;
  /** Levels that are not the sum of their ledger. Empty when all is well. */
  discrepancies(): Promise<
    readonly { variantId: string; locationId: string; level: number; ledger: number }[]
  >;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    plan(on: Queryable, settings: readonly StockSetting[]): Promise<StockPlan>;
    /** Makes the settings hold and emits. On `not-enough` the caller must roll back. */
    set(
      tx: Transaction,
      settings: readonly StockSetting[],
      by: { readonly actor: string; readonly at: Date; readonly reason: string },
    ): Promise<BookingOutcome>;
    /** Books movements and reservations, and emits. On `not-enough` the caller must roll back. */
    book(tx: Transaction, bookings: readonly Booking[], by: StockBooker): Promise<BookingOutcome>;
    /** Reserves all of it or nothing; as all that follows in pieces of what was sold, bundles too. On `not-enough` nothing was written. */
    reserve(tx: Transaction, request: ReservationRequest, by: StockBooker): Promise<ReservationOutcome>;
    /** What an owner holds. */
    held(on: Queryable, owner: string): Promise<readonly Allocation[]>;
    /** Makes what one owner holds another's, for good. @returns what it holds, empty when nothing is left; and what was also read. */
    keep<Also>(
      tx: Transaction,
      owner: string,
      to: Keeping<Also>,
    ): Promise<{ readonly kept: readonly Allocation[]; readonly also: Also }>;
    /** The same beside what the other holds already. The items are locked. @returns what came to it. */
    join(tx: Transaction, owner: string, keeper: string): Promise<readonly Allocation[]>;
    /** Gives back all that an owner holds. @returns what was given back. */
    release(tx: Transaction, owner: string, by: StockBooker): Promise<readonly Allocation[]>;
    /** Gives back so many pieces of what an owner holds; each variant once. On `not-held` nothing was written. */
    releasePart(
      tx: Transaction,
      owner: string,
      demand: readonly Demand[],
      by: StockBooker,
    ): Promise<ReleasePartOutcome>;
    /** Whoever changes these variants' stock waits until the transaction ends. */
    lockItems(tx: Transaction, variantIds: readonly string[]): Promise<void>;
    /** What is free where, of bundles' components too, for deciding who sends; the variants stay locked. */
    lockStock(tx: Transaction, variantIds: readonly string[]): Promise<ReadonlyMap<string, VariantStock>>;
    /** Makes other locations hold what an owner holds. What `lockStock` says must suffice. */
    moveHeld(tx: Transaction, owner: string, moves: readonly HeldMove[], by: StockBooker): Promise<void>;
    /** Reserved pieces leave their location, by default because they are sent. On `not-reserved` nothing was written. */
    take(
      tx: Transaction,
      owner: string,
      parts: readonly (Demand & { readonly locationId: string })[],
      by: StockBooker & { readonly reason?: string },
    ): Promise<{ readonly kind: 'taken' } | { readonly kind: 'not-reserved'; readonly variantId: string }>;
  };
  /** Frees reservations that nobody came for in time. @returns how many. */
  sweepReservations(): Promise<number>;
  /** Tells caches and search of variants that have come out by now. Harmless when several processes do it. @returns how many. */
  tellWhatIsOut(): Promise<number>;
}

export function createInventory(
  context: EngineContext,
  { stores, clocks }: { readonly stores: Stores; readonly clocks: ChannelClocks },
): Inventory {
  const { database, clock } = context;
  const places = { stores, clocks };
  const run = <Input, Outcome>(
    name: string,
    command: CommandContext,
    input: Input,
    work: (desk: StockDesk, input: Input) => Promise<Outcome>,
  ) =>
    runCommand(context, command, { name, capability: 'inventory.write', body: input }, (tx) =>
      work({ ...places, tx, actor: actorName(command.actor), at: clock() }, input),
    );
  const asked = ({ channel }: Market, options: ReadOptions | undefined): StockQuestion => ({
    ...places,
    channel,
    at: options?.at ?? clock(),
  });
  /** The day of the channel where it is latest to begin: what is out there is out everywhere. */
  const lastDay = async () => [...(await clocks.days(database, clock())).values()].sort()[0] ?? '';
  return {
    availability: (market, ids, options) =>
      readAvailability(options?.on ?? database, asked(market, options), ids),
    storeAvailability: (market, ids, options) =>
      readStoreAvailability(options?.on ?? database, asked(market, options), ids),
    orderable: (market, ids, options) => readOrderable(options?.on ?? database, asked(market, options), ids),
    sellable(market, ids, options) {
      const known = options?.stock && { known: options.stock };
      return readSellable(options?.on ?? database, { ...asked(market, options), ...known }, ids);
    },
    async lowStock(actor, { limit }) {
      requireCapability(actor, 'inventory.write');
      return readLowStock(database, { limit, day: await lastDay() });
    },
    async runningLow(actor, query) {
      requireCapability(actor, 'inventory.write');
      return readRunningLow(database, query);
    },
    async preorders(actor, { limit }) {
      requireCapability(actor, 'inventory.write');
      return readPreorders(database, { limit, day: await lastDay() });
    },
    counts: createStockCounts(context, places),
    async stock(actor, variantIds) {
      requireCapability(actor, 'inventory.write');
      return readVariantStock(database, variantIds);
    },
    async movements(actor, query) {
      requireCapability(actor, 'inventory.write');
      return readMovements(database, query);
    },
    async adjust(command, input) {
      return run(
        'inventory.adjust',
        command,
        parseInput(adjustSchema, input, 'this adjustment'),
        adjustStock,
      );
    },
    async setOnHand(command, input) {
      const count = parseInput(setOnHandSchema, input, 'this count');
      return run('inventory.setOnHand', command, count, setStockOnHand);
    },
    async move(command, input) {
      return run('inventory.move', command, parseInput(moveSchema, input, 'this move'), moveStock);
    },
    async setPolicy(command, input) {
      const policy = parseInput(stockPolicySchema, input, 'this stock policy');
      const call = {
        name: 'inventory.setPolicy',
        capability: 'inventory.write',
        body: policy,
        auditsItself: true,
      } as const;
      await runCommand(context, command, call, async (tx) => {
        const { variantId, ...detail } = policy;
        const at = clock();
        const answer = await setStockPolicy({ ...places, tx, actor: actorName(command.actor), at }, policy);
        await recordAudit(tx, {
          actor: command.actor,
          action: 'inventory.setPolicy',
          subject: `variant:${variantId}`,
          detail,
          at,
        });
        return answer;
      });
    },
    discrepancies: () => readDiscrepancies(database),
    inTransaction: {
      plan: planStock,
      set: (tx, settings, by) => applyStock({ ...places, tx, ...by }, settings, by),
      book: (tx, bookings, by) => bookMovements({ ...places, tx, ...by }, bookings),
      reserve: (tx, request, by) => reserveStock({ ...places, tx, ...by }, request),
      held: readHeld,
      keep: keepReservations,
      join: joinHeld,
      release: (tx, owner, by) => releaseReservations({ ...places, tx, ...by }, owner),
      releasePart: (tx, owner, demand, by) => releasePart({ ...places, tx, ...by }, owner, demand),
      lockItems,
      async lockStock(tx, variantIds) {
        await lockItems(tx, variantIds);
        return readStock(tx, variantIds);
      },
      moveHeld: (tx, owner, moves, by) => moveHeld({ ...places, tx, ...by }, owner, moves),
      take: (tx, owner, parts, { reason = 'shipped', ...by }) =>
        takeReserved({ ...places, tx, ...by }, owner, { parts, reason }),
    },
    sweepReservations: () =>
      database.transaction((tx) =>
        sweepReservations({ ...places, tx, actor: 'system:reservations', at: clock() }),
      ),
    tellWhatIsOut: () => database.transaction((tx) => tellWhatIsOut({ tx, clocks, at: clock() })),
  };
}
