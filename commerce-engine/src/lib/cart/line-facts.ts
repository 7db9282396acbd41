import type { Queryable } from '@vitrine/database';
import type { MediaView, ProductView, VariantView } from '../catalog/catalog.views.ts';
import type { ReadOptions } from '../engine-context.ts';
import type { OrderableView } from '../inventory/inventory.queries.ts';
import type { AvailabilityView } from '../inventory/inventory.views.ts';
import type { Market } from '../market.ts';
import type { Money } from '../money/money.rules.ts';
import type { VariantPriceView } from '../pricing/pricing.views.ts';
import type { LineStock } from './cart.rules.ts';

/** The domains a cart asks. */
export interface CartDoors {
  readonly catalog: {
    productsById(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(ProductView | undefined)[]>;
    productsOfVariants(on: Queryable, variantIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  };
  readonly pricing: {
    variantPrices(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(VariantPriceView | undefined)[]>;
  };
  readonly inventory: {
    availability(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(AvailabilityView | undefined)[]>;
    orderable(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(OrderableView | undefined)[]>;
  };
}

/** What the shop says about a variant now, in one market. */
export interface LineFacts {
  readonly productId: string;
  readonly productSlug: string;
  readonly name: string;
  /** Chosen options as the shopper reads them. */
  readonly options: string;
  readonly media: MediaView | undefined;
  readonly price: Money;
  readonly regular: Money;
  readonly stock: LineStock;
}

/** By variant id; a variant that is not sold in this market (any more) is missing. */
export async function readLineFacts(
  on: Queryable,
  doors: CartDoors,
  market: Market,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, LineFacts>> {
  if (variantIds.length === 0) return new Map();
  const productOf = await doors.catalog.productsOfVariants(on, variantIds);
  const productIds = [...new Set(productOf.values())];
  const products = new Map(
    (await doors.catalog.productsById(market, productIds, { on })).flatMap((product) =>
      product ? [[product.id, product] as const] : [],
    ),
  );
  const prices = await doors.pricing.variantPrices(market, variantIds, { on });
  const classes = await doors.inventory.availability(market, variantIds, { on });
  const orderable = await doors.inventory.orderable(market, variantIds, { on });
  const facts = variantIds.map((variantId, at) => {
    const product = products.get(productOf.get(variantId) ?? '');
    const variant = product?.variants.find(({ id }) => id === variantId);
    const price = prices[at];
    if (!product || !variant || !price) return undefined;
    const stock = stockOf(classes[at], orderable[at]);
    return [variantId, factsOf(product, variant, price, stock)] as const;
  });
  return new Map(facts.filter((entry) => entry !== undefined));
}

function stockOf(told: AvailabilityView | undefined, orderable: OrderableView | undefined): LineStock {
  if (!told || !orderable) return { class: 'sold-out', available: 0 };
  return { class: told.class, available: orderable.backorder ? 'unlimited' : orderable.available };
}

function factsOf(
  product: ProductView,
  variant: VariantView,
  price: VariantPriceView,
  stock: LineStock,
): LineFacts {
  return {
    productId: product.id,
    productSlug: product.slug,
    name: product.name,
    options: optionsText(product, variant),
    media: mediaOf(product, variant),
    price: price.price,
    regular: price.regular,
    stock,
  };
}

function optionsText(product: ProductView, variant: VariantView): string {
  return product.options
    .map(({ key, values }) => values.find((value) => value.key === variant.options[key])?.label)
    .filter((label) => label !== undefined)
    .join(' · ');
}

/** The picture that shows most of the variant's options and none of another's. */
function mediaOf(product: ProductView, variant: VariantView): MediaView | undefined {
  const fitting = product.media.filter(({ shows }) =>
    Object.entries(shows).every(([key, value]) => variant.options[key] === value),
  );
  return (
    fitting.toSorted((a, b) => Object.keys(b.shows).length - Object.keys(a.shows).length)[0] ??
    product.media[0]
  );
}
