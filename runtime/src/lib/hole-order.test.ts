import { definePrivateAction, defineSource, type } from '@vitrine/data-actions';
import { handlePrivateAction, noticeCookie } from '@vitrine/data-actions/server';
import { createRegistry, defineHole, type ModuleProps, text } from '@vitrine/modules';
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
const gate = defineHole({
  ...common,
  id: 'gate',
  title: 'Gate',
  config: { place: text({ label: 'Place', default: '/thanks' }) },
  data: ({ need }) => ({ count: need(getCount, {}) }),
  leadsTo: ({ config, data, href }) => {
    if (config.place === '/broken') throw new Error('It is broken.');
    return data.count === 0 ? href(config.place) : undefined;
  },
});
const Gate = ({ data }: ModuleProps<typeof gate>) => `[stay with ${data.count}]`;
const Badge = ({ data }: ModuleProps<typeof badge>) => `[${data.count} left]`;
const Done = ({ data }: ModuleProps<typeof done>) => `[${data.said}]`;

/** A shop whose page has a number before the thing that changes it, which takes a while; at `/gate` who has none is led on. */
async function openShop({ place = '/thanks' } = {}) {
  let count = 3;
  const asked: string[] = [];
  const shop = await openSmallShop({
    registry: createRegistry([
      ...smallRegistry.all,
      { module: badge, view: Badge, css: '', presets: [] },
      { module: done, view: Done, css: '', presets: [] },
      { module: gate, view: Gate, css: '', presets: [] },
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
  const gated = { ...plain!.document, id: 'gated', nodes: [node('gate', { props: { place } })] };
  await shop.pages.publish({
    by: 'test',
    documents: [{ ...plain!.document, nodes }, gated],
    urls: [
      { channel: 'online', locale: 'en', path: '/gate', target: { kind: 'page', page: 'gated' } },
      { channel: 'online', locale: 'de', path: '/gate', target: { kind: 'page', page: 'gated' } },
    ],
  });
  return {
    ...shop,
    asked,
    noticeCookie: (words: string) =>
      noticeCookie({ tone: 'good', text: words }, { secure: true }).split(';')[0]!,
    reset: (to = 3) => {
      count = to;
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

  it('[RT-HOLE-2] what leads on sends its visitor there, made now or kept, and what was to be said is said there', async () => {
    const shop = await openShop();
    const cart = await shop.cartOf(1);
    const notice = shop.noticeCookie('Thank you');
    expect(await shop.html('/gate', { cookie: cart })).toContain('[stay with 3]');
    shop.reset(0);
    for (const [path, location] of [
      ['/gate', '/thanks'],
      ['/gate?more=1', '/thanks'],
      ['/de/gate', '/de/thanks'],
    ] as const) {
      const answer = await shop.get(path, { cookie: `${cart}; ${notice}` });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, location]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.text()).toBe('');
    }
    shop.reset(2);
    expect(await shop.html('/gate', { cookie: cart })).toContain('[stay with 2]');
  });

  it('[RT-HOLE-2] what is no path of this shop, or fails, leads nowhere', async () => {
    for (const place of ['https://evil.test/', '//evil.test', '/broken']) {
      const shop = await openShop({ place });
      shop.reset(0);
      const answer = await shop.get('/gate');
      expect([place, answer.status]).toEqual([place, 200]);
      expect(await answer.text()).toContain('[stay with 0]');
      expect(shop.log.some((line) => line.includes('evil.test') || line.includes('It is broken'))).toBe(true);
    }
  });
});
