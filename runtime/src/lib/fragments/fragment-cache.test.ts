import { createRegistry, defineModule, type ModuleProps } from '@vitrine/modules';
import { createElement } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { getMenu } from '../testing/small-actions.ts';
import { smallRegistry } from '../testing/small-modules.tsx';
import { node, openSmallShop, type SmallShop } from '../testing/small-shop.ts';

let shop: SmallShop;
beforeEach(async () => {
  shop = await openSmallShop();
});

/** Forgets every answer, so that a question that is asked reaches the backend. */
function forgetAnswers() {
  for (const { key } of [...shop.processCache.entries()]) shop.processCache.delete(key);
  shop.backend.asked.length = 0;
}

describe('fragments', () => {
  it('[RT-FRAG-1] an instance whose HTML is known from another page is not asked for again', async () => {
    await shop.get('/p/mug');
    forgetAnswers();
    const html = await shop.html('/p/lamp');
    expect(html).toContain('<b>Tables</b>');
    expect(html).toContain('<strong>1290 EUR</strong>');
    expect(new Set(shop.backend.asked)).toEqual(new Set(['thing.get', 'price.get']));
    expect(shop.backend.asked.filter((action) => action === 'menu.get')).toEqual([]);
  });

  it('[RT-FRAG-2] what looks at its page has HTML of its own on each', async () => {
    expect(await shop.html('/p/mug')).toContain('<h1>Mug</h1>');
    expect(await shop.html('/p/lamp')).toContain('<h1>Lamp &amp; &quot;light&quot;</h1>');
    expect(await shop.html('/p/mug')).toContain('href="/p/mug?page=2"');
    expect(await shop.html('/p/lamp')).toContain('href="/p/lamp?page=2"');
  });

  it('[RT-FRAG-5] a plan that looks only when an answer is there has HTML of its own on each, too', async () => {
    const place = defineModule({
      id: 'late-place',
      title: 'Late place',
      kind: 'block',
      version: 1,
      config: {},
      data: ({ need, subject }) => ({ path: need(getMenu, {}).map(() => subject.path) }),
    });
    const view = ({ data }: ModuleProps<typeof place>) => createElement('em', null, data.path);
    const registered = { module: place, view, css: '', presets: [] };
    shop = await openSmallShop({
      registry: createRegistry([...smallRegistry.all, registered] as Parameters<typeof createRegistry>[0]),
    });
    const [main] = await shop.pages.published(['product']);
    await shop.pages.publish({
      by: 'test',
      documents: [{ ...main!.document, nodes: [node('late-place')] }],
    });
    for (const path of ['/p/mug', '/p/lamp', '/p/mug?page=2'])
      expect(await shop.html(path)).toContain(`<em>${path.split('?')[0]}</em>`);
  });

  it('[RT-FRAG-3] a bumped tag, another locale or currency and age make it anew', async () => {
    await shop.get('/p/mug');
    shop.backend.prices.set('t1', { EUR: 5, GBP: 4 });
    await shop.tags.bump(['price:t1']);
    expect(await shop.html('/p/lamp')).toContain('<strong>5 EUR</strong>');
    expect(await shop.html('/p/lamp', { cookie: 'vt_currency=GBP' })).toContain('<strong>4 GBP</strong>');
    expect(await shop.html('/de/p/lampe')).toContain('<b>Tische</b>');
    forgetAnswers();
    await shop.clock.advance(61_000);
    await shop.html('/p/mug?page=2');
    expect(shop.backend.asked).toContain('menu.get');
  });

  it('[RT-FRAG-4] a fallback is never kept', async () => {
    shop.backend.before = (action) => {
      if (action === 'menu.get') throw new Error('down');
    };
    expect(await shop.html('/p/mug')).toContain('No menu now.');
    shop.backend.before = () => {};
    expect(await shop.html('/p/lamp')).toContain('<b>Tables</b>');
  });
});
