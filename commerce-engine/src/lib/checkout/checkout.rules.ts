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
  readonly terms: boolean;
}

/** What was chosen for lines that are delivered together, and the option that is, while it is to be had. */
export interface FilledInDelivery {
  readonly choice: ChosenDelivery | null;
  readonly chosen: DeliveryOptionView | undefined;
}

/** What is missing, in the order in which people fill in: SPEC rule CHECK-2. The first delivery is the one for the whole. */
export function missingOf(filled: FilledIn, deliveries: readonly FilledInDelivery[]): Requirement[] {
  const [main, ...others] = deliveries;
  const needsAddress = deliveries.some(({ chosen }) => chosen === undefined || chosen.kind === 'ship');
  const pickup = deliveries.find(({ chosen }) => chosen?.kind === 'pickup');
  const stores = pickup?.chosen?.stores ?? [];
  const missing: (Requirement | boolean | null | undefined)[] = [
    (filled.lines === 0 || filled.hasSoldOut) && 'cart',
    !filled.email && 'contact',
    !filled.address && needsAddress && 'address',
    !filled.name && !filled.address && !needsAddress && 'contact',
    !main?.choice && 'delivery',
    main?.choice && !main.chosen && 'delivery-unavailable',
    others.some(({ chosen }) => !chosen) && 'delivery-unavailable',
    pickup && !stores.some(({ id }) => id === pickup.choice?.storeId) && 'store',
    pickup?.chosen?.hasSlots && !pickup.choice?.slot && 'slot',
    filled.terms || 'terms',
  ];
  return [...new Set(missing.filter((each): each is Requirement => typeof each === 'string'))];
}
