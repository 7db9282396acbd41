import type { Component } from '../inventory/bundle.rules.ts';
import type { Owners, SkuOwner } from './import-references.ts';
import type { VariantInput } from './product-import.ts';
import type { ProductRecord, VariantRecord } from './product-record.ts';

/** A variant of the product that is imported. */
export interface PlannedVariant {
  readonly record: VariantRecord;
  readonly input: VariantInput;
  /** Absent = it is new. */
  readonly before?: VariantRecord | undefined;
}

/** What bundles of a product are made of, with the SKUs replaced by their variants. SPEC rules CAT-26 to CAT-28. */
export function planBundles(
  variants: readonly PlannedVariant[],
  {
    stored,
    owners: { variants: known },
  }: { readonly stored: ProductRecord | undefined; readonly owners: Pick<Owners, 'variants'> },
): { readonly variants: readonly PlannedVariant[]; readonly problems: readonly string[] } {
  const own = variants.map(({ record, input }) => ({
    sku: record.sku,
    id: record.id,
    isOnSale: true,
    isBundle: record.components !== null || input.components !== undefined,
  }));
  const isReplaced = (id: string) => stored?.variants.some((variant) => variant.id === id) ?? false;
  const problems: string[] = [];
  const planned = variants.map((variant): PlannedVariant => {
    const { record, input, before } = variant;
    const isBundle = input.components !== undefined || record.components !== null;
    if (isBundle && hasStock(input))
      problems.push(
        `${record.sku} is a bundle and has no stock of its own: give the stock of what it is made of.`,
      );
    if (!input.components) return variant;
    const hasAlready = (id: string) => before?.components?.some((each) => each.variantId === id) ?? false;
    const ownerOf = (sku: string): SkuOwner | undefined => {
      // Variants of this product are what the input makes of them, not what they were.
      const others = known.get(sku)?.filter(({ id }) => hasAlready(id) || !isReplaced(id)) ?? [];
      const owners = [...own.filter((each) => each.sku === sku), ...others];
      return owners.find(({ id }) => hasAlready(id)) ?? owners.find(({ isOnSale }) => isOnSale);
    };
    const skus = new Map<string, string>();
    const components = input.components.flatMap(({ sku, quantity }): Component[] => {
      const owner = ownerOf(sku);
      if (!owner) problems.push(`${record.sku} cannot be made of "${sku}": no variant on sale has this SKU.`);
      else if (owner.id === record.id) problems.push(`${record.sku} cannot be made of itself.`);
      else if (owner.isBundle)
        problems.push(`${record.sku} cannot be made of "${sku}", which is a bundle itself.`);
      if (!owner) return [];
      const twin = skus.get(owner.id);
      skus.set(owner.id, sku);
      if (twin === undefined) return [{ variantId: owner.id, quantity }];
      problems.push(
        `${record.sku} cannot be made of both: "${twin}" and "${sku}" are one variant. Name it once, with all its pieces.`,
      );
      return [];
    });
    if (!before) return { ...variant, record: { ...record, components } };
    if (!before.components)
      problems.push(
        `${record.sku} has stock of its own and cannot become a bundle: make another variant of it.`,
      );
    else if (components.length === input.components.length && !isSame(before.components, components))
      problems.push(
        `What ${record.sku} is made of cannot change: what was sold is what is sent. Make another variant of it.`,
      );
    return variant;
  });
  return { variants: planned, problems };
}

function hasStock({ stock, backorder, preorder }: VariantInput): boolean {
  return Object.keys(stock ?? {}).length > 0 || backorder === true || (preorder ?? null) !== null;
}

/** Whatever the order in which they are named. */
function isSame(one: readonly Component[], other: readonly Component[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ variantId, quantity }) =>
      other.some((each) => each.variantId === variantId && each.quantity === quantity),
    )
  );
}
