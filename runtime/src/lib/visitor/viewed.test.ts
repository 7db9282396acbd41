import type { PageNode } from '@vitrine/content';
import { definePrivateAction, defineSource, type } from '@vitrine/data-actions';
import { handlePrivateAction } from '@vitrine/data-actions/server';
import { createRegistry, defineModule, type ModuleProps, select } from '@vitrine/modules';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RuntimeOptions } from '../create-runtime.ts';
import { getMenu } from '../testing/small-actions.ts';
import { smallRegistry } from '../testing/small-modules.tsx';
import { node, openSmallShop } from '../testing/small-shop.ts';
import { readViewed, VIEWED_SCRIPT, viewedWord } from './viewed.ts';

const uuid = '0192f6d0-8c11-7aaf-9d2b-3f5e6a7b8c9d';
const source = defineSource({ id: 'viewed' });
const getSeen = definePrivateAction({
  id: 'seen.get',
  source,
  input: z.object({}),
  output: type<readonly string[]>(),
  readsViewed: true,
});
const getUnseen = definePrivateAction({ ...getSeen, id: 'unseen.get', readsViewed: undefined });

const listed = defineModule({
  id: 'listed',
  title: 'Listed',
  kind: 'block',
  version: 1,
  config: { of: select({ label: 'Of', options: { all: 'All', seen: 'Seen', unseen: 'Not told' } }) },
  data: ({ need }) => ({ names: need(getMenu, {}) }),
  personal: {
    when: ({ of }) => of !== 'all',
    data: ({ config, need }) => ({ names: need(config.of === 'seen' ? getSeen : getUnseen, {}) }),
  },
});
const view = ({ data }: ModuleProps<typeof listed>) => `[${data.names.join()}]`;

/** The small shop with a list on a page without anything else that is personal. */
async function openShop(of: string, changes: Partial<RuntimeOptions> = {}) {
  const asked: string[] = [];
  const shop = await openSmallShop({
    remembersViewed: true,
    registry: createRegistry([...smallRegistry.all, { module: listed, view, css: '', presets: [] }]),
    handlers: (own) => [
      ...own,
      ...[getSeen, getUnseen].map((action) =>
        handlePrivateAction(action, async (inputs, { viewed = [] }) => {
          asked.push(action.id);
          return inputs.map(() => viewed);
        }),
      ),
    ],
    staff: async (token) =>
      token === 'right' ? { kind: 'staff', capabilities: ['content.preview'] } : { kind: 'guest' },
    canvasScript: '/_editor/canvas.js',
    ...changes,
  });
  const [plain] = await shop.pages.published(['plain']);
  const nodes: PageNode[] = [node('listed', { props: { of } })];
  await shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes }] });
  const list = async (cookie = '', query = '') =>
    /\[.*?\]/.exec((await shop.html(`/plain${query}`, { cookie })).split('<main>')[1] ?? '')?.[0];
  return { ...shop, asked, list };
}

describe('what was looked at', () => {
  it('[RT-VIEWED-1] the page of a product says which it is, other pages and previews do not', async () => {
    const shop = await openShop('all');
    expect(await shop.html('/p/mug')).toContain(
      `<script data-viewed="t1" nonce="#">${VIEWED_SCRIPT}</script>`,
    );
    expect(await shop.html('/')).not.toContain('data-viewed');
    expect(await shop.html('/p/mug?_preview=1', { cookie: 'vt_staff=right' })).not.toContain('data-viewed');
    const without = await openShop('all', { remembersViewed: false });
    expect(await without.html('/p/mug')).not.toContain('data-viewed');
  });

  it('[RT-VIEWED-2] ids come back as they were written, uuids in 23 characters', () => {
    expect(viewedWord(uuid)).toHaveLength(23);
    expect(readViewed(`${viewedWord(uuid)}:tide-mug:p.1`)).toEqual([uuid, 'tide-mug', 'p.1']);
    expect(viewedWord('an id with spaces')).toBeUndefined();
  });

  it('[RT-VIEWED-2] of what anybody wrote into the cookie, only ids are believed, and eleven of them', () => {
    expect(readViewed(undefined)).toBeUndefined();
    expect(readViewed('')).toBeUndefined();
    expect(readViewed("' or 1=1:<b>:~~:")).toBeUndefined();
    expect(readViewed('a:a:b')).toEqual(['a', 'b']);
    expect(readViewed(Array.from({ length: 500 }, (_, at) => `p${at}`).join(':'))).toHaveLength(11);
  });

  it('[RT-VIEWED-2] a question that does not say it reads the list is not told', async () => {
    expect(await (await openShop('unseen')).list('vt_viewed=t1:t2')).toBe('[]');
  });

  it('[RT-VIEWED-3] each sees their own list, whoever came before', async () => {
    const shop = await openShop('seen');
    expect(await shop.list()).toBe('[]');
    expect(await shop.list('vt_viewed=t1:t2')).toBe('[t1,t2]');
    expect(await shop.list()).toBe('[]');
    expect(await shop.list('vt_viewed=t2')).toBe('[t2]');
    expect((await shop.get('/plain')).headers.get('cache-control')).toBe('private, no-store');
    const stored = JSON.stringify([...shop.log]);
    expect(stored).not.toContain('t1:t2');
  });

  it('[RT-VIEWED-4] a page that does not ask is the same for guests whatever they looked at, and asks nothing again', async () => {
    const shop = await openShop('unseen');
    await shop.list();
    const before = shop.asked.length;
    await shop.list('vt_viewed=t1');
    await shop.list('vt_viewed=t2');
    expect(shop.asked).toHaveLength(before);
  });

  it('[MOD-26] with other settings the same module is the same for everybody, and so it is on a canvas', async () => {
    const all = await openShop('all');
    expect(await all.list('vt_viewed=t1')).toBe('[Tables,Light]');
    expect((await all.get('/plain')).headers.get('cache-control')).toMatch(/^public/);
    const seen = await openShop('seen');
    const canvas = '?_preview=canvas&_document=plain';
    expect(await seen.list('vt_staff=right; vt_viewed=t1', canvas)).toBe('[Tables,Light]');
  });

  it('[RT-14] a page of a product without holes names the script by its hash', async () => {
    const shop = await openShop('all');
    const [product] = await shop.pages.published(['product']);
    await shop.pages.publish({ by: 'test', documents: [{ ...product!.document, layout: 'bare' }] });
    const answer = await shop.get('/p/mug');
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-\S+ 'sha256-/);
    expect(await answer.text()).toContain('<script data-viewed="t1">');
  });
});
