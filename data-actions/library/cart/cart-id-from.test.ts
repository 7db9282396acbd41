import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cartIdFrom } from './cart-id-from.server.ts';

const secret = 'a secret of the test shop';
const randomKey = fc.uuid({ version: 4 });
const v4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('[DA-86] the same key names the same cart in every process, and another key or shop another one', () => {
  fc.assert(
    fc.property(randomKey, randomKey, (key, other) => {
      fc.pre(key !== other);
      const id = cartIdFrom(secret)(key);
      expect(id).toMatch(v4);
      expect(cartIdFrom(secret)(key)).toBe(id);
      expect(id).not.toBe(key);
      expect(cartIdFrom(secret)(other)).not.toBe(id);
      expect(cartIdFrom('the secret of another shop')(key)).not.toBe(id);
    }),
  );
});

test('[DA-86] a key that is no random UUID names a new cart each time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (key) => {
      const id = cartIdFrom(secret)(key);
      expect(id).toMatch(v4);
      expect(cartIdFrom(secret)(key)).not.toBe(id);
    }),
  );
});

test('a secret that could be guessed is refused', () => {
  expect(() => cartIdFrom('short')).toThrow('at least 16 characters, got 5');
});
