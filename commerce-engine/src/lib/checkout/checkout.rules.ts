import type { ChosenDelivery, DeliveryOptionView, Requirement } from './checkout.views.ts';

/** What a checkout holds, as far as completeness goes. */
export interface FilledIn {
  /** Lines that could be ordered now. */
  readonly lines: number;
  /** Whether any line cannot be had. */
  readonly hasSoldOut: boolean;
  readonly email: string | null;
  readonly name: string | null;
  readonly address: { readonly country: string } | null;
  readonly delivery: ChosenDelivery | null;
  readonly terms: boolean;
}

/** What is missing, in the order in which people fill in: SPEC rule CHECK-2. */
export function missingOf(filled: FilledIn, options: readonly DeliveryOptionView[]): Requirement[] {
  const { delivery } = filled;
  const option = options.find(({ methodId }) => methodId === delivery?.methodId);
  const isPickup = option?.kind === 'pickup';
  const missing: (Requirement | false | null)[] = [
    (filled.lines === 0 || filled.hasSoldOut) && 'cart',
    !filled.email && 'contact',
    !filled.address && option?.kind !== 'pickup' && option?.kind !== 'electronic' && 'address',
    !filled.name && !filled.address && (isPickup || option?.kind === 'electronic') && 'contact',
    !delivery && 'delivery',
    delivery && !option && 'delivery-unavailable',
    isPickup && !option.stores?.some(({ id }) => id === delivery?.storeId) && 'store',
    isPickup && option.hasSlots && !delivery?.slot && 'slot',
    !filled.terms && 'terms',
  ];
  return [...new Set(missing.filter((each): each is Requirement => Boolean(each)))];
}
