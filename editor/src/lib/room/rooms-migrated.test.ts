import type { ModuleCatalogue, PageDocument, ShapesOf } from '@vitrine/content';
import { createSqlDraftStore } from '@vitrine/content/server';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type House, migrations, openHouse } from './testing/small-house.ts';
import { until, type Visitor, type VisitorOptions, visit } from './testing/visitor.ts';

/** A hero as it was, and as it is after `headline` was renamed to `title`. */
const old = { shapes: shapesWith('headline'), modules: catalogue(1) };
const current = { shapes: shapesWith('title'), modules: catalogue(2) };
const home: PageDocument = {
  schema: 1,
  id: 'home',
  kind: 'page',
  name: 'Home',
  seo: {},
  nodes: [{ id: 'h', type: 'hero', v: 1, props: { headline: 'Hello', height: 3 } }],
};

describeOnEachEngine('a shop with newer modules', { migrations }, (open) => {
  const visitors: Visitor[] = [];
  let house: House;

  async function openShop({ shapes, modules }: typeof old): Promise<void> {
    house = await openHouse(open(), {
      shapes,
      modules,
      drafts: createSqlDraftStore(open(), { shapes }),
      pauses: { project: 20 },
    });
  }
  async function enter(options: VisitorOptions): Promise<Visitor> {
    const visitor = visit(house.url, options);
    visitors.push(visitor);
    await visitor.saved();
    return visitor;
  }
  /** What is in a browser of somebody who works on the page while the shop is made newer. */
  async function workOffline(as: string, work: (ada: Visitor) => void): Promise<Y.Doc> {
    const visitor = await enter({ as, shapes: old.shapes });
    visitor.socket.disconnect();
    await until(() => !visitor.provider.isSynced, `${as} is offline`);
    work(visitor);
    return visitor.doc;
  }
  async function deploy(): Promise<void> {
    await house.close();
    await openShop(current);
  }

  beforeEach(async () => {
    await open().execute(
      'truncate content_drafts, content_draft_updates, content_draft_states_before, content_documents, content_versions, content_urls',
    );
    await openShop(old);
    await house.pages.publish({ by: 'test', documents: [home] });
  });
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) visitor.leave();
    await house.close();
  });

  test('[ROOM-11] what was written offline in the old form of a module is shown to everybody in the new one', async () => {
    const doc = await workOffline('ada', (ada) => {
      ada.page().setProp('h', 'headline', 'Hello, world');
      ada.page().insert([{ id: 'n', type: 'hero', v: 1, props: { headline: 'Mine' } }], { index: 1 });
    });
    await deploy();
    const bob = await enter({ as: 'bob', shapes: current.shapes });
    expect(bob.page().toNode('h')).toMatchObject({ v: 2, props: { title: 'Hello' } });
    const ada = await enter({ as: 'ada', shapes: current.shapes, doc: copyOf(doc) });
    await until(() => bob.page().props('h').title === 'Hello, world', 'bob reads it');
    const nodes = [
      { id: 'h', type: 'hero', v: 2, props: { title: 'Hello, world', height: 3 } },
      { id: 'n', type: 'hero', v: 2, props: { title: 'Mine' } },
    ];
    await until(() => ada.page().props('h').title === 'Hello, world', 'ada reads it');
    expect(bob.page().toDocument().nodes).toEqual(nodes);
    expect(ada.page().toDocument().nodes).toEqual(nodes);
    expect((await house.rooms.document('home'))!.nodes).toEqual(nodes);
  });

  test('[ROOM-11] where somebody changed the same meanwhile, who comes later wins, and what is written then is not touched', async () => {
    const doc = await workOffline('ada', (ada) => ada.page().setProp('h', 'headline', 'Hello from afar'));
    await deploy();
    const bob = await enter({ as: 'bob', shapes: current.shapes });
    bob.page().setProp('h', 'title', 'Welcome');
    bob.page().setProp('h', 'height', 7);
    await bob.saved();
    const ada = await enter({ as: 'ada', shapes: current.shapes, doc: copyOf(doc) });
    await until(() => bob.page().props('h').title === 'Hello from afar', 'bob reads it');
    await until(() => ada.page().props('h').title === 'Hello from afar', 'ada reads it');
    ada.page().setProp('h', 'title', 'And later');
    await until(() => bob.page().props('h').title === 'And later', 'bob reads that too');
    expect(bob.page().props('h')).toEqual({ title: 'And later', height: 7 });
  });

  test('[ROOM-11] is stored with it: who comes after the process ended has it in the new form', async () => {
    const doc = await workOffline('ada', (ada) => ada.page().setProp('h', 'headline', 'Hello, world'));
    await deploy();
    await enter({ as: 'ada', shapes: current.shapes, doc: copyOf(doc) });
    for (const visitor of visitors.splice(0)) visitor.leave();
    await deploy();
    expect((await house.rooms.document('home'))!.nodes[0]!.props).toEqual({
      title: 'Hello, world',
      height: 3,
    });
  });
});

function shapesWith(key: string): ShapesOf {
  return (module) => (module === 'hero' ? { [key]: { kind: 'text' } } : undefined);
}

function catalogue(version: number): ModuleCatalogue {
  return {
    ids: ['hero'],
    describe: (id) =>
      id === 'hero'
        ? {
            kind: 'block',
            version,
            slots: {},
            checkProps: () => [],
            migrateProps: ({ headline = '', ...props }) => ({ ...props, title: headline }),
          }
        : undefined,
  };
}

/** As a browser that was closed has it. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
