import { testVariant } from './filled-shop.ts';
import type { PayingShop } from './paying-shop.ts';

const SIZES = ['S', 'M', 'L', 'XL'];

/** A fresh product in sizes, each with what it costs and how many there are. @returns the variants' ids in their order. */
export async function sizesIn(
  shop: PayingShop,
  sizes: readonly (readonly [cents: number, stock: number])[],
): Promise<readonly string[]> {
  const handle = `shirt-${crypto.randomUUID()}`;
  const values = SIZES.slice(0, sizes.length).map((size) => ({
    key: size.toLowerCase(),
    label: { en: size },
  }));
  await shop.engine.catalog.importProducts(shop.command(), [
    {
      handle,
      name: { en: 'Linen shirt', de: 'Leinenhemd' },
      options: [{ key: 'size', label: { en: 'Size' }, values }],
      variants: sizes.map(([cents, stock], at) =>
        testVariant({ size: values[at]!.key }, { EUR: cents, GBP: cents }, stock),
      ),
    },
  ]);
  return shop.variantIds(handle);
}
