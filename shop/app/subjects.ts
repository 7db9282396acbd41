import type {
  AvailabilityView,
  CategoryView,
  ProductView,
  VariantPriceView,
} from '@vitrine/commerce-engine/client';
import { decimalText } from '@vitrine/commerce-engine/rules';
import { getAvailability, getCategory, getProduct, getVariantPrice } from '@vitrine/data-actions/library';
import { breadcrumbData, type OfferFacts, productData, type SubjectRoute } from '@vitrine/runtime';

interface Offers {
  readonly prices?: readonly VariantPriceView[];
  readonly availability?: readonly AvailabilityView[];
}

const states: Readonly<Record<AvailabilityView['class'], OfferFacts['availability']>> = {
  'in-stock': 'InStock',
  'low-stock': 'LimitedAvailability',
  'sold-out': 'OutOfStock',
  backorder: 'BackOrder',
  preorder: 'PreOrder',
};

const product: SubjectRoute = {
  kind: 'product',
  prefix: '/p/',
  find: (slug, { need }) => need(getProduct, { slug }),
  identify: ({ id, seo, media, slugs }: ProductView) => ({
    id,
    title: seo.title,
    description: seo.description,
    image: media[0]?.src,
    slugs,
  }),
  needs: ({ variants }: ProductView, { many }) => {
    const asked = variants.map(({ id: variantId }) => ({ variantId }));
    return { prices: many(getVariantPrice, asked), availability: many(getAvailability, asked) };
  },
  structured: (found: ProductView, { prices = [], availability = [] }: Offers, address) => {
    const priceOf = new Map(prices.map((price) => [price.variantId, price.price]));
    const stateOf = new Map(availability.map((state) => [state.variantId, state.class]));
    const url = address.absolute(`/p/${found.slug}`);
    return [
      productData({
        name: found.name,
        description: found.seo.description,
        url,
        images: found.media.slice(0, 4).map(({ src }) => address.image(src, 1280)),
        brand: found.brand,
        offers: found.variants.flatMap(({ id, sku }) => {
          const price = priceOf.get(id);
          if (!price) return [];
          return [
            {
              sku,
              price: decimalText(price),
              currency: price.currency,
              availability: states[stateOf.get(id) ?? 'sold-out'],
            },
          ];
        }),
      }),
      breadcrumbData([
        ...found.breadcrumb.map(({ name, slug }) => ({ name, url: address.absolute(`/c/${slug}`) })),
        { name: found.name, url },
      ]),
    ];
  },
};

const category: SubjectRoute = {
  kind: 'category',
  prefix: '/c/',
  find: (slug, { need }) => need(getCategory, { slug }),
  identify: ({ id, seo, image, slugs }: CategoryView) => ({
    id,
    title: seo.title,
    description: seo.description,
    image: image?.src,
    slugs,
  }),
  structured: ({ breadcrumb }: CategoryView, _, address) => [
    breadcrumbData(breadcrumb.map(({ name, slug }) => ({ name, url: address.absolute(`/c/${slug}`) }))),
  ],
};

/** Pages about things of the catalogue, by their addresses. */
export const subjects: readonly SubjectRoute[] = [product, category];
