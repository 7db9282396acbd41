import type { StaffProductView } from '@vitrine/commerce-engine/client';

/** `Ochre · M (MUG-O-M)`. */
export function variantWords({ options, sku }: StaffProductView['onSale'][number]): string {
  return options === '' ? sku : `${options} (${sku})`;
}
