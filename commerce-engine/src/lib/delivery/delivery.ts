import type { Queryable, Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { settingsCall } from '../settings-call.ts';
import type { Stores } from '../stores/stores.ts';
import type { Place } from '../tax/place.rules.ts';
import { type ChangeMethodOutcome, changeMethod } from './change-method.ts';
import { createMethod } from './create-method.ts';
import {
  type MethodOutcome,
  setChannelDelivery,
  setProductDelivery,
  upsertMethods,
} from './delivery.commands.ts';
import { readMethodsForStaff, readProductDelivery } from './delivery.queries.ts';
import { type DeliveryKind, type DeliveryOptions, goesTo } from './delivery.rules.ts';
import type { DeliveryAsk, SlotAsk } from './delivery-ask.ts';
import {
  type ChannelDeliveryInput,
  type CreateMethodInput,
  channelDeliverySchema,
  createMethodSchema,
  type DeliveryMethodInput,
  type MethodChangeInput,
  type MethodMoveInput,
  methodChangeSchema,
  methodMoveSchema,
  methodsSchema,
  type ProductDeliveryInput,
  productDeliverySchema,
  type StaffMethod,
} from './delivery-input.ts';
import { calendarOf, createDeliveryMemory } from './delivery-memory.ts';
import { type MoveMethodOutcome, moveMethod } from './move-method.ts';
import type { PickupSlot } from './pickup-slots.rules.ts';
import { type DeliverySources, readOptions, readWays, type StockOfLines } from './read-options.ts';
import { readSlots, takeSlot } from './read-slots.ts';
import { freeSlot, type SlotOutcome, type SlotRef } from './take-slot.ts';

/** How goods get to the shopper. */
export interface Delivery {
  /** What can be chosen for lines that are delivered together, and why the rest cannot. @throws CommerceError `unknown_channel`. */
  options(
    market: Market,
    ask: DeliveryAsk,
    options?: ReadOptions & {
      /** What there is of each line, where that was read already. */
      readonly stock?: StockOfLines;
    },
  ): Promise<DeliveryOptions>;
  /** Kinds of delivery each product may go by that the channel offers now, in the order of `deliveryKinds`. */
  ways(
    market: Market,
    productIds: readonly string[],
    options?: ReadOptions,
  ): Promise<readonly (readonly DeliveryKind[])[]>;
  /** Slots with room, in order; undefined when the method has no slots at that store. */
  slots(ask: SlotAsk, options?: ReadOptions): Promise<readonly PickupSlot[] | undefined>;
  /** All methods that are not retired, in order. */
  methods(options?: ReadOptions): Promise<readonly DeliveryMethodInput[]>;
  /** All methods, those that are not offered any more too, in order. Needs `settings.write`. */
  everyMethod(actor: Actor): Promise<readonly StaffMethod[]>;
  /** By which clocks and holidays each channel delivers, in the order of the channels. Needs `settings.write`. */
  calendars(actor: Actor): Promise<readonly ChannelDeliveryInput[]>;
  /** Makes a method, offered after all others. Needs `settings.write`. @throws CommerceError `bad_input`. */
  createMethod(command: CommandContext, input: CreateMethodInput): Promise<StaffMethod>;
  /** Puts a method to another place among them. Needs `settings.write`. */
  moveMethod(command: CommandContext, input: MethodMoveInput): Promise<MoveMethodOutcome>;
  /** Changes parts of a method, by the version that was looked at. Needs `settings.write`. @throws CommerceError `bad_input`. */
  changeMethod(command: CommandContext, input: MethodChangeInput): Promise<ChangeMethodOutcome>;
  /** Makes or changes methods by id; those not named stay. Needs `settings.write`. @throws CommerceError `unknown_location`. */
  importDeliveryMethods(
    command: CommandContext,
    methods: readonly DeliveryMethodInput[],
  ): Promise<MethodOutcome[]>;
  /** Says by which clocks and holidays a channel delivers. Needs `settings.write`. @throws CommerceError `unknown_channel`. */
  setChannelDelivery(command: CommandContext, input: ChannelDeliveryInput): Promise<void>;
  /** Says how products can reach the shopper. Needs `settings.write`. */
  setProductDelivery(
    command: CommandContext,
    products: readonly ProductDeliveryInput[],
  ): Promise<{ readonly changed: number }>;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    /** Takes a place in a slot for an order; the one it held is given back. Unless `taken`, nothing changed. */
    takeSlot(tx: Transaction, slot: SlotRef & { readonly orderId: string }): Promise<SlotOutcome>;
    /** Whether a method, as it is now, goes to a place. False for one that is retired. */
    reaches(tx: Transaction, methodId: string, place: Place): Promise<boolean>;
    /** How a product can be delivered. */
    productWays(on: Queryable, productId: string): Promise<ProductDeliveryInput>;
    /** What `setProductDelivery` does. */
    setProducts(tx: Transaction, products: readonly ProductDeliveryInput[]): Promise<unknown>;
    /** Gives back what an order holds. @returns whether it held a slot. */
    giveBackSlot(tx: Transaction, orderId: string): Promise<boolean>;
  };
}

export interface DeliveryDoors extends DeliverySources {
  readonly stores: Stores;
}

export function createDelivery(context: EngineContext, doors: DeliveryDoors): Delivery {
  const { database, clock } = context;
  const { stores } = doors;
  const memory = createDeliveryMemory(database, stores);
  const placesOf = async (on: Queryable) => ({
    channels: await stores.channels({ on }),
    locations: await stores.locations({ on }),
  });
  const note = (
    tx: Transaction,
    { actor }: CommandContext,
    action: string,
    methodId: string,
    detail: Readonly<Record<string, unknown>>,
  ) => recordAudit(tx, { actor, action, subject: `delivery-method:${methodId}`, detail, at: clock() });
  return {
    options: async (market, ask, { on = database, at = clock(), stock } = {}) =>
      readOptions(on, memory, doors, { ...ask, market, at, stock }),
    ways: async (market, productIds, { on = database, at = clock() } = {}) =>
      readWays(on, memory, { productIds, channel: market.channel, at }),
    slots: async (ask, { on = database, at = clock() } = {}) =>
      readSlots(on, await memory.facts(on), { ...ask, at }),
    methods: async ({ on } = {}) => (await memory.facts(on)).methods,
    async everyMethod(actor) {
      requireCapability(actor, 'settings.write');
      return readMethodsForStaff(database);
    },
    async calendars(actor) {
      requireCapability(actor, 'settings.write');
      const facts = await memory.facts();
      return facts.channels.map((channel) => ({ channel: channel.id, ...calendarOf(facts, channel) }));
    },
    async createMethod(command, asked) {
      const input = parseInput(createMethodSchema, asked, 'this delivery method');
      const call = settingsCall('delivery.createMethod', input);
      return runCommand(context, command, call, async (tx) => {
        const method = await createMethod(tx, input, await placesOf(tx));
        await note(tx, command, call.name, method.id, input);
        return method;
      });
    },
    async changeMethod(command, asked) {
      const input = parseInput(methodChangeSchema, asked, 'this change of a delivery method');
      const call = settingsCall('delivery.changeMethod', input);
      return runCommand(context, command, call, async (tx) =>
        changeMethod(tx, input, await placesOf(tx), (detail) =>
          note(tx, command, call.name, input.id, detail),
        ),
      );
    },
    async moveMethod(command, asked) {
      const input = parseInput(methodMoveSchema, asked, 'this move of a delivery method');
      const call = settingsCall('delivery.moveMethod', input);
      return runCommand(context, command, call, async (tx) => {
        const outcome = await moveMethod(tx, input);
        if (outcome.kind === 'moved')
          await note(tx, command, call.name, input.id, { place: input.place + 1 });
        return outcome;
      });
    },
    async importDeliveryMethods(command, methods) {
      const inputs = parseInput(methodsSchema, methods, 'these delivery methods');
      const call = {
        name: 'delivery.importDeliveryMethods',
        capability: 'settings.write',
        body: inputs,
      } as const;
      return runCommand(context, command, call, async (tx) =>
        upsertMethods(tx, inputs, await stores.locations({ on: tx })),
      );
    },
    async setChannelDelivery(command, settings) {
      const input = parseInput(channelDeliverySchema, settings, 'these delivery settings');
      const call = {
        name: 'delivery.setChannelDelivery',
        capability: 'settings.write',
        body: input,
      } as const;
      await runCommand(context, command, call, async (tx) => {
        await stores.channel(input.channel, { on: tx });
        return setChannelDelivery(tx, input);
      });
    },
    async setProductDelivery(command, products) {
      const inputs = parseInput(productDeliverySchema, products, 'these products');
      const call = {
        name: 'delivery.setProductDelivery',
        capability: 'settings.write',
        body: inputs,
      } as const;
      return runCommand(context, command, call, (tx) => setProductDelivery(tx, inputs));
    },
    inTransaction: {
      takeSlot: async (tx, slot) => takeSlot(tx, await memory.facts(tx), { ...slot, at: clock() }),
      async reaches(tx, methodId, place) {
        const method = (await memory.facts(tx)).methods.find(({ id }) => id === methodId);
        return method !== undefined && goesTo(method, place);
      },
      productWays: async (on, productId) => (await readProductDelivery(on, [productId]))[0]!,
      setProducts: setProductDelivery,
      giveBackSlot: freeSlot,
    },
  };
}
