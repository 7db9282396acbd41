import type { Database } from '@vitrine/database';
import { CAPABILITIES } from '../identity/capability.rules.ts';
import { openSellingShop, type SellingShop } from './selling-shop.ts';
import { signUpShopper } from './shopper-account.ts';

/** Who asks an operation, and what a request of theirs may name. */
export interface Caller {
  readonly token?: string;
  /** A value that fits what is called so, in place of a generated one of its kind; undefined = none. */
  named(name: string, generated: unknown): unknown;
  /** Anything that there is. */
  readonly known: readonly string[];
}

/** A selling shop with something of everything that operations name. */
export interface AskedShop {
  readonly shop: SellingShop;
  caller(operationId: string, needs: string | undefined): Promise<Caller>;
}

/** Operations after which nobody is signed in any more, or is somebody else: each time somebody new asks them. */
export const endsSession = (operationId: string) =>
  /^(signOut|erase|changeEmail|changePassword)/.test(operationId);

const isTime = (text: string) => /^\d{4}-\d\d-\d\d/.test(text);

export async function openAskedShop(database: Database): Promise<AskedShop> {
  const shop = await openSellingShop(database);
  const { engine } = shop;
  const program = await engine.identity.createApiToken(shop.command(), {
    name: 'test',
    capabilities: [...CAPABILITIES],
  });
  const variantIds = await shop.variantIds('stoneware-mug');
  const variantId = await shop.product(900);
  const cartId = (await shop.ready([{ variantId, quantity: 1 }])).cartId;
  const cart = await engine.cart.get(shop.en, cartId);
  const { code, pin, ...card } = await engine.giftCards.issue(shop.command(), {
    amount: 5000,
    currency: 'EUR',
  });

  async function customer() {
    const shopper = await signUpShopper(shop);
    const patch = { contact: { email: shopper.email, name: 'Ada Lovelace' } };
    const order = await shop.order([{ variantId, quantity: 4 }], { patch });
    const lines = [{ lineId: order.lines[0]!.id, quantity: 2 }];
    await engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
    return { shopper, order };
  }
  const usual = await customer();
  const productId = await shop.productId('stoneware-mug');

  return {
    shop,
    async caller(operationId, needs) {
      const { shopper, order } = endsSession(operationId) ? await customer() : usual;
      const texts: Readonly<Record<string, string>> = {
        channel: 'online',
        channelId: 'online',
        locale: 'en',
        currency: 'EUR',
        country: 'DE',
        email: shopper.email,
        password: 'eleven small crabs',
        cartId: operationId === 'openStaffCart' ? crypto.randomUUID() : cartId,
        lineId: operationId.includes('Cart') ? cart!.lines[0]!.id : order.lines[0]!.id,
        orderId: order.id,
        orderNumber: order.number,
        key: engine.orders.keyOf(order.id),
        customerId: shopper.id,
        variantId,
        productId,
        programmeId: 'circle',
        programme: 'circle',
        class: 'standard',
        taxDisplay: 'inclusive',
        postalCode: '10115',
        giftCardId: card.id,
        code,
        pin,
        locationId: 'warehouse',
        from: 'warehouse',
        to: 'store-harbour',
        timeZone: 'Europe/Berlin',
        zone: 'Europe/Berlin',
        iban: 'DE89370400440532013000',
        vatId: 'DE136695976',
        url: 'https://example.com/hooks',
      };
      const named = (name: string, generated: unknown): unknown => {
        if (typeof generated === 'string') return isTime(generated) ? undefined : texts[name];
        if (typeof generated === 'number') return /^(amount|price|quantity)$/.test(name) ? 1 : undefined;
        if (typeof generated !== 'object' || generated === null) return undefined;
        if (operationId === 'changeChannel' && name === 'locations') return ['warehouse', 'store-harbour'];
        return /^(name|label)$/.test(name) ? { en: 'Thing', de: 'Ding' } : undefined;
      };
      const known = [...variantIds, productId, ...Object.values(texts)];
      if (needs === undefined) return { named, known };
      return { named, known, token: needs === 'customer' ? shopper.token : program.token };
    },
  };
}
