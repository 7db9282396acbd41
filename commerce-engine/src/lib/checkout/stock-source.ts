import type { DemandPart } from '../inventory/reservation.rules.ts';

/** Where pieces of a delivery may be taken from: of what is picked up, its store alone; else where the channel sells from. CHECK-16. */
export function stockSource(
  { kind, storeId }: { readonly kind: string | undefined; readonly storeId: string | undefined },
  locations: readonly string[],
): Pick<DemandPart, 'locations' | 'inStore'> {
  return kind === 'pickup' && storeId !== undefined ? { locations: [storeId], inStore: true } : { locations };
}
