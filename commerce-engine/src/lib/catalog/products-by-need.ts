import { skuFromHandle } from './import-references.ts';
import type { ProductInput } from './product-import.ts';

/**
 * Products in their order, but each after those that bring components of its bundles. Those that wait for each other come
 * last, in their order: no order would help them. SPEC rule CAT-28.
 */
export function productsByNeed(inputs: readonly ProductInput[]): ProductInput[] {
  const brought = inputs.flatMap((input) =>
    input.variants.map(({ sku, options }) => ({ input, sku: sku ?? skuFromHandle(input.handle, options) })),
  );
  const bySku = Map.groupBy(brought, ({ sku }) => sku);
  const needsOf = (product: ProductInput) =>
    product.variants
      .flatMap(({ components = [] }) => components.flatMap(({ sku }) => bySku.get(sku) ?? []))
      .map(({ input }) => input)
      .filter((input) => input !== product);
  const needs = new Map(inputs.map((input) => [input, needsOf(input)]));
  const waiting = new Set(inputs);
  const ordered: ProductInput[] = [];
  for (;;) {
    const ready = [...waiting].filter((input) => !needs.get(input)!.some((need) => waiting.has(need)));
    if (ready.length === 0) return [...ordered, ...waiting];
    ordered.push(...ready);
    for (const input of ready) waiting.delete(input);
  }
}
