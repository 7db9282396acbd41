import type { CategoryTreeNode, CommerceClient, ProductCardView } from '@vitrine/commerce-engine/client';
import type { Pickers, PickMarket } from '@vitrine/editor/server';
import { formatMoney, pictureAddress } from '@vitrine/modules/view';

const MOST = 24;

/** Products and categories of the shop for the editor's pickers, with pictures and prices. */
export function editorPickers(
  commerce: CommerceClient,
  channels: readonly {
    readonly id: string;
    readonly locales: readonly string[];
    readonly currencies: readonly string[];
  }[],
): Pickers {
  const marketOf = ({ channel: id, locale, currency }: PickMarket) => {
    const channel = channels.find((each) => each.id === id) ?? channels[0]!;
    return {
      channel: channel.id,
      locale: channel.locales.find((each) => each === locale) ?? channel.locales[0]!,
      currency: channel.currencies.find((each) => each === currency) ?? channel.currencies[0]!,
      customerGroup: 'anyone',
    };
  };

  async function cards(ids: readonly string[], market: ReturnType<typeof marketOf>) {
    const [products, prices] = await Promise.all([
      commerce.catalog.productCards(market, ids),
      commerce.pricing.productPrices(market, ids),
    ]);
    return products.flatMap((product, index) => {
      const from = prices[index]?.from;
      return product ? [hitOf(product, from && formatMoney(from, market.locale))] : [];
    });
  }

  return {
    async products(query, asked) {
      const market = marketOf(asked);
      const { productIds } = await commerce.search.search(market, {
        ...(query.trim() && { text: query }),
        pageSize: MOST,
      });
      return cards(productIds, market);
    },
    productsByIds: (ids, asked) => cards(ids, marketOf(asked)),
    async categories(query, asked) {
      const words = query.trim().toLocaleLowerCase();
      const tree = await commerce.catalog.categoryTree(marketOf(asked));
      return flatten(tree, []).filter(({ title, trail }) =>
        `${trail} ${title}`.toLocaleLowerCase().includes(words),
      );
    },
  };
}

function hitOf({ id, slug, name, media }: ProductCardView, price: string | undefined) {
  const image = media[0] && pictureAddress(media[0].src, 160);
  return { id, slug, title: name, ...(image && { image }), ...(price && { price }) };
}

function flatten(
  nodes: readonly CategoryTreeNode[],
  around: readonly string[],
): { slug: string; title: string; trail: string }[] {
  return nodes.flatMap(({ slug, name, children }) => [
    { slug, title: name, trail: around.join(' / ') },
    ...flatten(children, [...around, name]),
  ]);
}
