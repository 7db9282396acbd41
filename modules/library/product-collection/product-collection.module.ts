import {
  getAvailability,
  getCategory,
  getCollection,
  getProduct,
  getProductCard,
  getProductPrice,
  getRecommended,
  getViewed,
} from '@vitrine/data-actions/library';
import { collection, defineModule, link, number, select, text } from '@vitrine/modules';
import { cardMessages } from '../product-card/card-messages.ts';

/** Several products: chosen by hand, by category, by a rule, from a list of what sells, those that go with the product of the page, or what each shopper looked at last. */
export const productCollection = defineModule({
  id: 'product-collection',
  title: 'Products',
  alsoCalled: ['carousel', 'list', 'slider'],
  kind: 'section',
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 90 }),
    intro: text({ label: 'Introduction', multiline: true, maxLength: 320 }),
    source: select({
      label: 'Which',
      help: 'Looked at last: each shopper sees their own ten at most, and nothing before there are any. While you edit, the newest stand in for them.',
      options: {
        collection: 'A collection',
        related: "Going with the page's product, chosen by hand",
        'bought-together': "Bought together with the page's product",
        'also-like': "Liked by buyers of the page's product",
        'best-selling': 'Best selling, of the page’s category or the shop',
        trending: 'Trending, of the page’s category or the shop',
        new: 'Newest, of the page’s category or the shop',
        viewed: 'Looked at last, by each shopper',
      },
    }),
    products: collection({ label: 'Products', when: { field: 'source', is: ['collection'] } }),
    limit: number({ label: 'At most', default: 8, min: 1, max: 24, integer: true }),
    least: number({
      label: 'Only with at least',
      help: 'A list that is still short is not shown.',
      default: 1,
      min: 1,
      max: 24,
      integer: true,
    }),
    layout: select({ label: 'Layout', group: 'Look', options: { grid: 'Grid', row: 'One row to swipe' } }),
    link: link({ label: 'Link beside the title leads to' }),
    linkLabel: text({ label: 'Text of the link', maxLength: 40 }),
  },
  data: ({ config, subject, need, many }) => {
    const { limit, source } = config;
    const slug = subject.slug ?? '';
    const idsOf = () => {
      switch (source) {
        case 'collection':
          return need(getCollection, { ...config.products, limit });
        case 'related':
          return need(getProduct, { slug }).map(({ relatedIds }) => relatedIds.slice(0, limit));
        case 'bought-together':
        case 'also-like':
          return need(
            getRecommended,
            need(getProduct, { slug }).map(({ id }) => ({ kind: source, key: id, limit })),
          );
        // Nobody's own: the newest show an author what it will look like.
        case 'viewed':
          return need(getRecommended, { kind: 'new', key: '', limit: Math.min(limit, 10) });
        default:
          return subject.kind === 'category'
            ? need(
                getRecommended,
                need(getCategory, { slug }).map(({ id }) => ({ kind: source, key: id, limit })),
              )
            : need(getRecommended, { kind: source, key: '', limit });
      }
    };
    const ids = idsOf();
    const cards = many(
      getProductCard,
      ids.map((found) => found.map((id) => ({ id }))),
    );
    return {
      cards,
      prices: many(
        getProductPrice,
        ids.map((found) => found.map((productId) => ({ productId }))),
      ).optional(),
      availability: many(
        getAvailability,
        cards.map((found) => found.flatMap((card) => card.variantIds.map((variantId) => ({ variantId })))),
      ).optional(),
    };
  },
  personal: {
    when: ({ source }) => source === 'viewed',
    data: ({ config: { limit }, subject, need }) => {
      const without = subject.kind === 'product' ? subject.slug : undefined;
      const viewed = need(getViewed, { limit, ...(without && { without }) });
      return {
        cards: viewed.map(({ cards }) => [...cards]),
        prices: viewed.map(({ prices }) => [...prices]),
        availability: viewed.map(({ availability }) => [...availability]),
      };
    },
  },
  messages: {
    en: { ...cardMessages.en, viewed: 'Recently viewed', forget: 'Clear list' },
    de: { ...cardMessages.de, viewed: 'Zuletzt angesehen', forget: 'Liste leeren' },
  },
});
