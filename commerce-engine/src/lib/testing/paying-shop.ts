import type { Database } from '@vitrine/database';
import type { CheckoutPatch } from '../checkout/checkout.ts';
import type { CheckoutView, PayOutcome } from '../checkout/checkout.views.ts';
import { type CommerceEngine, createEngine } from '../engine.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Component } from '../inventory/bundle.rules.ts';
import type { Market } from '../market.ts';
import { manualProvider } from '../payments/manual-provider.ts';
import { createSimulator, type Simulator } from '../payments/simulator/simulator.ts';
import { defaultTaxTables } from '../tax/default-tax-tables.ts';
import { type FilledShop, openFilledShop, testVariant } from './filled-shop.ts';
import { testAccountUrl } from './test-shop.ts';

/** A test shop that delivers, taxes and takes money from the pretended bank. */
export interface PayingShop extends FilledShop {
  readonly simulator: Simulator;
  /** Another engine over the same or another connection, as a second process would have. */
  another(database: Database): CommerceEngine;
  /** A fresh product with one variant. @returns the variant's id. */
  product(stock: number, cents?: number): Promise<string>;
  /** A fresh bundle of these. @returns the variant's id. */
  bundle(components: readonly Component[], cents?: number): Promise<string>;
  /** A cart with these pieces, and everything filled in. @returns its checkout. */
  ready(
    lines: readonly { readonly variantId: string; readonly quantity: number }[],
    patch?: CheckoutPatch,
    market?: Market,
  ): Promise<CheckoutView>;
  /** Pays with a card that behaves so; a new key unless one is given. */
  pay(
    checkout: CheckoutView,
    token: string,
    options?: {
      readonly key?: string;
      readonly engine?: CommerceEngine;
      readonly market?: Market;
      readonly giftCards?: readonly { readonly code: string; readonly pin: string }[];
      readonly storeCredit?: true | number;
      readonly points?: true | number;
      /** Who is signed in; a guest unless one is given. */
      readonly actor?: Actor;
    },
  ): Promise<PayOutcome>;
  /** What the bank has to say by itself comes in. @returns how many messages. */
  deliverMessages(): Promise<number>;
}

/** Somebody who is signed in. */
export function testCustomer(id: string = crypto.randomUUID()): Actor & { readonly kind: 'customer' } {
  return { kind: 'customer', id, name: 'Ada Lovelace', email: 'ada@example.com' };
}

const SECRET = 'a secret for tests, 32 letters long';

export async function openPayingShop(database: Database): Promise<PayingShop> {
  const clock = () => shop.now;
  const simulatorOf = (on: Database) =>
    createSimulator({
      database: on,
      clock,
      secret: SECRET,
      challengeUrl: (reference) => `https://bank.example/${reference}`,
    });
  const simulator = simulatorOf(database);
  const engineOver = (on: Database, bank = simulatorOf(on)) =>
    createEngine({
      database: on,
      clock,
      secret: SECRET,
      accountUrl: testAccountUrl,
      unsafeFastPasswordsForTests: true,
      paymentProviders: [bank.provider, manualProvider],
    });
  const shop = Object.assign(await openFilledShop(database, (now) => engineWith(now)), {
    simulator,
    another: (on: Database) => engineOver(on),
    product,
    bundle,
    ready,
    pay,
    deliverMessages,
  }) as PayingShop;

  function engineWith(now: () => Date): CommerceEngine {
    return createEngine({
      database,
      clock: now,
      secret: SECRET,
      accountUrl: testAccountUrl,
      unsafeFastPasswordsForTests: true,
      cartUrl: ({ cartId, key }) => `https://shop.example/cart?cart=${cartId}&key=${key}`,
      paymentProviders: [simulator.provider, manualProvider],
    });
  }

  let made = 0;
  async function product(stock: number, cents = 1000): Promise<string> {
    made += 1;
    const handle = `priced-thing-${made}`;
    await shop.engine.catalog.importProducts(shop.command(), [
      {
        handle,
        name: { en: `Thing ${made}` },
        variants: [testVariant({}, { EUR: cents, GBP: cents }, stock)],
      },
    ]);
    return (await shop.variantIds(handle))[0]!;
  }

  async function bundle(components: readonly Component[], cents = 1000): Promise<string> {
    made += 1;
    const handle = `bundle-of-things-${made}`;
    const ids = components.map(({ variantId }) => variantId);
    const lines = await shop.engine.catalog.variantLines(shop.en, ids);
    const { stock: _, ...variant } = testVariant({}, { EUR: cents, GBP: cents }, 0);
    const [outcome] = await shop.engine.catalog.importProducts(shop.command(), [
      {
        handle,
        name: { en: `Bundle ${made}`, de: `Set ${made}` },
        variants: [
          {
            ...variant,
            components: components.map(({ quantity }, at) => ({ sku: lines[at]!.sku, quantity })),
          },
        ],
      },
    ]);
    if (outcome!.kind !== 'created') throw new Error(`No bundle was made: ${outcome!.problems.join('; ')}`);
    return (await shop.variantIds(handle))[0]!;
  }

  async function ready(
    lines: readonly { readonly variantId: string; readonly quantity: number }[],
    patch: CheckoutPatch = {},
    market = shop.en,
  ): Promise<CheckoutView> {
    const cartId = crypto.randomUUID();
    for (const line of lines) {
      const added = await shop.engine.cart.addLine(shop.asGuest(), market, { cartId, ...line });
      if (added.kind !== 'changed') throw new Error(`A line was not added: ${JSON.stringify(added)}`);
    }
    const filled = await shop.engine.checkout.update(shop.asGuest(), market, {
      cartId,
      patch: {
        contact: { email: 'Ada@Example.com' },
        address: {
          name: 'Ada Lovelace',
          street: 'Hafenstraße 1',
          postalCode: '24103',
          city: 'Kiel',
          country: 'DE',
        },
        delivery: { methodId: 'parcel' },
        terms: true,
        ...patch,
      },
    });
    if (filled.kind !== 'changed') throw new Error(`The checkout was not filled in: ${filled.kind}`);
    return filled.checkout;
  }

  function pay(
    checkout: CheckoutView,
    token: string,
    {
      key,
      engine = shop.engine,
      market = shop.en,
      giftCards,
      storeCredit,
      points,
      actor,
    }: Parameters<PayingShop['pay']>[2] = {},
  ): Promise<PayOutcome> {
    const command = {
      ...shop.asGuest(),
      ...(actor && { actor }),
      ...(key !== undefined && { idempotencyKey: key }),
    };
    return engine.checkout.pay(command, market, {
      cartId: checkout.cartId,
      checkoutId: checkout.id,
      seen: checkout.seen,
      provider: 'simulator',
      method: 'card',
      token,
      returnUrl: 'https://shop.example/checkout/back',
      ...(storeCredit !== undefined && { storeCredit }),
      ...(points !== undefined && { points }),
      ...(giftCards && { giftCards: giftCards.map(({ code, pin }) => ({ code, pin })) }),
    });
  }

  async function deliverMessages(): Promise<number> {
    const messages = await simulator.takeMessages();
    for (const message of messages) await shop.engine.payments.receive('simulator', message);
    return messages.length;
  }

  await shop.engine.tax.importTaxTables(shop.command(), defaultTaxTables);
  const days = { minDays: 2, maxDays: 3, days: 'business' } as const;
  await shop.engine.delivery.importDeliveryMethods(shop.command(), [
    {
      id: 'parcel',
      kind: 'ship',
      name: { en: 'Parcel', de: 'Paket' },
      prices: ['EUR', 'GBP'].map((currency) => ({ currency, tiers: [{ price: 490 }], freeFrom: 20_000 })),
      time: days,
    },
    {
      id: 'pickup',
      kind: 'pickup',
      name: { en: 'Pick up in store', de: 'Im Laden abholen' },
      prices: ['EUR', 'GBP'].map((currency) => ({ currency, tiers: [{ price: 0 }] })),
      time: days,
    },
  ]);
  return shop;
}
