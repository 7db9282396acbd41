import { nodePrint } from '@vitrine/content';
import { describe, expect, it } from 'vitest';
import { smallRegistry } from '../testing/small-modules.tsx';
import { node, openSmallShop } from '../testing/small-shop.ts';
import { sourceOf } from '../theme-sheet.ts';
import type { CanvasState } from './canvas-state.ts';
import { createInstanceRenderer } from './instance-renderer.ts';

const cookie = 'vt_staff=right';
const staff = (token: string | undefined) =>
  Promise.resolve(
    token === 'right' ? { kind: 'staff', capabilities: ['content.preview'] } : { kind: 'guest' },
  );
const openShop = () => openSmallShop({ staff, canvasScript: '/_editor/canvas.js' });

function stateOf(html: string): CanvasState {
  const json = /<script type="application\/json" id="vt-canvas">(.*?)<\/script>/s.exec(html)?.[1];
  return JSON.parse(json ?? 'null') as CanvasState;
}

const between = (html: string, id: string) =>
  new RegExp(`<!--vt:${id}-->(.*)<!--/vt:${id}-->`, 's').exec(html)?.[1];
const unmarked = (html: string) => html.replace(/<!--(\/?vt:[\w.-]+|vt-root)-->/g, '');
const bodyOf = (html: string) => /<body>(.*?)<script type="application/s.exec(html)?.[1] ?? html;

describe('a canvas', () => {
  it('[RT-CANVAS-1] is the page itself with marks around its instances', async () => {
    const shop = await openShop();
    const canvas = await shop.html('/?_preview=canvas&_document=home', { cookie });
    const page = await shop.html('/?_preview=1', { cookie });
    expect(between(canvas, 'words')).toContain('Hello');
    expect(between(canvas, '_layout.menu')).toBeDefined();
    expect(bodyOf(unmarked(canvas))).toBe(bodyOf(page));
    expect(canvas).toContain('src="/_editor/canvas.js"');
    expect(canvas).not.toContain('/_assets/islands.js');
  });

  it('[RT-CANVAS-2] is for staff who may preview alone', async () => {
    const shop = await openShop();
    for (const other of ['', 'vt_staff=wrong'])
      expect(await shop.html('/?_preview=canvas', { cookie: other })).not.toContain('<!--vt:');
  });

  it('[RT-CANVAS-3] tells what the views were given, and nothing private', async () => {
    const shop = await openShop();
    const cart = await shop.cartOf(7);
    const { frame, instances } = stateOf(
      await shop.html('/p/mug?_preview=canvas&_document=product', { cookie: `${cookie}; ${cart}` }),
    );
    expect(frame).toMatchObject({ subject: { kind: 'product', slug: 'mug' }, context: { currency: 'EUR' } });
    expect(instances.price?.trace[0]).toMatchObject({ action: 'price.get', state: 'fresh' });
    expect(instances['_layout.badge']).toMatchObject({ state: 'hole' });
    expect(JSON.stringify(instances)).not.toContain('pieces');
  });

  it('[RT-CANVAS-4] shows a document that has no address, a fragment alone', async () => {
    const shop = await openShop();
    const [plain] = await shop.pages.published(['plain']);
    await shop.pages.publish({
      by: 'test',
      documents: [{ ...plain!.document, id: 'piece', kind: 'fragment', layout: undefined }],
    });
    const html = await shop.html('/nowhere?_preview=canvas&_document=piece', { cookie });
    expect(between(html, 'words')).toContain('Nothing personal');
    expect(html).not.toContain('_layout.');
    expect(await shop.html('/nowhere?_preview=canvas&_document=plain', { cookie })).toContain('_layout.');
  });

  it('[RT-CANVAS-5] answers for instances that are on no page yet', async () => {
    const shop = await openShop();
    const ask = (path: string, body: unknown, headers = {}) =>
      shop.post(path, JSON.stringify(body), { 'content-type': 'application/json', cookie, ...headers });
    const nodes = [node('words', { id: 'new', props: { words: 'Fresh' } }), node('thing', { id: 'about' })];
    const html = await (await ask('/p/mug?_preview=canvas&_document=product', { nodes })).text();
    expect(between(html, 'new')).toContain('Fresh');
    expect(between(html, 'about')).toContain('Mug');
    expect(html).not.toContain('_layout.');
    const bad = await ask('/?_preview=canvas&_document=home', { nodes: [{ id: 'x' }] });
    expect([bad.status, (await bad.json()).message]).toEqual([400, expect.stringContaining('nodes.0.type')]);
    expect((await ask('/?_preview=canvas', { nodes }, { cookie: '' })).status).toBe(405);
  });

  it('[RT-CANVAS-13] reads nothing of what a stranger posts, and no more than a page of what staff post', async () => {
    const shop = await openShop();
    const read = async (own: string) => {
      let megabytes = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          megabytes += 1;
          controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
          if (megabytes === 32) controller.close();
        },
      });
      const headers = { 'content-type': 'application/json', 'content-length': '2', cookie: own };
      const init = { method: 'POST', body, duplex: 'half', headers };
      const address = 'https://shop.test/?_preview=canvas&_document=home';
      const { status } = await shop.runtime.handle(new Request(address, init as RequestInit));
      return { status, megabytes };
    };
    const stranger = await read('vt_staff=wrong');
    expect(stranger.status).toBe(405);
    // A stream is asked for its first piece before anybody reads it.
    expect(stranger.megabytes).toBeLessThan(3);
    const staffed = await read(cookie);
    expect(staffed.status).toBe(413);
    expect(staffed.megabytes).toBeLessThan(8);
  });

  it('[RT-CANVAS-6] gives an empty slot of the document a place, and leaves the layout as it is', async () => {
    const shop = await openShop();
    const [home] = await shop.pages.published(['home']);
    await shop.pages.publish({ by: 'test', documents: [{ ...home!.document, nodes: [node('counter')] }] });
    const html = await shop.html('/?_preview=canvas&_document=home', { cookie });
    expect(between(html, 'counter')).toContain('<vt-slot data-slot="content"></vt-slot>');
  });

  it('[RT-CANVAS-9] says where the outermost instances stand, also when there are none', async () => {
    const shop = await openShop();
    const root = /<vt-slot data-slot="content"><!--vt-root-->/;
    expect(await shop.html('/?_preview=canvas&_document=home', { cookie })).toMatch(root);
    const [home] = await shop.pages.published(['home']);
    await shop.pages.publish({ by: 'test', documents: [{ ...home!.document, nodes: [] }] });
    expect(await shop.html('/?_preview=canvas&_document=home', { cookie })).toMatch(root);
    expect(await shop.html('/?_preview=canvas&_document=main', { cookie })).toContain(
      '<!--vt-root--><!--vt:_layout.menu-->',
    );
  });

  it('[RT-CANVAS-10] marks what came with a fragment as one', async () => {
    const shop = await openShop();
    const [home] = await shop.pages.published(['home']);
    const words = (id: string, text: string) => node('words', { id, props: { words: text } });
    await shop.pages.publish({
      by: 'test',
      documents: [
        { ...home!.document, id: 'piece', kind: 'fragment', nodes: [words('a', 'One'), words('b', 'Two')] },
        {
          ...home!.document,
          nodes: [node('fragment', { id: 'use', props: { fragment: 'piece' } }), words('w', 'Three')],
        },
      ],
    });
    const html = await shop.html('/?_preview=canvas&_document=home', { cookie });
    expect(between(html, 'use')).toMatch(/^<!--vt:use.a-->.*One.*Two.*<!--\/vt:use.b-->$/);
    expect(between(html, 'use')).not.toContain('Three');
  });

  it('[RT-CANVAS-11] says where open parts are, also empty ones, and whose they are', async () => {
    const shop = await openShop();
    const [home] = await shop.pages.published(['home']);
    const words = (id: string, text: string) => node('words', { id, props: { words: text } });
    const part = node('outlet', { id: 'part', slots: { content: [words('begin', 'Begin')] } });
    const title = { ...words('title', 'Sale'), open: ['words'] };
    const use = node('fragment', {
      id: 'use',
      props: { fragment: 'piece', 'in.title.words': 'Own sale' },
      slots: { part: [words('mine', 'Mine')] },
    });
    const empty = node('fragment', { id: 'empty', props: { fragment: 'piece' } });
    await shop.pages.publish({
      by: 'test',
      documents: [
        {
          ...home!.document,
          id: 'piece',
          kind: 'fragment',
          nodes: [title, node('counter', { slots: { content: [part] } })],
        },
        { ...home!.document, nodes: [use, empty] },
      ],
    });
    const html = await shop.html('/?_preview=canvas&_document=home', { cookie });
    expect(between(html, 'use')).toMatch(
      /Own sale.*<vt-slot data-slot="content"><!--vt:use.part--><vt-slot data-slot="part" data-of="use"><!--vt:mine-->.*Mine.*<!--\/vt:mine--><\/vt-slot><!--\/vt:use.part--><\/vt-slot>/,
    );
    expect(between(html, 'empty')).toContain('<vt-slot data-slot="part" data-of="empty"></vt-slot>');
    expect(between(html, 'empty')).not.toContain('Begin');
    expect(stateOf(html).instances.use).toMatchObject({ module: 'fragment', print: nodePrint(use) });
    const page = await shop.html('/', {});
    expect(page).toMatch(/Own sale.*Mine.*Sale/s);
    expect(page).not.toContain('data-slot="part"');
    const alone = await shop.html('/?_preview=canvas&_document=piece', { cookie });
    expect(between(alone, 'part')).toMatch(/^<vt-slot data-slot="content"><!--vt:begin-->.*Begin/);
  });

  it('[RT-CANVAS-14] writes nothing a document says of an open part, or calls an instance, as it stands', async () => {
    const shop = await openShop();
    const [plain] = await shop.pages.published(['plain']);
    const props = { of: 'x"><b id="injected">', slot: 'y"><i id="injected">' };
    const named = node('words', { id: 'x--><b id="injected">', props: { words: 'Still shown' } });
    const piece = { ...plain!.document, id: 'piece', kind: 'fragment' as const, layout: undefined };
    const stored = { document: { ...piece, nodes: [node('outlet', { props }), named] }, version: '1' };
    const drafts = { ...shop.pages, published: (ids: readonly string[]) => published(ids) };
    const published = async (ids: readonly string[]) =>
      ids.map((id) => (id === 'piece' ? stored : undefined));
    const hostile = await openSmallShop({ staff, canvasScript: '/_editor/canvas.js', drafts });
    const html = await hostile.html('/?_preview=canvas&_document=piece', { cookie });
    expect(html).toContain('Still shown');
    expect(html).toContain('<vt-slot data-slot="content">');
    expect(html).not.toMatch(/<[bi] id=/);
  });

  it('[RT-CANVAS-15] shows an author what has no module, with what is in it; shoppers see neither', async () => {
    const shop = await openShop();
    const [home] = await shop.pages.published(['home']);
    const inside = node('words', { id: 'w', props: { words: 'Inside' } });
    await shop.pages.publish({
      by: 'test',
      documents: [
        {
          ...home!.document,
          nodes: [
            node('imported/Count_down', { id: 'far', name: '<b>Countdown', slots: { children: [inside] } }),
            node('gone', { id: 'gone' }),
          ],
        },
      ],
    });
    const html = await shop.html('/?_preview=canvas&_document=home', { cookie });
    expect(between(html, 'far')).toMatch(/&lt;b&gt;Countdown” came with a page from elsewhere.*Inside/s);
    expect(between(html, 'gone')).toContain('There is no module “gone” any more');
    expect(stateOf(html).instances.far).toMatchObject({ module: 'imported/Count_down' });
    const page = await shop.html('/', {});
    expect(page).not.toMatch(/elsewhere|any more|Inside/);
  });

  it('[RT-CANVAS-12] an open part that is on no page yet has a place at once', async () => {
    const shop = await openShop();
    const [plain] = await shop.pages.published(['plain']);
    await shop.pages.publish({
      by: 'test',
      documents: [{ ...plain!.document, id: 'piece', kind: 'fragment', layout: undefined }],
    });
    const nodes = [node('outlet', { id: 'part' })];
    const answer = await shop.post('/?_preview=canvas&_document=piece', JSON.stringify({ nodes }), {
      'content-type': 'application/json',
      cookie,
    });
    expect(between(await answer.text(), 'part')).toBe('<vt-slot data-slot="content"></vt-slot>');
  });

  it('[RT-CANVAS-7] the browser renders an instance as the server did', async () => {
    const shop = await openShop();
    const html = await shop.html('/p/mug?_preview=canvas&_document=product', { cookie });
    const { frame, instances } = stateOf(html);
    const render = createInstanceRenderer({
      registry: smallRegistry,
      theme: sourceOf(shop.options.theme).current,
      frame,
    });
    for (const id of ['thing', 'price', 'pager']) {
      const [published] = await shop.pages.published(['product']);
      const { type, v, props } = published!.document.nodes.find((each) => each.id === id)!;
      const rendered = render({ id, type, v, props, data: instances[id]!.data ?? {}, slots: [] });
      expect(rendered.kind === 'rendered' && rendered.pieces.join('')).toBe(between(html, id));
    }
    expect(render({ id: 'b', type: 'basket', v: 1, props: {}, data: {}, slots: [] })).toMatchObject({
      kind: 'failed',
    });
  });

  it('[RT-CANVAS-8] staff look at another currency without changing their own', async () => {
    const shop = await openShop();
    const { frame } = stateOf(await shop.html('/?_preview=canvas&_currency=GBP', { cookie }));
    expect(frame.context.currency).toBe('GBP');
    expect(
      stateOf(await shop.html('/?_preview=canvas&_currency=XXX', { cookie })).frame.context.currency,
    ).toBe('EUR');
  });
});
