import { randomBytes } from 'node:crypto';
import { OutgoingMessage } from '@hocuspocus/server';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type House, home, migrations, openHouse } from './testing/small-house.ts';
import { until, type Visitor, type VisitorOptions, visit } from './testing/visitor.ts';

let database: TestDatabase;
let house: House;
const visitors: Visitor[] = [];

async function enter(options: VisitorOptions): Promise<Visitor> {
  const visitor = visit(house.url, { persistent: false, ...options });
  visitors.push(visitor);
  await visitor.saved();
  return visitor;
}

beforeAll(async () => {
  database = await openTestDatabase({ migrations });
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await database.execute(
    'truncate content_drafts, content_draft_updates, content_documents, content_versions',
  );
  house = await openHouse(database);
  await house.pages.publish({ by: 'test', documents: [home] });
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.leave();
  await house.close();
});

/** The answer to an upgrade that is not let in. */
async function statusOf(headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(house.url, { headers });
  return await new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode!));
    socket.on('open', () => resolve(101));
    socket.on('error', () => {});
  });
}

/** A change as somebody's program would send it, whatever his editor says. */
function forge(visitor: Visitor, work: (nodes: Y.Map<Y.Map<unknown>>, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(visitor.doc));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => work(doc.getMap('nodes'), doc));
  return Y.encodeStateAsUpdate(doc, before);
}

function message(update: Uint8Array): Uint8Array {
  return new OutgoingMessage('home').createSyncMessage().writeUpdate(update).toUint8Array();
}

function propsOf(nodes: Y.Map<Y.Map<unknown>>, id: string): Y.Map<unknown> {
  return nodes.get(id)!.get('props') as Y.Map<unknown>;
}

test('[RIGHT-1] only staff comes in, from a page of this shop', async () => {
  const here = house.url.replace('ws:', 'http:').replace('/editor/rooms', '');
  expect(await statusOf({ origin: here })).toBe(401);
  expect(await statusOf({ origin: here, cookie: 'staff=nobody' })).toBe(401);
  expect(await statusOf({ origin: 'https://evil.example', cookie: 'staff=ada' })).toBe(403);
  expect(await statusOf({ cookie: 'staff=ada' })).toBe(403);
  expect(await statusOf({ origin: 'null', cookie: 'staff=ada' })).toBe(403);
  expect(await statusOf({ origin: here, cookie: 'staff=ada' })).toBe(101);
  const zoe = visit(house.url, { as: 'zoe' });
  visitors.push(zoe);
  await until(() => zoe.refused.length > 0, 'zoe is refused');
  expect(zoe.refused[0]).toBe('You may not see this page.');
});

test('[RIGHT-2] who may only look sees everything and changes nothing, whatever he sends', async () => {
  const [ada, eve] = await Promise.all([enter({ as: 'ada' }), enter({ as: 'eve' })]);
  ada.page().setProp('h', 'height', 4);
  await until(() => eve.page().props('h').height === 4, 'eve sees it');
  expect(eve.provider.authorizedScope).toBe('readonly');
  eve.send(message(forge(eve, (nodes) => propsOf(nodes, 'h').set('height', 99))));
  await until(() => eve.closed.length > 0, 'eve is sent away');
  expect(eve.told).toEqual([{ kind: 'refused', message: 'You may look at this page, but not change it.' }]);
  expect(eve.closed).toEqual([4403]);
  expect((await house.rooms.document('home'))!.nodes[0]!.props.height).toBe(4);
  expect(ada.page().props('h').height).toBe(4);
});

test('[RIGHT-2] what somebody sends who may only look is not even read', async () => {
  const eve = await enter({ as: 'eve' });
  eve.send(message(new Uint8Array([1, 2, 3])));
  await until(() => eve.closed.length > 0, 'eve is sent away');
  expect(eve.told).toEqual([{ kind: 'refused', message: 'You may look at this page, but not change it.' }]);
});

test('[RIGHT-3] what somebody did offline is refused when he may not, and he is told', async () => {
  const eve = await enter({ as: 'eve' });
  eve.socket.disconnect();
  await until(() => !eve.provider.isSynced, 'eve is offline');
  eve.page().setMeta({ name: 'Mine' });
  await eve.socket.connect();
  await until(() => eve.told.length > 0, 'eve is told');
  expect(eve.told[0]).toMatchObject({ kind: 'refused' });
  expect((await house.rooms.document('home'))!.name).toBe('Home');
});

test('[RIGHT-4] each thing that is changed is asked for: texts yes, structure no', async () => {
  const [ada, tom] = await Promise.all([enter({ as: 'ada' }), enter({ as: 'tom' })]);
  tom.page().setProp('h', 'title', 'Hello, Tom');
  await tom.saved();
  await until(() => ada.page().props('h').title === 'Hello, Tom', 'ada sees the text');
  tom.page().transact(() => {
    tom.page().setProp('h', 'title', 'And more');
    tom.page().remove(['c']);
  });
  await until(() => tom.told.length > 0, 'tom is told');
  expect(tom.told).toEqual([
    { kind: 'refused', message: 'You may not change where "columns" stands on this page.' },
  ]);
  // All of it or nothing.
  expect(ada.page().props('h').title).toBe('Hello, Tom');
  expect(ada.page().has('c')).toBe(true);
  ada.page().setProp('h', 'height', 9);
  await ada.saved();
  expect(ada.told).toEqual([]);
});

test('[RIGHT-5] forged updates are refused: other parts of the document, its identity, another page inside it', async () => {
  const forgeries: ((nodes: Y.Map<Y.Map<unknown>>, doc: Y.Doc) => void)[] = [
    (_, doc) => void doc.getMap('meta').set('id', 'other'),
    (_, doc) => void doc.getMap('meta').set('kind', 'layout'),
    (_, doc) => void doc.getMap('secrets').set('a', 1),
    (_, doc) => void doc.getText('anything').insert(0, 'x'),
    (nodes) => void nodes.set('x--><script>', nodes.get('h')!.clone()),
    (nodes) => void nodes.get('h')!.set('type', '"><script>'),
    (nodes) => void nodes.get('h')!.set('v', 'two'),
  ];
  for (const work of forgeries) {
    const ada = await enter({ as: 'ada' });
    ada.send(message(forge(ada, work)));
    await until(() => ada.closed.length > 0, `this is refused: ${work}`);
    expect(ada.told).toMatchObject([{ kind: 'refused' }]);
    expect(ada.closed).toEqual([4403]);
  }
  const list = new Y.Doc();
  list.getArray('nodes').insert(0, ['x']);
  const ada = await enter({ as: 'ada' });
  ada.send(message(Y.encodeStateAsUpdate(list)));
  await until(() => ada.closed.length > 0, 'a list in the place of a map is refused');
  expect(await house.rooms.document('home')).toEqual(home);
  expect((await database.execute('select count(*) as count from content_draft_updates')).rows).toEqual([
    { count: 0 },
  ]);
});

test('[RIGHT-6] what waits for something nobody has sent is not let in for others to complete', async () => {
  const [eve, tom, ada] = [
    await enter({ as: 'eve' }),
    await enter({ as: 'tom' }),
    await enter({ as: 'ada' }),
  ];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(tom.doc));
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => void updates.push(update));
  propsOf(doc.getMap('nodes'), 'h').set('height', 5);
  propsOf(doc.getMap('nodes'), 'h').set('height', 6);
  doc.getMap<Y.Map<unknown>>('nodes').delete('c');
  tom.send(message(updates[2]!));
  eve.send(message(updates[2]!));
  ada.send(message(Y.mergeUpdates(updates.slice(0, 2))));
  await until(() => ada.page().props('h').height === 6 || ada.closed.length > 0, 'ada is let in');
  expect(ada.page().has('c')).toBe(true);
  expect((await house.rooms.document('home'))!.nodes).toHaveLength(2);
});

test('[RIGHT-7] bytes that are no update harm nobody', async () => {
  const ada = await enter({ as: 'ada' });
  const good = forge(ada, (nodes) => propsOf(nodes, 'h').set('title@de', 'Hallo'));
  const broken = [
    new Uint8Array([1, 2, 3]),
    new Uint8Array(300).fill(255),
    good.slice(0, good.length - 5),
    ...Array.from({ length: 40 }, () => new Uint8Array(randomBytes(60))),
    ...Array.from({ length: good.length }, (_, index) =>
      good.map((byte, at) => (at === index ? byte ^ 0x55 : byte)),
    ),
  ];
  for (const update of broken) {
    const bob = await enter({ as: 'eve' });
    bob.send(message(update));
    bob.send(new OutgoingMessage('home').createSyncMessage().toUint8Array());
    bob.leave();
  }
  const name = new TextEncoder().encode('home');
  for (let index = 0; index < 120; index++) {
    const bob = await enter({ as: 'bob' });
    const noise = new Uint8Array(randomBytes(1 + index));
    bob.send(index % 2 === 0 ? noise : new Uint8Array([name.length, ...name, index % 11, ...noise]));
    bob.send(new Uint8Array([name.length, ...name, 1, 4, 1, 1, 1, 1]));
    bob.leave();
  }
  ada.page().setProp('h', 'height', 4);
  await ada.saved();
  const after = await house.rooms.document('home');
  expect(after).toEqual(ada.page().toDocument());
  expect(after!.nodes[0]!.props.height).toBe(4);
});

test('[RIGHT-7] a writer whose bytes are broken is sent away, and the page stays as it was', async () => {
  const ada = await enter({ as: 'ada' });
  const good = forge(ada, (nodes) => propsOf(nodes, 'h').set('secret', 'x'.repeat(30)));
  for (let cut = 1; cut < good.length; cut += 7) {
    const bob = await enter({ as: 'bob' });
    bob.send(message(good.slice(0, cut)));
    await until(() => bob.closed.length > 0, `half an update is refused (${cut} of ${good.length})`);
    expect(bob.told).toMatchObject([{ kind: 'refused' }]);
  }
  expect(await house.rooms.document('home')).toEqual(home);
  expect(ada.closed).toEqual([]);
});

test('[RIGHT-8] too much at once, too large a change and too large a page are refused with a reason', async () => {
  await house.close();
  house = await openHouse(database, {
    limits: {
      updateBytes: 10_000,
      documentBytes: 30_000,
      connectionsPerDocument: 2,
      messagesAtOnce: 60,
      messagesPerSecond: 1,
    },
  });
  const [ada, bob] = await Promise.all([enter({ as: 'ada' }), enter({ as: 'bob' })]);
  const third = visit(house.url, { as: 'eve' });
  await until(() => third.refused.length > 0, 'the third is refused');
  expect(third.refused[0]).toContain('that is the most');
  third.leave();
  ada.page().setProp('h', 'note', 'x'.repeat(12_000));
  await until(() => ada.closed.length > 0, 'the change is refused');
  expect(ada.told[0]!.message).toContain('A change can have');
  expect(ada.closed).toEqual([4403]);
  for (const index of [1, 2, 3, 4]) bob.page().setProp('h', `note${index}`, 'x'.repeat(9_000));
  await until(() => bob.told.length > 0, 'the page is full');
  expect(bob.told[0]!.message).toContain('A page can have');
  const fast = await enter({ as: 'ada' });
  for (let index = 0; index < 100; index++) fast.page().setProp('h', 'height', index);
  await until(() => fast.closed.length > 0, 'she is sent away for a moment');
  expect(fast.closed).toEqual([4429]);
  expect(fast.told).toEqual([]);
});

test('[RIGHT-8] what was done offline comes in at once, be it more than a change can have', async () => {
  await house.close();
  house = await openHouse(database, { limits: { updateBytes: 10_000, documentBytes: 60_000 } });
  const first = await enter({ as: 'ada' });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc));
  first.leave();
  const write = (key: string) => propsOf(doc.getMap('nodes'), 'h').set(key, 'x'.repeat(9_000));
  for (const key of ['one', 'two', 'three']) write(key);
  const ada = await enter({ as: 'ada', doc });
  expect(ada.told).toEqual([]);
  ada.leave();
  expect((await house.rooms.document('home'))!.nodes[0]!.props.three).toHaveLength(9_000);
  for (const key of ['four', 'five', 'six', 'seven']) write(key);
  const full = visit(house.url, { as: 'ada', doc, persistent: false });
  visitors.push(full);
  await until(() => full.told.length > 0, 'the page is full');
  expect(full.told[0]!.message).toContain('A page can have');
});

test('[RIGHT-8] a browser that sends too many bytes is sent away for a moment', async () => {
  await house.close();
  house = await openHouse(database, { limits: { bytesAtOnce: 20_000, bytesPerSecond: 1 } });
  const ada = await enter({ as: 'ada' });
  for (const index of [1, 2, 3]) ada.page().setProp('h', `note${index}`, 'x'.repeat(9_000));
  await until(() => ada.closed.length > 0, 'she is sent away for a moment');
  expect(ada.closed).toEqual([4429]);
  expect(ada.told).toEqual([]);
});

test('[RIGHT-9] who signs out, or may do less than before, is sent away while he is connected', async () => {
  await house.close();
  let eve = { id: 'user:eve', name: 'Eve', capabilities: ['content.preview', 'content.write'] };
  let isSignedIn = true;
  house = await openHouse(database, {
    authenticate: async () => (isSignedIn ? eve : undefined),
    pauses: { recheck: 30 },
  });
  const first = await enter({ as: 'eve' });
  eve = { ...eve, capabilities: ['content.preview'] };
  await until(() => first.closed.length > 0, 'she has to come again');
  expect(first.closed).toEqual([4205]);
  const second = await enter({ as: 'eve' });
  expect(second.provider.authorizedScope).toBe('readonly');
  isSignedIn = false;
  await until(() => second.closed.length > 0, 'she is signed out');
  expect(second.closed).toEqual([4401]);
});
