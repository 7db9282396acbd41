import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { describe, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, pickupAt } from '../testing/selling-shop.ts';
import { EVENT_CATALOGUE, type EventKind, PUBLIC_KINDS } from './event-catalogue.ts';

const catalogue: Readonly<Record<string, EventKind>> = EVENT_CATALOGUE;
const rooms = join(import.meta.dirname, '..');

/** What a file emits: kinds written in the call, composed in it from a step, or handed to a function that emits. */
function emittedIn(source: string): readonly string[][] {
  const calls = [...source.matchAll(/\.emit\(([\s\S]*?)\);/g)].map(([, call = '']) => call);
  const handedIn = [...source.matchAll(/emitChanges\(tx, '([^']+)'/g)].map(([, kind = '']) => kind);
  const steps = [...(/step: ([^,;]+),/.exec(source)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)];
  return calls.map((call) => {
    const written = [...call.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, kind = '']) => kind);
    const composed = [...call.matchAll(/`([a-z-]+\.)\$\{step\}`/g)].flatMap(([, noun]) =>
      steps.map(([, step]) => `${noun}${step}`),
    );
    const found = [...written, ...composed];
    return found.length > 0 ? found : handedIn;
  });
}

describe('the catalogue of events', () => {
  const calls = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
    .flatMap((file) => emittedIn(readFileSync(join(rooms, file), 'utf8')));

  test('[HOOK-1] has every kind that the source emits, and no other', () => {
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter((kinds) => kinds.length === 0)).toEqual([]);
    expect(new Set(calls.flat())).toEqual(new Set(Object.keys(catalogue)));
  });

  test('[HOOK-1] examples are what their schemas promise', () => {
    const examples = Object.values(catalogue).map(({ payload, example }) =>
      payload.strict().safeParse(example),
    );
    expect(examples.filter(({ success }) => !success)).toEqual([]);
    expect(PUBLIC_KINDS).not.toContain('cart.changed');
    expect(PUBLIC_KINDS).toContain('order.placed');
  });
});

describeOnEachEngine('the catalogue and a shop', { migrations: [commerceMigrations] }, (database) => {
  test('[HOOK-2] what a shop emits is what the catalogue says', async () => {
    const shop = await openSellingShop(database());
    const variantId = await shop.product(20);
    const order = await shop.order([{ variantId, quantity: 2 }]);
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'changed my mind' });
    await shop.wait(5);
    await shop.deliverMessages();
    await shop.stock(variantId, 'store-harbour', 5);
    await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
    const { rows } = await database().execute('select kind, payload from outbox_events');
    const events = rows as { kind: string; payload: unknown }[];
    const strange = events.filter(
      ({ kind, payload }) => !catalogue[kind]?.payload.strict().safeParse(payload).success,
    );
    expect(strange).toEqual([]);
    const kinds = new Set(events.map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['order.placed', 'order.paid', 'order.cancelled', 'stock.class-changed']),
    );
  });
});
