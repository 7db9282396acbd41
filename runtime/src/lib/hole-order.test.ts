import { definePrivateAction, defineSource, type } from '@vitrine/data-actions';
import { handlePrivateAction } from '@vitrine/data-actions/server';
import { createRegistry, defineHole, type ModuleProps } from '@vitrine/modules';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { smallRegistry } from './testing/small-modules.tsx';
import { node, openSmallShop } from './testing/small-shop.ts';

const source = defineSource({ id: 'desk' });
const question = { source, input: z.object({}) };
const getCount = definePrivateAction({ ...question, id: 'desk.count', output: type<number>() });
const finish = definePrivateAction({
  ...question,
  id: 'desk.finish',
  output: type<string>(),
  settles: true,
});

const common = { kind: 'block', version: 1, config: {} } as const;
const badge = defineHole({
  ...common,
  id: 'badge',
  title: 'Badge',
  data: ({ need }) => ({ count: need(getCount, {}) }),
});
const done = defineHole({
  ...common,
  id: 'done',
  title: 'Done',
  data: ({ need }) => ({ said: need(finish, {}) }),
});
const Badge = ({ data }: ModuleProps<typeof badge>) => `[${data.count} left]`;
const Done = ({ data }: ModuleProps<typeof done>) => `[${data.said}]`;

/** A shop whose page has a number before the thing that changes it, which takes a while. */
async function openShop() {
  let count = 3;
  const asked: string[] = [];
  const shop = await openSmallShop({
    registry: createRegistry([
      ...smallRegistry.all,
      { module: badge, view: Badge, css: '', presets: [] },
      { module: done, view: Done, css: '', presets: [] },
    ]),
    handlers: (own) => [
      ...own,
      handlePrivateAction(getCount, async (inputs) => {
        asked.push('count');
        return inputs.map(() => count);
      }),
      handlePrivateAction(finish, async (inputs) => {
        asked.push('finish');
        await new Promise((resolve) => setTimeout(resolve, 20));
        count = 0;
        return inputs.map(() => 'sold');
      }),
    ],
  });
  const [plain] = await shop.pages.published(['plain']);
  const nodes = [node('badge'), node('done')];
  await shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes }] });
  return {
    ...shop,
    asked,
    reset: () => {
      count = 3;
      asked.length = 0;
    },
  };
}

describe('questions of holes', () => {
  it('[RT-HOLE-1] what settles something is answered before the others are asked, once each', async () => {
    const shop = await openShop();
    const cart = await shop.cartOf(1);
    expect(await shop.html('/plain', { cookie: cart })).toContain('[0 left][sold]');
    expect(shop.asked).toEqual(['finish', 'count']);
    shop.reset();
    expect(await shop.html('/plain', { cookie: cart })).toContain('[0 left][sold]');
    expect(shop.asked).toEqual(['finish', 'count']);
  });
});
