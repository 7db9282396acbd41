import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalKey } from './action-key.ts';
import { canonicalJson } from './canonical-json.ts';
import { guest, itemAction } from './engine-under-test.ts';

const price = itemAction('price', { varyBy: ['currency', 'channel'] });

test('[DA-2] a key holds the action, the dimensions it varies by and the input, and nothing else', () => {
  expect(canonicalKey(price, { id: 'v1' }, guest)).toBe('price?channel=online&currency=EUR#{"id":"v1"}');
  expect(canonicalKey(price, { id: 'v1' }, { ...guest, locale: 'de', audience: 'vip' })).toBe(
    canonicalKey(price, { id: 'v1' }, guest),
  );
});

test('[DA-2] dimensions cannot be made to look like others', () => {
  const sly = { ...guest, channel: 'online&currency=GBP#', currency: '' };
  expect(canonicalKey(price, { id: 'v1' }, sly)).toBe(
    'price?channel=online%26currency%3DGBP%23&currency=#{"id":"v1"}',
  );
});

test('[DA-2] inputs that are the same JSON have the same key, others another', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(canonicalJson(a) === canonicalJson(b)).toBe(
        JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)),
      );
      expect(JSON.parse(canonicalJson(a))).toEqual(JSON.parse(JSON.stringify(a)));
    }),
    { seed: 1 },
  );
});

test('[DA-2] what is not JSON is refused with its place', () => {
  expect(() => canonicalJson({ a: [{ b: new Date(0) }] })).toThrow('Expected JSON, got a Date at ".a[0].b"');
  expect(() => canonicalJson({ a: Number.NaN })).toThrow('got NaN at ".a"');
  expect(() => canonicalJson({ a: () => 1 })).toThrow('got function');
  const ring: { ring?: unknown } = {};
  ring.ring = ring;
  expect(() => canonicalJson(ring)).toThrow('deeper than 32');
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(sorted)];
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return ['fields', ...fields.map(([name, field]) => [name, sorted(field)])];
}
