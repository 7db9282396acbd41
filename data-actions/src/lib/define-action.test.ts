import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, defineMutation, definePrivateAction, type } from './define-action.ts';
import { defineSource } from './define-source.ts';

const source = defineSource({ id: 'backend' });
const input = z.object({ id: z.string() });
const action = { id: 'a', source, input, output: type<string>(), cache: { fresh: 1 }, tags: () => [] };

test('[DA-1] an id that does not fit into an address is refused', () => {
  expect(() => defineAction({ ...action, id: 'Get Product' })).toThrow(
    'Write it like "catalogue.get-product"',
  );
  expect(() => defineMutation({ id: '../x', input, output: type<string>() })).toThrow(
    'not usable in addresses',
  );
});

test('[DA-1] times that are no times and batches of nothing are refused', () => {
  expect(() => defineAction({ ...action, cache: { fresh: -1 } })).toThrow(
    'cache.fresh = -1; expected milliseconds',
  );
  expect(() => defineAction({ ...action, maxBatch: 0 })).toThrow('maxBatch 0');
  expect(() => defineSource({ id: 's', concurrency: 0 })).toThrow('needs at least 1');
  expect(() => defineSource({ id: 's', breaker: { errorRate: 2 } })).toThrow('more than 0, at most 1');
});

test('[DA-1] a private dimension in varyBy is refused where types do not look', () => {
  const varyBy = ['cartId'] as unknown as ['locale'];
  expect(() => defineAction({ ...action, varyBy })).toThrow('shared dimensions: channel, locale');
});

test('[DA-1] a private action with a cache is refused where types do not look', () => {
  const definition = { id: 'own', source, input, output: type<string>(), cache: { fresh: 1 } };
  expect(() => definePrivateAction(definition)).toThrow('never cached: remove it');
});

test('[DA-1] a definition cannot be changed afterwards', () => {
  const defined = defineAction({ ...action, varyBy: ['locale', 'channel'] });
  expect(defined.varyBy).toEqual(['channel', 'locale']);
  expect(Object.isFrozen(defined) && Object.isFrozen(defined.varyBy)).toBe(true);
});
