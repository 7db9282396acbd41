import { definePrivateAction, defineSource, type } from '@vitrine/data-actions';
import { handlePrivateAction } from '@vitrine/data-actions/server';
import { createRegistry, defineHole, type ModuleProps } from '@vitrine/modules';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { smallRegistry } from './testing/small-modules.tsx';
import { node, openSmallShop } from './testing/small-shop.ts';

const source = defineSource({ id: 'parcels' });
const getParcel = definePrivateAction({
  id: 'parcel.get',
  source,
  input: z.object({ id: z.string() }),
  output: type<string>(),
});
const parcel = defineHole({
  id: 'parcel',
  title: 'Parcel',
  kind: 'block',
  version: 1,
  config: {},
  query: z.object({ id: z.string().optional() }),
  data: ({ need, query: { id = '' } }) => ({ stands: need(getParcel, { id }) }),
});
const Parcel = ({ data }: ModuleProps<typeof parcel>) => `[${data.stands}]`;

describe('what guests are shown', () => {
  it('[RT-HOLE-3] what an address opens is asked each time, also for who is nobody; an address that opens nothing once', async () => {
    let place = 'at sea';
    let asked = 0;
    const shop = await openSmallShop({
      registry: createRegistry([
        ...smallRegistry.all,
        { module: parcel, view: Parcel, css: '', presets: [] },
      ]),
      handlers: (own) => [
        ...own,
        handlePrivateAction(getParcel, async (inputs) => {
          asked += 1;
          return inputs.map(({ id }) => (id === '' ? 'which?' : `${id} is ${place}`));
        }),
      ],
    });
    const [plain] = await shop.pages.published(['plain']);
    await shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes: [node('parcel')] }] });
    const shown = async (query = '') =>
      /\[([^\]]*)\]/.exec((await shop.html(`/plain${query}`)).split('<main>')[1]!)?.[1];
    expect(await shown('?id=7')).toBe('7 is at sea');
    expect(await shown('?id=7')).toBe('7 is at sea');
    place = 'here';
    expect(await shown('?id=7')).toBe('7 is here');
    expect(await shown('?id=8')).toBe('8 is here');
    const before = asked;
    for (const query of ['', '', '?other=7']) expect(await shown(query)).toBe('which?');
    expect(asked).toBe(before + 1);
  });
});
