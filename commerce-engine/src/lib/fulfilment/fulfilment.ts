import type { Queryable, Transaction } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import { timeZoneOf } from '../delivery/time-zones.rules.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Allocation, Inventory } from '../inventory/inventory.ts';
import { isUuid } from '../is-uuid.ts';
import type { Orders } from '../orders/orders.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { parseInput } from '../parse-input.ts';
import type { Stores } from '../stores/stores.ts';
import { packingSlip, pickupNote, slipToPack } from './documents/shipment-document.ts';
import type { FulfilmentTables } from './fulfilment.tables.ts';
import type {
  HandOverOutcome,
  ReadyOutcome,
  RejectOutcome,
  SentPieces,
  ShipmentView,
  ShipOutcome,
  ShopperShipmentView,
  StuckView,
} from './fulfilment.views.ts';
import { type FulfilmentDesk, ownerOf } from './fulfilment-desk.ts';
import {
  type HandOverInput,
  handOverSchema,
  type ReadyInput,
  type RejectInput,
  readySchema,
  rejectSchema,
  type SendersInput,
  type ShipInput,
  sendersSchema,
  shipSchema,
} from './fulfilment-input.ts';
import { readShipments } from './keep-shipment.ts';
import { handOver, makeReady, pickupCodeOf } from './pickup.ts';
import { rejectPieces } from './reject.ts';
import { noteTried, readStuck, routeAgain } from './route-again.ts';
import { shipPieces } from './ship.ts';

/** How pieces of an order reach their shopper. Commands need `orders.write`. */
export interface Fulfilment {
  /** Sends pieces that are kept for the order at a location, as one parcel. */
  ship(command: CommandContext, input: ShipInput): Promise<ShipOutcome>;
  /** Lays pieces ready at a store. The code is what the shopper will show. */
  markReady(command: CommandContext, input: ReadyInput): Promise<ReadyOutcome>;
  /** The shopper takes a pickup along. */
  handOver(command: CommandContext, input: HandOverInput): Promise<HandOverOutcome>;
  /**
   * A location cannot send these pieces: another is to. What is not there at all has to be counted out of stock besides,
   * with `inventory.adjust`, or it is sold again.
   */
  reject(command: CommandContext, input: RejectInput): Promise<RejectOutcome>;
  /**
   * Looks again who could send what was rejected and nobody else had. For a job that runs every minute; harmless in several processes.
   * @returns how many parts moved.
   */
  routeStuck(): Promise<number>;
  /** What nobody can send just now, waiting longest first, at most 20. Needs `orders.read`. */
  stuck(actor: Actor): Promise<readonly StuckView[]>;
  /** Says which locations send parcels; those not named stay as they are, by default all send. Needs `settings.write`. */
  setSenders(command: CommandContext, senders: SendersInput): Promise<void>;
  /** Which places send parcels, in the order of the places. Needs `settings.write`. */
  senders(actor: Actor): Promise<SendersInput>;
  /** In the order they were made. Needs `orders.read`. */
  shipments(actor: Actor, orderId: string): Promise<readonly ShipmentView[]>;
  /** Where pieces are kept that are not on their way yet. Needs `orders.read`. */
  kept(actor: Actor, orderId: string): Promise<readonly Allocation[]>;
  /** What the shopper shows at the counter. For whoever has opened the order. */
  pickupCode(orderId: string): string;
  /** What shoppers see of the parcels and pickups of an order they have opened. */
  ofOpened(order: OrderView): Promise<readonly ShopperShipmentView[]>;
  /** For other domains: pieces that left, and when. */
  sent(on: Queryable, orderId: string): Promise<readonly SentPieces[]>;
  /** A page for printing. Needs `orders.read`. Undefined = there is no such shipment, or it has no such page. */
  document(
    actor: Actor,
    which: {
      readonly shipmentId: string;
      readonly kind: 'packing-slip' | 'pickup-note';
      /** Default the order's. */
      readonly locale?: string;
    },
  ): Promise<string | undefined>;
  /** A packing slip before anything is sent. Needs `orders.read`. Undefined = so many pieces are not open, or go several ways. */
  slipToPack(
    actor: Actor,
    which: {
      readonly orderId: string;
      /** Where it is packed: its clock tells the day. */
      readonly locationId: string;
      readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
      readonly locale?: string;
    },
  ): Promise<string | undefined>;
  readonly inTransaction: {
    /** Sends what reaches its shopper by e-mail: gift cards. Its payments are the caller's to run afterwards. */
    mail(tx: Transaction, input: ShipInput, by: { readonly actor: string }): Promise<ShipOutcome>;
  };
}

/** So long nobody looks again. */
const PAUSE = 60_000;
const AT_ONCE = 100;
const MOST_TOLD = 20;

export function createFulfilment(
  context: EngineContext,
  {
    orders,
    inventory,
    stores,
  }: { readonly orders: Orders; readonly inventory: Inventory; readonly stores: Stores },
): Fulfilment {
  const { database, clock } = context;
  const run = async <Input extends { readonly orderId: string }, Outcome>(
    name: string,
    command: CommandContext,
    input: Input,
    work: (desk: FulfilmentDesk, input: Input) => Promise<Outcome>,
  ) => {
    const call = { name, capability: 'orders.write', body: input } as const;
    const outcome = await runCommand(context, command, call, (tx) => {
      const stock = inventory.inTransaction;
      return work({ tx, orders, stock, stores, actor: actorName(command.actor), at: clock() }, input);
    });
    await orders.runPayments(input.orderId);
    return outcome;
  };

  /** By the clock of a place; of one whose address nobody knows, by the channel's. */
  async function zoneOf(locationId: string, channel: string): Promise<string> {
    const place = (await stores.locations()).find(({ id }) => id === locationId);
    const { country } = place?.address ?? (await stores.channel(channel));
    return timeZoneOf(country);
  }

  return {
    inTransaction: {
      mail(tx, input, { actor }) {
        const desk = { tx, orders, stock: inventory.inTransaction, stores, actor, at: clock() };
        return shipPieces(desk, input, 'gift-cards-sent');
      },
    },
    ship: async (command, input) =>
      run('fulfilment.ship', command, parseInput(shipSchema, input, 'this shipment'), (desk, parcel) =>
        shipPieces(desk, parcel),
      ),
    markReady: async (command, input) =>
      run('fulfilment.markReady', command, parseInput(readySchema, input, 'this pickup'), makeReady),
    handOver: async (command, input) =>
      run('fulfilment.handOver', command, parseInput(handOverSchema, input, 'this pickup'), handOver),
    reject: async (command, input) =>
      run('fulfilment.reject', command, parseInput(rejectSchema, input, 'this rejection'), rejectPieces),
    async routeStuck() {
      let moved = 0;
      const at = clock();
      const triedBefore = new Date(at.getTime() - PAUSE);
      const failures: unknown[] = [];
      for (const stuck of await readStuck(database, { triedBefore, limit: AT_ONCE })) {
        const isMoved = await database
          .transaction((tx) => {
            const stock = inventory.inTransaction;
            return routeAgain({ tx, orders, stock, stores, actor: 'system:routing', at }, stuck);
          })
          // It is the last to be tried again, so that the others have their turn.
          .catch(async (error: unknown) => {
            failures.push(error);
            await noteTried(database, stuck, at);
            return false;
          });
        if (isMoved) moved += 1;
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} parts of orders could not be routed again.`);
      return moved;
    },
    async stuck(actor) {
      requireCapability(actor, 'orders.read');
      const rows = await readStuck(database, { limit: MOST_TOLD });
      return Promise.all(
        rows.map(async ({ order_id: orderId, location_id: locationId, since }) => {
          const { number } = await orders.inTransaction.head(database, orderId);
          return { orderId, number, locationId, since: since.toISOString() };
        }),
      );
    },
    async setSenders(command, senders) {
      const inputs = parseInput(sendersSchema, senders, 'these senders');
      const call = { name: 'fulfilment.setSenders', capability: 'settings.write', body: inputs } as const;
      await runCommand(context, command, call, async (tx) => {
        for (const { locationId, ships } of inputs)
          await tx
            .tables<FulfilmentTables>()
            .insertInto('fulfilment_location')
            .values({ location_id: locationId, ships })
            .onConflict((conflict) => conflict.column('location_id').doUpdateSet({ ships }))
            .execute();
        return null;
      });
    },
    async senders(actor) {
      requireCapability(actor, 'settings.write');
      const rows = await database
        .tables<FulfilmentTables>()
        .selectFrom('fulfilment_location')
        .selectAll()
        .execute();
      const said = new Map(rows.map(({ location_id, ships }) => [location_id, ships]));
      return (await stores.locations()).map(({ id }) => ({ locationId: id, ships: said.get(id) ?? true }));
    },
    async shipments(actor, orderId) {
      requireCapability(actor, 'orders.read');
      return readShipments(database, { orderId });
    },
    async kept(actor, orderId) {
      requireCapability(actor, 'orders.read');
      return inventory.inTransaction.held(database, ownerOf(orderId));
    },
    async ofOpened({ id }) {
      const shipments = await readShipments(database, { orderId: id });
      return shipments
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ orderId: _, locationId: __, ...shipment }) => ({
          ...shipment,
          ...(shipment.state === 'ready' && { code: pickupCodeOf(orders.keyOf(id)) }),
        }));
    },
    async sent(on, orderId) {
      const shipments = await readShipments(on, { orderId });
      return shipments.flatMap(({ sentAt, lines }) =>
        sentAt === undefined ? [] : lines.map((line) => ({ ...line, at: new Date(sentAt) })),
      );
    },
    pickupCode: (orderId) => pickupCodeOf(orders.keyOf(orderId)),
    async document(actor, { shipmentId, kind, locale }) {
      requireCapability(actor, 'orders.read');
      const [shipment] = await readShipments(database, { id: shipmentId });
      if (!shipment || (kind === 'pickup-note') !== (shipment.kind === 'pickup')) return undefined;
      const order = await orders.inTransaction.view(database, { id: shipment.orderId });
      if (!order) return undefined;
      const timeZone = await zoneOf(shipment.locationId, order.channel);
      const paper = { order, shipment, timeZone, ...(locale && { locale }) };
      if (kind === 'packing-slip') return packingSlip(paper);
      return pickupNote({ ...paper, code: pickupCodeOf(orders.keyOf(order.id)) });
    },
    async slipToPack(actor, { orderId, locationId, lines, locale }) {
      requireCapability(actor, 'orders.read');
      const order = isUuid(orderId) ? await orders.inTransaction.view(database, { id: orderId }) : undefined;
      if (!order) return undefined;
      const timeZone = await zoneOf(locationId, order.channel);
      return slipToPack({ order, timeZone, ...(locale && { locale }) }, lines);
    },
  };
}
