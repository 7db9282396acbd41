import type { CommerceClient, Market } from '@vitrine/commerce-engine/client';
import { type Handler, handleMutation, handlePrivateAction } from '@vitrine/data-actions/server';
import { marketOf } from '../market-of.server.ts';
import { forgetViewed } from './forget-viewed.action.ts';
import { getViewed, type ViewedProducts } from './get-viewed.action.ts';

const MOST_SHOWN = 10;
const nothing: ViewedProducts = { cards: [], prices: [], availability: [] };

export function viewedAnswers(commerce: CommerceClient): Handler[] {
  return [
    handlePrivateAction(getViewed, async (inputs, { viewed = [], ...dimensions }) => {
      if (viewed.length === 0) return inputs.map(() => nothing);
      const market = marketOf(dimensions);
      const found = await commerce.catalog.productCards(market, viewed);
      const cards = found.filter((card) => card !== undefined);
      return Promise.all(
        inputs.map(({ without, limit }) => {
          const others = cards.filter(({ slug }) => slug !== without);
          return withPrices(commerce, market, others.slice(0, Math.min(limit, MOST_SHOWN)));
        }),
      );
    }),
    handleMutation(forgetViewed, async (_, { remember }) => {
      remember({ viewed: undefined });
      return { kind: 'forgotten' as const };
    }),
  ];
}

async function withPrices(
  { pricing, inventory }: CommerceClient,
  market: Market,
  cards: ViewedProducts['cards'],
): Promise<ViewedProducts> {
  if (cards.length === 0) return nothing;
  const [prices, availability] = await Promise.all([
    pricing.productPrices(
      market,
      cards.map(({ id }) => id),
    ),
    inventory.availability(
      market,
      cards.flatMap(({ variantIds }) => variantIds),
    ),
  ]);
  return {
    cards,
    prices: prices.filter((price) => price !== undefined),
    availability: availability.filter((state) => state !== undefined),
  };
}
