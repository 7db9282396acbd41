/** Which cache tags an event makes out of date. Events nobody's answer depends on have none. */
export function tagsOfEvent(event: {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}): readonly string[] {
  const tags = (prefix: string, name: string) => strings(event.payload[name]).map((id) => `${prefix}:${id}`);
  switch (event.kind) {
    case 'product.changed':
      return [...tags('product', 'productIds'), ...tags('product-slug', 'slugs'), anyList];
    case 'category.changed':
      return [
        ...tags('category', 'categoryIds'),
        ...tags('category-slug', 'slugs'),
        ...tags('list', 'categoryIds'),
        'categories',
        anyList,
      ];
    case 'price.changed':
      // Lists are sorted and filtered by price.
      return [...tags('price', 'productIds'), ...tags('price-variant', 'variantIds'), anyList];
    case 'channel.changed':
      // Whether tax is in its prices is the channel's to say. Lists follow with the search index.
      return ['prices'];
    case 'stock.class-changed':
      // Lists are filtered by availability and show the sold out last.
      return [...tags('stock', 'productIds'), ...tags('stock-variant', 'variantIds'), anyList];
    case 'delivery.changed':
      return 'productIds' in event.payload ? tags('delivery-ways', 'productIds') : ['delivery-methods'];
    case 'list.changed':
      return [...tags('list', 'categoryIds'), anyList];
    case 'recommendations.changed':
      return tags('recommended', 'kinds');
    case 'search.indexed':
      return [anyList];
    case 'page.published':
      return [...tags('page', 'documentIds'), ...tags('url', 'urls'), ...tags('template', 'composes')];
    default:
      return [];
  }
}

/** Listed by every list and search. */
const anyList = 'list:*';

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
