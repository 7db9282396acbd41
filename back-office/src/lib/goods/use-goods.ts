import type { ProductChoices, StaffProductRow } from '@vitrine/commerce-engine/client';
import { useAnswer } from '../asking/use-answer.ts';

/** Brands and categories of the shop; empty until they have come. */
export function useProductChoices(): ProductChoices {
  return useAnswer<ProductChoices>('/product-choices').data ?? { brands: [], categories: [] };
}

/** Products that fit what is typed, at most twenty. */
export function useFoundProducts(q: string): readonly StaffProductRow[] {
  const query = { q, limit: '20' };
  return (
    useAnswer<{ readonly products: readonly StaffProductRow[] }>('/products', query, { keep: true }).data
      ?.products ?? []
  );
}

/** Products by their ids, for their names. */
export function useProducts(ids: readonly string[]): readonly StaffProductRow[] {
  const asked = useAnswer<{ readonly products: readonly StaffProductRow[] }>(
    '/products',
    { id: [...ids].sort(), limit: '100' },
    { enabled: ids.length > 0, keep: true },
  );
  return asked.data?.products ?? [];
}

/** Tax classes to choose from; none until they have come. */
export function useTaxClasses(): readonly { readonly id: string; readonly name: string }[] {
  return (
    useAnswer<{ readonly classes: ReturnType<typeof useTaxClasses> }>('/tax-classes').data?.classes ?? []
  );
}
