import type { Queryable } from '@vitrine/database';
import type { LineFacts } from '../cart/line-facts.ts';
import { type CartPromotions, type PromotedCart, promoteCart } from '../cart/promote-cart.ts';
import type { VariantLineView } from '../catalog/catalog.queries.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ChannelDirectory } from '../channel-directory.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import { parseInput } from '../parse-input.ts';
import type { ResolvedPrice } from '../pricing/pricing.rules.ts';
import type { Pricing } from '../pricing/pricing.ts';
import type { DiscountPart } from '../promotions/discountable-cart.rules.ts';
import { indexPromotions } from '../promotions/promotions.rules.ts';
import type { Promotions } from '../promotions/promotions.ts';
import type { PromotionView } from '../promotions/promotions.views.ts';
import type {
  ExplainedPrice,
  SimulatedDiscount,
  SimulatedLine,
  SimulatedPromotion,
  SimulationView,
} from './simulation.views.ts';
import { type SimulationInput, simulationSchema } from './simulation-input.ts';

/** What a basket would cost, and why. */
export interface Simulation {
  /** Needs `promotions.write`. Writes nothing. */
  simulate(actor: Actor, input: SimulationInput): Promise<SimulationView>;
}

interface Good {
  readonly line: VariantLineView;
  readonly price: ResolvedPrice;
  readonly quantity: number;
}

const DELIVERY = 'delivery';

export function createSimulation(
  { database, clock }: EngineContext,
  doors: {
    readonly catalog: Pick<Catalog, 'variantLines' | 'forStaff'>;
    readonly pricing: Pick<Pricing, 'explainPrice' | 'forStaff'>;
    readonly promotions: Promotions;
    readonly directory: ChannelDirectory;
  },
): Simulation {
  const { catalog, pricing, promotions, directory } = doors;

  /** What is sold at that time, priced for the quantity of its line. */
  async function readGoods(market: Market, { lines }: SimulationInput, at: Date): Promise<Map<string, Good>> {
    const known = await catalog.variantLines(
      market,
      lines.map(({ variantId }) => variantId),
      { at },
    );
    const goods = new Map<string, Good>();
    for (const [place, { variantId, quantity }] of lines.entries()) {
      const line = known[place];
      const price = line && (await pricing.explainPrice(market, variantId, { at, quantity }));
      if (price) goods.set(variantId, { line, price, quantity });
    }
    return goods;
  }

  /** Those that are enabled, and those that are tried. */
  async function withTrials(trials: readonly PromotionView[]): Promise<CartPromotions> {
    const { index, names } = await promotions.current();
    const enabled = index.promotions.map(({ promotion }) => promotion);
    const tried = trials.filter(({ id }) => !index.byPromotionId.has(id));
    const all = {
      index: tried.length === 0 ? index : indexPromotions([...enabled, ...tried], index.settings),
      names: new Map([...names, ...tried.map(({ id, name }) => [id, name] as const)]),
    };
    return { current: async () => all, lookUpCodes: promotions.lookUpCodes };
  }

  return {
    async simulate(actor, input) {
      requireCapability(actor, 'promotions.write');
      const basket = parseInput(simulationSchema, input, 'this simulation');
      const { channel, locale, currency, customerGroup = 'anyone', codes = [], trials = [] } = basket;
      const market: Market = { channel, locale, currency, customerGroup };
      await directory.requireMarket(market);
      const at = basket.at === undefined ? clock() : new Date(basket.at);
      const goods = await readGoods(market, basket, at);
      const tried = (await Promise.all(trials.map((id) => promotions.get(id)))).filter(
        (each) => each !== undefined,
      );
      const cartPromotions = await withTrials(tried);
      const promoted = await promoteCart(database, cartPromotions, {
        market,
        at,
        lines: [...goods].map(([variantId, { line, quantity }]) => ({
          id: variantId,
          variantId,
          productId: line.productId,
          quantity,
          seenAmount: 0,
          seenName: line.name,
        })),
        facts: new Map([...goods].map(([variantId, good]) => [variantId, factsOf(good)])),
        codes,
        ...(basket.customer !== undefined && { customer: basket.customer }),
        ...(basket.delivery && { shipping: [{ id: DELIVERY, ...basket.delivery }] }),
        ...(basket.tender !== undefined && { tender: basket.tender }),
      });
      const lists = await pricing.forStaff.lists({ kind: 'system', reason: 'simulation' });
      const listNames = new Map(lists.map(({ id, name }) => [id, name]));
      const lines = basket.lines.map((line) => lineView(line, { goods, promoted, listNames, currency }));
      const giftNames = await catalog.forStaff.variantNames(
        promoted.promoted.gifts.map(({ variantId }) => variantId),
        { locale },
      );
      return {
        at: at.toISOString(),
        lines,
        ...deliveryView(basket, promoted),
        gifts: promoted.promoted.gifts.map(({ promotionId, variantId, quantity }) => ({
          promotionId,
          variantId,
          name: giftNames.get(variantId)?.name ?? variantId,
          quantity,
        })),
        promotions: await judged(database, cartPromotions, { promoted, tried }),
        codes: promoted.codes.map(({ code, state }) => ({ code, state: state.kind })),
        ...sums(promoted, currency),
      };
    },
  };
}

function factsOf({ line, price }: Good): LineFacts {
  return {
    ...line,
    weight: line.weight,
    media: line.media,
    price: price.price,
    regular: price.regular,
    // It is priced for the quantity of its line already.
    breaks: [],
    plusTax: false,
    allows: line.discounts ?? 'everything',
    isGiftCard: line.isGiftCard ?? false,
    stock: { class: 'in-stock', available: 'unlimited', inStores: [] },
  };
}

function lineView(
  { variantId, quantity }: SimulationInput['lines'][number],
  {
    goods,
    promoted,
    listNames,
    currency,
  }: {
    readonly goods: ReadonlyMap<string, Good>;
    readonly promoted: PromotedCart;
    readonly listNames: ReadonlyMap<string, string>;
    readonly currency: string;
  },
): SimulatedLine {
  const good = goods.get(variantId);
  const taken = promoted.promoted.lines.find(({ id }) => id === variantId);
  if (!good || !taken) return { kind: 'not-sold', variantId, quantity };
  const { line, price } = good;
  const unit = price.price.amount;
  return {
    kind: 'priced',
    variantId,
    productId: line.productId,
    name: line.name,
    options: line.options,
    sku: line.sku,
    ...(line.media && { media: line.media }),
    quantity,
    allows: line.discounts ?? 'everything',
    unitPrice: price.price,
    unitRegular: price.regular,
    prices: price.explanation.map(({ candidate, verdict }): ExplainedPrice => {
      const { listId, kind, minQuantity, price: listed, from, to } = candidate;
      return {
        listId,
        listName: listNames.get(listId) ?? listId,
        kind,
        minQuantity,
        price: listed,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        verdict,
      };
    }),
    discounts: discountsOf(taken.parts, promoted, currency),
    units: taken.units.map((each) => ({
      quantity: each.quantity,
      price: money(unit - each.discount, currency),
    })),
    total: money(quantity * unit - taken.discount, currency),
  };
}

function discountsOf(
  parts: readonly DiscountPart[],
  { nameOf }: PromotedCart,
  currency: string,
): SimulatedDiscount[] {
  return parts.map(({ promotionId, code, amount }) => ({
    promotionId,
    name: nameOf(promotionId),
    ...(code !== undefined && { code }),
    amount: money(amount, currency),
  }));
}

function deliveryView(
  { delivery, currency }: SimulationInput,
  promoted: PromotedCart,
): Pick<SimulationView, 'delivery'> {
  if (!delivery) return {};
  const taken = promoted.promoted.shipping.find(({ id }) => id === DELIVERY);
  return {
    delivery: {
      amount: money(delivery.amount, currency),
      discounts: discountsOf(taken?.parts ?? [], promoted, currency),
      total: money(delivery.amount - (taken?.discount ?? 0), currency),
    },
  };
}

/** What became of each promotion; what was tried and means nothing of the basket is told too. */
async function judged(
  on: Queryable,
  promotions: CartPromotions,
  { promoted, tried }: { readonly promoted: PromotedCart; readonly tried: readonly PromotionView[] },
): Promise<SimulatedPromotion[]> {
  const { index } = await promotions.current(on);
  const verdicts = new Map(
    promoted.promoted.verdicts.map(({ promotionId, verdict }) => [promotionId, verdict]),
  );
  for (const { id } of tried) if (!verdicts.has(id)) verdicts.set(id, { kind: 'no-line' });
  return [...verdicts]
    .map(([promotionId, verdict]) => {
      const { promotion } = index.promotions[index.byPromotionId.get(promotionId)!]!;
      const { priority, mode, hours } = promotion;
      const isTrial = tried.some(({ id, enabled }) => id === promotionId && !enabled);
      const name = promoted.nameOf(promotionId);
      return { promotionId, name, priority, mode, ...(hours && { hours }), isTrial, verdict };
    })
    .sort((a, b) => b.priority - a.priority || (a.promotionId < b.promotionId ? -1 : 1));
}

function sums(
  { cart, promoted }: PromotedCart,
  currency: string,
): Pick<SimulationView, 'subtotal' | 'discount' | 'total' | 'gap'> {
  const goods = cart.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  const subtotal = cart.shipping.reduce((sum, { amount }) => sum + amount, goods);
  const discount = [...promoted.lines, ...promoted.shipping].reduce((sum, each) => sum + each.discount, 0);
  return {
    subtotal: money(subtotal, currency),
    discount: money(discount, currency),
    total: money(subtotal - discount, currency),
    ...(promoted.optimum.kind === 'within' && { gap: money(promoted.optimum.gap, currency) }),
  };
}
