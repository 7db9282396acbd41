import type { Queryable, Transaction } from '@vitrine/database';
import type { LocationView } from '../stores/stores.views.ts';
import { readTaken } from './delivery.queries.ts';
import type { SlotAsk } from './delivery-ask.ts';
import { calendarOfStore, type DeliveryFacts } from './delivery-memory.ts';
import { type PickupSlot, pickupSlots, type SlotSetting } from './pickup-slots.rules.ts';
import { bookSlot, type SlotOutcome, type SlotRef } from './take-slot.ts';

/** The slots with room; undefined when the method has no slots at that store. */
export async function readSlots(
  on: Queryable,
  facts: DeliveryFacts,
  { methodId, storeId, at }: SlotAsk & { readonly at: Date },
): Promise<readonly PickupSlot[] | undefined> {
  const found = settingAt(facts, { methodId, storeId });
  if (!found) return undefined;
  const taken = await readTaken(on, { methodId, storeId, from: at });
  return slotsOf(facts, found, at, taken);
}

/** Takes a slot that can be chosen now. */
export async function takeSlot(
  tx: Transaction,
  facts: DeliveryFacts,
  { at, ...wanted }: SlotRef & { readonly orderId: string; readonly at: Date },
): Promise<SlotOutcome> {
  const found = settingAt(facts, wanted);
  if (!found) return { kind: 'no-such-slot' };
  const startsAt = Date.parse(wanted.startsAt);
  const isSlot = slotsOf(facts, found, at, {}).some((slot) => Date.parse(slot.startsAt) === startsAt);
  return isSlot ? bookSlot(tx, wanted, found.setting.capacity) : { kind: 'no-such-slot' };
}

interface StoreSlots {
  readonly store: LocationView;
  readonly setting: SlotSetting;
}

function settingAt({ methods, locations }: DeliveryFacts, ask: SlotAsk): StoreSlots | undefined {
  const method = methods.find(({ id }) => id === ask.methodId);
  const store = locations.find(({ id, kind }) => id === ask.storeId && kind === 'store');
  const setting = method?.slotsByStore?.[ask.storeId] ?? method?.slots;
  if (!method || !store || !setting) return undefined;
  return !method.stores || method.stores.includes(store.id) ? { store, setting } : undefined;
}

function slotsOf(
  facts: DeliveryFacts,
  { store, setting }: StoreSlots,
  at: Date,
  taken: Readonly<Record<string, number>>,
): PickupSlot[] {
  const calendar = calendarOfStore(facts, store);
  return pickupSlots(setting, { openingHours: store.openingHours, calendar, at, taken });
}
