import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { canonicalText } from '@vitrine/content';
import { openDatabase } from '@vitrine/database';
import { openTestDatabase } from '@vitrine/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, home, migrations, openHouse, staff } from './testing/small-house.ts';
import { until, type Visitor, type VisitorOptions, visit } from './testing/visitor.ts';

const redisUrl = process.env.TEST_REDIS_URL;

describe.skipIf(!redisUrl || !process.env.TEST_DATABASE_URL)('rooms of two processes', () => {
  let houses: House[] = [];
  const visitors: Visitor[] = [];
  const cleanups: (() => Promise<unknown>)[] = [];

  async function enter(house: House, options: VisitorOptions): Promise<Visitor> {
    const visitor = visit(house.url, options);
    visitors.push(visitor);
    await visitor.saved();
    return visitor;
  }

  beforeEach(async () => {
    const database = await openTestDatabase({ migrations, engine: 'postgres' });
    const other = await openDatabase({ url: database.url!, migrations });
    const redisPrefix = `test-${Math.random()}`;
    houses = await Promise.all(
      [database, other].map((each) => openHouse(each, { redisUrl, redisPrefix, pauses: { project: 50 } })),
    );
    await houses[0]!.pages.publish({ by: 'test', documents: [home] });
    cleanups.push(
      () => database.close(),
      () => other.close(),
      ...houses.map((house) => () => house.close()),
    );
  });
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) visitor.leave();
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  test('[SHARED-7] what people are told in one process they are told in all, once', async () => {
    const [ada, bob] = await Promise.all([
      enter(houses[0]!, { as: 'ada' }),
      enter(houses[1]!, { as: 'bob' }),
    ]);
    await houses[0]!.rooms.tell('home', { kind: 'comments' });
    await until(() => ada.told.length > 0 && bob.told.length > 0, 'both are told');
    await houses[1]!.rooms.tell('home', { kind: 'comments' });
    await until(() => ada.told.length > 1 && bob.told.length > 1, 'both are told again');
    expect([ada.told, bob.told].flat()).toEqual(Array.from({ length: 4 }, () => ({ kind: 'comments' })));
  });

  test('[SHARED-1] people in different processes see each other and each other’s work', async () => {
    const [ada, bob] = await Promise.all([
      enter(houses[0]!, { as: 'ada' }),
      enter(houses[1]!, { as: 'bob' }),
    ]);
    ada.page().setProp('h', 'title', 'Hello from the left');
    bob.page().setProp('h', 'height', 12);
    ada.awareness.setLocalState({ sel: ['h'] });
    await until(() => bob.page().props('h').title === 'Hello from the left', 'bob sees ada’s text');
    await until(() => ada.page().props('h').height === 12, 'ada sees bob’s height');
    await until(() => bob.awareness.getStates().has(ada.doc.clientID), 'bob sees ada');
    expect(bob.awareness.getStates().get(ada.doc.clientID)!.user).toEqual({ id: 'user:ada', name: 'Ada' });
    await Promise.all([ada.saved(), bob.saved()]);
    expect(ada.page().toDocument()).toEqual(bob.page().toDocument());
    expect(await houses[0]!.rooms.document('home')).toEqual(await houses[1]!.rooms.document('home'));
    const shown = async () => (await houses[0]!.drafts.drafts(['home']))[0]!;
    const whole = canonicalText(ada.page().toDocument());
    await until(async () => canonicalText(await shown()) === whole, 'the draft is whole');
  });

  test('[SHARED-2] who comes later in another process sees everything, and one process can go', async () => {
    const ada = await enter(houses[0]!, { as: 'ada' });
    ada.page().setMeta({ name: 'One' });
    await ada.saved();
    const bob = await enter(houses[1]!, { as: 'bob' });
    expect(bob.page().meta().name).toBe('One');
    ada.page().setProp('h', 'height', 1);
    await ada.saved();
    await houses[0]!.close();
    await until(() => bob.page().props('h').height === 1, 'bob has ada’s last change');
    bob.page().setMeta({ name: 'Two' });
    await bob.saved();
    bob.leave();
    const eve = await enter(houses[1]!, { as: 'eve' });
    expect(eve.page().meta().name).toBe('Two');
    expect(eve.page().props('h').height).toBe(1);
  });

  test('[SHARED-3] a change made on the server reaches a room that only the other process has open', async () => {
    const ada = await enter(houses[0]!, { as: 'ada' });
    ada.page().setProp('h', 'height', 8);
    await ada.saved();
    const changed = await houses[1]!.rooms.change('home', staff.bob!, (page) => {
      page.setMeta({ name: `Height ${page.props('h').height}` });
    });
    expect(changed).toEqual({ kind: 'changed' });
    await until(() => ada.page().meta().name === 'Height 8', 'ada sees it');
  });

  test('[SHARED-4] both write at once for a while, and nothing is lost', async () => {
    const [ada, bob] = await Promise.all([
      enter(houses[0]!, { as: 'ada' }),
      enter(houses[1]!, { as: 'bob' }),
    ]);
    for (let step = 0; step < 40; step++) {
      ada.page().setProp('h', `a${step}`, step);
      bob.page().setProp('h', `b${step}`, step);
      ada.page().setProp('h', 'title', `${ada.page().props('h').title}a`);
      bob.page().setProp('h', 'title', `${bob.page().props('h').title}b`);
      if (step % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all([ada.saved(), bob.saved()]);
    await until(
      () => canonicalText(ada.page().toDocument()) === canonicalText(bob.page().toDocument()),
      'both have the same',
    );
    const title = String(ada.page().props('h').title);
    expect(title.match(/a/g)).toHaveLength(40);
    expect(title.match(/b/g)).toHaveLength(40);
    for (const visitor of visitors.splice(0)) visitor.leave();
    await until(() => houses.every(({ rooms }) => rooms.openIds.length === 0), 'the rooms are empty');
    const stored = (await houses[1]!.rooms.document('home'))!.nodes[0]!.props;
    expect(stored.a39).toBe(39);
    expect(stored.b39).toBe(39);
    expect(stored.title).toBe(title);
  });

  test('[SHARED-3] a page that is thrown away in one process ends in the other', async () => {
    const ada = await enter(houses[0]!, { as: 'ada', persistent: false });
    await houses[1]!.drafts.remove('home', 'user:bob');
    await houses[1]!.rooms.end('home');
    await until(() => ada.told.length > 0, 'ada is told');
    expect(ada.told).toMatchObject([{ kind: 'ended' }]);
  });

  test('[SHARED-5] without Redis pages open and are stored, and a closing process ends', async () => {
    const database = await openTestDatabase({ migrations, engine: 'postgres' });
    cleanups.push(() => database.close());
    const house = await openHouse(database, { redisUrl: 'redis://127.0.0.1:1' });
    await house.pages.publish({ by: 'test', documents: [home] });
    const [ada, bob] = await Promise.all([enter(house, { as: 'ada' }), enter(house, { as: 'bob' })]);
    ada.page().setMeta({ name: 'Alone' });
    await ada.saved();
    await until(() => bob.page().meta().name === 'Alone', 'bob sees it, in the same process');
    expect(house.logger.heard).toEqual(['Redis failed; processes do not share pages until it is back']);
    await house.close();
    expect((await house.drafts.drafts(['home']))[0]!.name).toBe('Alone');
  });

  test('[SHARED-6] when Redis is back, what was done meanwhile is shared', async () => {
    const port = await freePort();
    const database = await openTestDatabase({ migrations, engine: 'postgres' });
    const other = await openDatabase({ url: database.url!, migrations });
    const away = { redisUrl: `redis://127.0.0.1:${port}`, redisPrefix: `test-${port}` };
    const apart = await Promise.all([database, other].map((each) => openHouse(each, away)));
    cleanups.push(
      () => database.close(),
      () => other.close(),
      ...apart.map((house) => () => house.close()),
    );
    await apart[0]!.pages.publish({ by: 'test', documents: [home] });
    const [ada, bob] = await Promise.all([enter(apart[0]!, { as: 'ada' }), enter(apart[1]!, { as: 'bob' })]);
    ada.page().setProp('h', 'height', 1);
    bob.page().setMeta({ name: 'Apart' });
    await Promise.all([ada.saved(), bob.saved()]);
    expect(ada.page().meta().name).toBe('Home');
    cleanups.push(await lead(port, new URL(redisUrl!)));
    await until(() => ada.page().meta().name === 'Apart', 'ada sees what bob did');
    await until(() => bob.page().props('h').height === 1, 'bob sees what ada did');
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** From now on a port leads to a server. @returns ends that. */
async function lead(port: number, to: URL): Promise<() => Promise<unknown>> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(to.port || 6379), to.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return async () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
}
