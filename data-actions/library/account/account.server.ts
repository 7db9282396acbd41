import { type CommerceClient, isUuid } from '@vitrine/commerce-engine/client';
import { type Handler, handlePrivateAction } from '@vitrine/data-actions/server';
import { regions } from '../checkout/regions.server.ts';
import { getAccountForm } from './get-account-form.action.ts';
import { getMe } from './get-me.action.ts';
import { getMyLoyalty, type LoyaltyAnswer } from './get-my-loyalty.action.ts';
import { getMyOrder, getMyOrders } from './get-my-orders.action.ts';
import { getMyPicks, type PickedProduct } from './get-my-picks.action.ts';
import { getMyStoreCredit, type StoreCreditAnswer } from './get-my-store-credit.action.ts';
import { getMyWishes, isWished, type WishedProduct } from './get-my-wishes.action.ts';
import { getProfile } from './get-profile.action.ts';
import { getProgrammes } from './get-programmes.action.ts';
import { getSignInProviders, type SignInProvider } from './get-sign-in-providers.action.ts';
import { ownAccountAnswers } from './own-account.server.ts';
import { marketOf, shopperOf } from './shopper-of.server.ts';
import { signInAnswers } from './sign-in.server.ts';

const MOST_MOVEMENTS = 20;

export function accountAnswers(
  commerce: CommerceClient,
  signInProviders: readonly SignInProvider[],
  onTrouble: (error: unknown, what: string) => void,
): Handler[] {
  const { accounts, catalog, customers, loyalty, orders, pricing, recommendations, storeCredit } = commerce;
  return [
    ...signInAnswers(commerce, onTrouble),
    ...ownAccountAnswers(commerce),
    handlePrivateAction(getSignInProviders, async (inputs) => inputs.map(() => signInProviders)),
    handlePrivateAction(getMe, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      const me = shopper ? { name: shopper.name, email: shopper.email } : null;
      return inputs.map(() => me);
    }),
    handlePrivateAction(getProfile, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      const [customer, account] = shopper
        ? await Promise.all([customers.get(shopper), accounts.view(shopper)])
        : [];
      const profile =
        shopper && customer && account
          ? {
              ...customer,
              email: shopper.email,
              hasPassword: account.hasPassword,
              sessions: account.sessions,
              regions,
            }
          : null;
      return inputs.map(() => profile);
    }),
    handlePrivateAction(getAccountForm, async (inputs, { form }) => {
      const found = form?.mutation.startsWith('account.') ? form : null;
      return inputs.map(() => found);
    }),
    handlePrivateAction(getMyOrders, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      return Promise.all(
        inputs.map(({ after, limit }) =>
          shopper ? orders.ofCustomer(shopper, { limit, ...(after && { after }) }) : null,
        ),
      );
    }),
    handlePrivateAction(getMyOrder, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      return Promise.all(
        inputs.map(async ({ id }) =>
          shopper && isUuid(id) ? ((await orders.openOwn(shopper, id)) ?? null) : null,
        ),
      );
    }),
    handlePrivateAction(getMyStoreCredit, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      const balances = shopper ? await storeCredit.balances(shopper) : [];
      const answer = await Promise.all(
        balances.map(async (view): Promise<StoreCreditAnswer> => {
          const { currency } = view.balance;
          const { movements } = await storeCredit.history(shopper!, { currency, limit: MOST_MOVEMENTS });
          return { ...view, movements };
        }),
      );
      return inputs.map(() => answer);
    }),
    handlePrivateAction(getMyLoyalty, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      const views = shopper ? await loyalty.of(shopper, marketOf(context)) : [];
      const answer = await Promise.all(
        views.map(async (view): Promise<LoyaltyAnswer> => {
          const query = { programmeId: view.programme.id, limit: MOST_MOVEMENTS };
          const { movements, next } = await loyalty.history(shopper!, query);
          return { ...view, movements, hasEarlier: next !== undefined };
        }),
      );
      return inputs.map(() => answer);
    }),
    handlePrivateAction(getProgrammes, async (inputs, context) => {
      const programmes = await loyalty.programmes(marketOf(context));
      return inputs.map(() => programmes);
    }),
    handlePrivateAction(getMyPicks, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      const market = marketOf(context);
      const limit = Math.max(...inputs.map((input) => input.limit));
      const ids = shopper ? await recommendations.picks(shopper, market, { limit }) : [];
      const [cards, prices] = ids.length
        ? await Promise.all([catalog.productCards(market, ids), pricing.productPrices(market, ids)])
        : [[], []];
      const picked = cards.flatMap((product, at): PickedProduct[] => {
        const price = prices[at];
        return product ? [{ product, ...(price && { price }) }] : [];
      });
      return inputs.map((input) => picked.slice(0, input.limit));
    }),
    handlePrivateAction(getMyWishes, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      const wishes = shopper ? ((await customers.get(shopper))?.wishes ?? []) : [];
      const ids = wishes.filter(({ kind }) => kind === 'product').map(({ id }) => id);
      const market = marketOf(context);
      const [cards, prices] = ids.length
        ? await Promise.all([catalog.productCards(market, ids), pricing.productPrices(market, ids)])
        : [[], []];
      const wished = cards.flatMap((product, at): WishedProduct[] => {
        const price = prices[at];
        return product ? [{ product, ...(price && { price }) }] : [];
      });
      return inputs.map(() => wished);
    }),
    handlePrivateAction(isWished, async (inputs, context) => {
      const shopper = await shopperOf(commerce, context);
      // Most who look at a product are guests, and nothing is asked for them.
      const wishes = shopper ? ((await customers.get(shopper))?.wishes ?? []) : [];
      if (wishes.length === 0) return inputs.map(() => false);
      const slugs = inputs.map(({ slug }) => slug);
      const products = await catalog.productsBySlug(marketOf(context), slugs);
      return products.map((product) =>
        wishes.some(({ kind, id }) => kind === 'product' && id === product?.id),
      );
    }),
  ];
}
