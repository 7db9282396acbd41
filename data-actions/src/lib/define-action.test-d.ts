// Checked by `tsc`: every line below an expectation must fail to compile. Nothing here runs.
import { z } from 'zod';
import { defineAction, defineMutation, definePrivateAction, type Private, type } from './define-action.ts';
import { defineSource } from './define-source.ts';
import { handleAction, handleMutation, handlePrivateAction } from './handle-action.ts';
import { many, need } from './need.ts';
import type { Need } from './plan.ts';

interface Price {
  readonly cents: number;
}

const source = defineSource({ id: 'price' });
const input = z.object({ id: z.string() });
const common = { source, input, cache: { fresh: 1000 }, tags: () => [] };

export const price = defineAction({
  ...common,
  id: 'price',
  output: type<Price>(),
  varyBy: ['currency', 'customerGroup'],
});
export const product = defineAction({ ...common, id: 'product', output: type<{ priceIds: string[] }>() });
export const cart = definePrivateAction({
  id: 'cart',
  source,
  input: z.object({}),
  output: type<{ lines: Price[] }>(),
});
export const add = defineMutation({ id: 'add', input, output: type<{ kind: 'changed' }>(), updates: [cart] });

// What is right compiles.
handleAction(price, async (inputs, { currency }) => inputs.map(() => ({ cents: currency.length })));
handlePrivateAction(cart, async (inputs, { cartId }) =>
  inputs.map(() => ({ lines: [{ cents: cartId?.length ?? 0 }] })),
);
handleMutation(add, async () => ({ kind: 'changed' as const }));
need(price, { id: 'a' }).map(({ cents }) => cents);
many(
  price,
  need(product, { id: 'a' }).map(({ priceIds }) => priceIds.map((id) => ({ id }))),
);

// @ts-expect-error locale was not declared in varyBy, so it cannot be read
handleAction(price, async (inputs, context) => inputs.map(() => ({ cents: context.locale.length })));

// @ts-expect-error a public answer knows no customer
handleAction(price, async (inputs, context) => inputs.map(() => ({ cents: Number(context.customerId) })));

// @ts-expect-error a public answer knows no session
handleAction(price, async (inputs, { sessionId }) => inputs.map(() => ({ cents: Number(sessionId) })));

// @ts-expect-error an action that varies by nothing is given no dimension
handleAction(product, async (inputs, { channel }) => inputs.map(() => ({ priceIds: [channel] })));

// @ts-expect-error varyBy takes shared dimensions only
defineAction({ ...common, id: 'bad', output: type<Price>(), varyBy: ['customerId'] });

// @ts-expect-error a private action is never cached
definePrivateAction({ id: 'bad', source, input, output: type<Price>(), cache: { fresh: 1000 } });

// @ts-expect-error a private action has no tags
definePrivateAction({ id: 'bad', source, input, output: type<Price>(), tags: () => [] });

// @ts-expect-error a private action does not vary: it has no key
definePrivateAction({ id: 'bad', source, input, output: type<Price>(), varyBy: ['locale'] });

// @ts-expect-error a public answer cannot hold a private value, however deep
defineAction({ ...common, id: 'bad', output: type<{ a: { b: Private<Price>[] } }>() });

// @ts-expect-error the handler answers something else than the action says
handleAction(price, async (inputs) => inputs.map(() => ({ euros: 1 })));

// @ts-expect-error one answer for many inputs is not an answer per input
handleAction(price, async () => ({ cents: 1 }));

// @ts-expect-error a private action cannot be answered as a public one
handleAction(cart, async (inputs) => inputs.map(() => ({ lines: [] })));

// @ts-expect-error a public action cannot be answered with the shopper in sight
handlePrivateAction(price, async (inputs, context) => inputs.map(() => ({ cents: Number(context.cartId) })));

// A plan may reshape a private answer; what comes out is as private, through any number of steps.
const count = need(cart, {}).map(({ lines }) => lines.length);
count satisfies Need<Private<number>>;
count.map((pieces) => pieces > 0) satisfies Need<Private<boolean>>;
need(cart, {})
  .optional()
  .map((found) => found?.lines.length ?? 0) satisfies Need<Private<number>>;
many(cart, [{}]).map((carts) => carts.length) satisfies Need<Private<number>>;

// @ts-expect-error a public value cannot be made of a private one
count satisfies Need<number>;

// @ts-expect-error nor of many
many(cart, [{}]).map((carts) => carts.length) satisfies Need<number>;

const perhaps = need(cart, {}).optional();
// @ts-expect-error nor of one that may be missing
perhaps.map(() => 1) satisfies Need<number>;

const asked = count.map((pieces) => ({ id: String(pieces) }));
// @ts-expect-error a public question cannot be made of a reshaped private answer
need(price, asked);

// @ts-expect-error a private answer has no fields for the choice of a question
need(cart, {}).andThen(({ lines }) => need(price, { id: String(lines.length) }));

const ownCart = need(cart, {}).map((found) => found);
// @ts-expect-error a public question cannot be made of a private answer
need(price, ownCart);

// @ts-expect-error the input is not what the action asks for
need(price, { sku: 'a' });

// @ts-expect-error many takes many inputs
many(price, { id: 'a' });

// @ts-expect-error a mutation is not a question
need(add, { id: 'a' });

// @ts-expect-error a plan has no way to the value
need(price, { id: 'a' }).value;

// @ts-expect-error a mutation is not cached
defineMutation({ id: 'bad', input, output: type<Price>(), cache: { fresh: 1000 } });

// @ts-expect-error tags are made from the input, which has no sku
defineAction({ ...common, id: 'bad', output: type<Price>(), tags: (asked: { id: string }) => [asked.sku] });
