import type { OutputType, PrivateAction, PublicAction } from '@vitrine/data-actions';
import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  type CollectionValue,
  defineHole,
  defineModule,
  type ImageValue,
  type Link,
  type ModuleProps,
} from '../index.ts';
import { collection } from './fields/collection.ts';
import { image } from './fields/image.ts';
import { link } from './fields/link.ts';
import { list } from './fields/list.ts';
import { number } from './fields/number.ts';
import { object } from './fields/object.ts';
import { select } from './fields/select.ts';
import { text } from './fields/text.ts';

const source = { id: 'shop' };
const getLamp: PublicAction<{ slug: string }, { watts: number }, 'locale'> = {
  class: 'public',
  id: 'lamp.get',
  source,
  input: z.object({ slug: z.string() }),
  output: {} as OutputType<{ watts: number }>,
  varyBy: ['locale'],
  cache: { fresh: 1000 },
  tags: () => [],
  maxBatch: 10,
};
const getBasket: PrivateAction<Record<never, never>, { pieces: number }> = {
  class: 'private',
  id: 'basket.get',
  source,
  input: z.object({}),
  output: {} as OutputType<{ pieces: number }>,
  maxBatch: 10,
};

const lamp = defineModule({
  id: 'lamp',
  title: 'Lamp',
  kind: 'block',
  version: 1,
  config: {
    title: text({ label: 'Title' }),
    tone: select({ label: 'Tone', options: { warm: 'Warm', cold: 'Cold' } }),
    watts: number({ label: 'Watts', responsive: true }),
    picture: image({ label: 'Picture' }),
    target: link({ label: 'Link', default: { kind: 'page', path: '/' } }),
    shown: collection({ label: 'Products' }),
    slides: list({
      label: 'Slides',
      of: object({
        label: 'Slide',
        fields: { title: text({ label: 'Title' }), picture: image({ label: 'Picture' }) },
      }),
    }),
  },
  slots: { shade: { label: 'Shade', allow: ['block'] } },
  query: z.object({ page: z.coerce.number().default(1) }),
  data: ({ config, query, need, many }) => {
    expectTypeOf(config.tone).toEqualTypeOf<'warm' | 'cold'>();
    expectTypeOf(query).toEqualTypeOf<{ page: number }>();
    return {
      lamp: need(getLamp, { slug: config.title }),
      all: many(getLamp, [{ slug: 'a' }]),
      maybe: need(getLamp, { slug: 'b' }).optional(),
    };
  },
});

test('[MOD-11] A view is given the types of config, data, query and slots without anyone writing them', () => {
  type Props = ModuleProps<typeof lamp>;
  expectTypeOf<Props['config']['title']>().toEqualTypeOf<string>();
  expectTypeOf<Props['config']['tone']>().toEqualTypeOf<'warm' | 'cold'>();
  expectTypeOf<Props['config']['watts']['base']>().toEqualTypeOf<number>();
  expectTypeOf<Props['config']['watts']['md']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Props['config']['picture']>().toEqualTypeOf<ImageValue | undefined>();
  expectTypeOf<Props['config']['target']>().toEqualTypeOf<Link>();
  expectTypeOf<Props['config']['shown']>().toEqualTypeOf<CollectionValue>();
  expectTypeOf<Props['config']['slides'][number]>().toEqualTypeOf<{
    readonly title: string;
    readonly picture: ImageValue | undefined;
  }>();
  expectTypeOf<Props['data']>().toEqualTypeOf<{
    readonly lamp: { watts: number };
    readonly all: { watts: number }[];
    readonly maybe: { watts: number } | undefined;
  }>();
  expectTypeOf<Props['query']>().toEqualTypeOf<{ page: number }>();
  expectTypeOf<keyof Props['slots']>().toEqualTypeOf<'shade'>();
  expect(lamp.rendering).toBe('cached');
});

test('[MOD-11] A module without data, slots and query has none in its view', () => {
  const plain = defineModule({ id: 'plain', title: 'Plain', kind: 'block', version: 1, config: {} });
  type Props = ModuleProps<typeof plain>;
  expectTypeOf<keyof Props['slots']>().toEqualTypeOf<never>();
  expectTypeOf<keyof Props['data']>().toEqualTypeOf<never>();
  expect(plain.id).toBe('plain');
});

test('[MOD-12] A hole may need a private answer and its view sees it opened', () => {
  const badge = defineHole({
    id: 'badge',
    title: 'Badge',
    kind: 'block',
    version: 1,
    config: {},
    data: ({ need, many }) => ({
      basket: need(getBasket, {}),
      baskets: many(getBasket, [{}]),
      maybe: need(getBasket, {}).optional(),
    }),
  });
  type Data = ModuleProps<typeof badge>['data'];
  expectTypeOf<Data['basket']>().toEqualTypeOf<{ pieces: number }>();
  expectTypeOf<Data['baskets']>().toEqualTypeOf<{ pieces: number }[]>();
  expectTypeOf<Data['maybe']>().toEqualTypeOf<{ pieces: number } | undefined>();
  expect(badge.rendering).toBe('hole');
});

test('[MOD-12] The compiler refuses what cannot work, in sentences', () => {
  expect(mistakes).toBeTypeOf('function');
});

// Never called: its mistakes are for the compiler.
function mistakes() {
  const common = { title: 'Wrong', kind: 'block', version: 1, config: {} } as const;
  // A private need in a cached module.
  defineModule({
    ...common,
    id: 'wrong',
    // @ts-expect-error A cached module cannot need a private action: make it a hole
    data: ({ need }) => ({ basket: need(getBasket, {}) }),
  });
  defineModule({
    ...common,
    id: 'wrong',
    // @ts-expect-error The same when the answer may be missing
    data: ({ need }) => ({ basket: need(getBasket, {}).optional() }),
  });
  defineModule({
    ...common,
    id: 'wrong',
    // @ts-expect-error The same for many
    data: ({ many }) => ({ baskets: many(getBasket, [{}]) }),
  });
  defineModule({
    ...common,
    id: 'wrong',
    // @ts-expect-error A plan is needs, not values
    data: () => ({ number: 1 }),
  });
  defineModule({
    ...common,
    id: 'wrong',
    // @ts-expect-error The input of an action is checked
    data: ({ need }) => ({ lamp: need(getLamp, { id: 1 }) }),
  });
  // @ts-expect-error There is no such option
  text({ lable: 'Title' });
  // @ts-expect-error The default is one of the options
  select({ label: 'Tone', options: { warm: 'Warm' }, default: 'cold' });
  // @ts-expect-error A number has a number for its default
  number({ label: 'Watts', default: '1' });
}
