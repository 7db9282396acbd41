import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type House, home, migrations, openHouse, staff } from './testing/small-house.ts';
import { until, type Visitor, type VisitorOptions, visit } from './testing/visitor.ts';

describeOnEachEngine('people in a room', { migrations }, (open) => {
  let house: House;
  const visitors: Visitor[] = [];

  function enter(options: VisitorOptions): Visitor {
    const visitor = visit(house.url, options);
    visitors.push(visitor);
    return visitor;
  }
  async function enterSaved(options: VisitorOptions): Promise<Visitor> {
    const visitor = enter(options);
    await visitor.saved();
    return visitor;
  }

  beforeEach(async () => {
    await open().execute(
      `truncate content_drafts, content_draft_updates, content_documents, content_versions, content_urls,
       content_saved_versions, content_version_bodies`,
    );
    house = await openHouse(open(), { pauses: { project: 50 } });
    const url = {
      channel: 'online',
      locale: 'en',
      path: '/',
      target: { kind: 'page' as const, page: 'home' },
    };
    await house.pages.publish({ by: 'test', documents: [home], urls: [url] });
  });
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) visitor.leave();
    await house.close();
    expect(house.rooms.openIds).toEqual([]);
  });

  test('[ROOM-12] everybody who has a page open is told that there is something to ask for, and goes on', async () => {
    const [ada, bob] = await Promise.all([enterSaved({ as: 'ada' }), enterSaved({ as: 'eve' })]);
    await house.rooms.tell('home', { kind: 'comments' });
    await house.rooms.tell('nothing', { kind: 'comments' });
    await until(() => ada.told.length > 0 && bob.told.length > 0, 'both are told');
    expect([ada.told, bob.told]).toEqual([[{ kind: 'comments' }], [{ kind: 'comments' }]]);
    // What a browser says so itself reaches nobody.
    bob.provider.sendStateless(JSON.stringify({ kind: 'refused', message: 'Go away' }));
    ada.page().setProp('h', 'title', 'Still here');
    await until(() => bob.page().props('h').title === 'Still here', 'they are still together');
    expect([ada.told.length, ada.closed]).toEqual([1, []]);
  });

  test('[ROOM-1] a published page opens as it is, and two people see what each other does', async () => {
    const [ada, bob] = await Promise.all([enterSaved({ as: 'ada' }), enterSaved({ as: 'bob' })]);
    expect(ada.page().toDocument()).toEqual(home);
    expect(ada.page().meta().paths).toEqual({ 'online/en': '/' });
    ada.page().setProp('h', 'title', 'Hello there');
    bob.page().setProp('h', 'height', 5);
    bob.page().insert([{ id: 'n', type: 'hero', v: 2, props: {} }], { index: 0 });
    await until(() => ada.page().has('n') && bob.page().props('h').title === 'Hello there', 'both see both');
    expect(ada.page().toDocument()).toEqual(bob.page().toDocument());
    await Promise.all([ada.saved(), bob.saved()]);
    expect(await house.rooms.document('home')).toEqual(ada.page().toDocument());
    expect(house.rooms.openIds).toEqual(['home']);
  });

  test('[ROOM-2] what was written offline meets what was written meanwhile', async () => {
    const [ada, bob] = await Promise.all([enterSaved({ as: 'ada' }), enterSaved({ as: 'bob' })]);
    ada.socket.disconnect();
    await until(() => !ada.provider.isSynced, 'ada is offline');
    ada.page().setProp('h', 'title', 'Hello, world');
    ada.page().insert([{ id: 'offline', type: 'hero', v: 2, props: {} }], { index: 0 });
    bob.page().setProp('h', 'title', 'Oh, Hello');
    await bob.saved();
    await ada.socket.connect();
    await until(() => bob.page().has('offline'), 'bob sees what ada did');
    await ada.saved();
    expect(bob.page().props('h').title).toBe('Oh, Hello, world');
    expect(ada.page().toDocument()).toEqual(bob.page().toDocument());
    expect(ada.told).toEqual([]);
  });

  test('[ROOM-3] what builds on something the server has not yet is kept back until it has', async () => {
    const first = await enterSaved({ as: 'ada' });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc));
    first.leave();
    // As after a night in the browser's own store: an older change, then one before the server was told.
    doc.getMap<Y.Map<Y.Map<unknown>>>('nodes').get('h')!.get('props')!.set('height', 7);
    const heights = [8, 9, 10];
    const onOpen = () => {
      for (const height of heights.splice(0))
        doc.getMap<Y.Map<Y.Map<unknown>>>('nodes').get('h')!.get('props')!.set('height', height);
    };
    const ada = await enterSaved({ as: 'ada', doc, onOpen });
    expect(ada.told).toEqual([]);
    expect((await house.rooms.document('home'))!.nodes[0]!.props.height).toBe(10);
    expect(ada.provider.hasUnsyncedChanges).toBe(false);
  });

  test('[ROOM-4] a change made on the server is seen by everybody, and asks for the same rights', async () => {
    const ada = await enterSaved({ as: 'ada' });
    const rename = (name: string) =>
      house.rooms.change('home', staff[name]!, (page) => page.setMeta({ name }));
    expect(await rename('bob')).toEqual({ kind: 'changed' });
    await until(() => ada.page().meta().name === 'bob', 'ada sees the name');
    expect(await rename('bob')).toEqual({ kind: 'unchanged' });
    expect(await rename('eve')).toMatchObject({ kind: 'refused' });
    expect(await rename('tom')).toMatchObject({ kind: 'refused' });
    expect(ada.page().meta().name).toBe('bob');
    expect(await house.rooms.change('nothing', staff.ada!, () => {})).toEqual({ kind: 'missing' });
    ada.leave();
    await until(() => house.rooms.openIds.length === 0, 'the room is empty');
    expect(await rename('ada')).toEqual({ kind: 'changed' });
    expect((await house.rooms.document('home'))!.name).toBe('ada');
    const broken = house.rooms.change('home', staff.ada!, (page) => {
      page.setMeta({ name: 'half' });
      throw new Error('on purpose');
    });
    await expect(broken).rejects.toThrow('on purpose');
    expect((await house.rooms.document('home'))!.name).toBe('ada');
  });

  test('[ROOM-5] the draft follows soon, and at once when somebody leaves', async () => {
    const [ada, bob] = await Promise.all([enterSaved({ as: 'ada' }), enterSaved({ as: 'bob' })]);
    ada.page().setMeta({ name: 'Start' });
    await ada.saved();
    const shown = async () => (await house.drafts.drafts(['home']))[0]?.name;
    await until(async () => (await shown()) === 'Start', 'the draft has the name');
    expect((await house.drafts.list())[0]).toMatchObject({ updatedBy: 'user:ada', isChanged: true });
    bob.page().setMeta({ name: 'Last words' });
    await bob.saved();
    bob.leave();
    ada.leave();
    await until(() => house.rooms.openIds.length === 0, 'the room is empty');
    expect(await shown()).toBe('Last words');
    const { rows } = await open().execute('select count(*) as left from content_draft_updates');
    expect(rows).toEqual([{ left: 0 }]);
  });

  test('[ROOM-6] a version is kept when people leave, and none when nothing was done', async () => {
    const reader = await enterSaved({ as: 'eve' });
    reader.leave();
    await until(() => house.rooms.openIds.length === 0, 'the room is empty');
    expect(await house.versions.list('home')).toEqual([]);
    const ada = await enterSaved({ as: 'ada' });
    ada.page().setMeta({ name: 'Kept' });
    await ada.saved();
    ada.leave();
    await until(async () => (await house.versions.list('home')).length === 1, 'there is a version');
    const [version] = await house.versions.list('home');
    expect(version).toMatchObject({ kind: 'auto', by: 'user:ada' });
    expect((await house.versions.read('home', version!.seq))!.name).toBe('Kept');
  });

  test('[ROOM-7] modules are brought to their current version before anybody sees them, once', async () => {
    const old = { ...home, id: 'old', nodes: [{ id: 'h', type: 'hero', v: 1, props: { heading: 'Old' } }] };
    await house.pages.publish({ by: 'test', documents: [old] });
    const [ada, bob] = await Promise.all([
      enterSaved({ as: 'ada', id: 'old' }),
      enterSaved({ as: 'bob', id: 'old' }),
    ]);
    expect(ada.page().toDocument().nodes).toEqual([{ id: 'h', type: 'hero', v: 2, props: { title: 'Old' } }]);
    expect(bob.page().toDocument()).toEqual(ada.page().toDocument());
    const { rows } = await open().execute('select by from content_draft_updates');
    expect(rows).toEqual([{ by: 'system:migration' }]);
  });

  test('[ROOM-8] everybody sees where the others are, under the name they signed in with', async () => {
    const [ada, bob] = await Promise.all([enterSaved({ as: 'ada' }), enterSaved({ as: 'bob' })]);
    ada.awareness.setLocalState({ sel: ['h'], user: { id: 'user:bob', name: 'Bob, really' } });
    await until(() => bob.awareness.getStates().has(ada.doc.clientID), 'bob sees ada');
    expect(bob.awareness.getStates().get(ada.doc.clientID)).toEqual({
      sel: ['h'],
      user: { id: 'user:ada', name: 'Ada' },
    });
    bob.awareness.setLocalState({ sel: ['c'] });
    await until(() => ada.awareness.getStates().has(bob.doc.clientID), 'ada sees bob');
    // Under the number of somebody else.
    ada.awareness.states.set(bob.doc.clientID, { sel: ['h'], user: { id: 'user:bob', name: 'Bob' } });
    ada.awareness.meta.set(bob.doc.clientID, { clock: 99, lastUpdated: Date.now() });
    ada.awareness.emit('update', [{ added: [], updated: [bob.doc.clientID], removed: [] }, 'forged']);
    ada.awareness.setLocalStateField('sel', []);
    const eve = await enterSaved({ as: 'eve' });
    await until(() => eve.awareness.getStates().has(ada.doc.clientID), 'eve sees ada');
    expect(eve.awareness.getStates().get(bob.doc.clientID)).toMatchObject({ sel: ['c'] });
    bob.leave();
    await until(() => !eve.awareness.getStates().has(bob.doc.clientID), 'bob is gone');
  });

  test('[ROOM-9] documents that are not there, or lie in the trash, do not open', async () => {
    const lost = enter({ as: 'ada', id: 'nothing' });
    await until(() => lost.refused.length > 0, 'it is refused');
    expect(lost.refused[0]).toContain('no such page');
    await house.drafts.remove('home', 'user:ada');
    const trashed = enter({ as: 'ada' });
    await until(() => trashed.refused.length > 0, 'it is refused');
    expect(await house.rooms.document('home')).toBeUndefined();
    expect(await house.rooms.paths('nothing')).toBeUndefined();
    expect(house.rooms.openIds).toEqual([]);
  });

  test('[ROOM-10] a page that is thrown away ends: people are told, and nothing more comes in', async () => {
    const [ada, bob] = await Promise.all([
      enterSaved({ as: 'ada', persistent: false }),
      enterSaved({ as: 'bob', persistent: false }),
    ]);
    ada.page().setMeta({ name: 'Last' });
    await ada.saved();
    await house.drafts.remove('home', 'user:bob');
    await house.rooms.end('home');
    await until(() => ada.closed.length > 0 && bob.closed.length > 0, 'both are sent away');
    for (const { told, closed } of [ada, bob]) {
      expect(told).toEqual([{ kind: 'ended', message: expect.stringContaining('thrown away') }]);
      expect(closed).toEqual([4410]);
    }
    expect(house.rooms.openIds).toEqual([]);
    expect(await house.rooms.document('home')).toBeUndefined();
    const late = await house.rooms.change('home', staff.ada!, (page) => page.setMeta({ name: 'Late' }));
    expect(late).toEqual({ kind: 'missing' });
    await house.rooms.end('home');
    await house.rooms.end('nothing');
    await house.drafts.restore('home', 'user:bob');
    expect((await enterSaved({ as: 'ada' })).page().meta().name).toBe('Last');
  });

  test('[ROOM-10] a page that is thrown away where nobody knows of the room ends with the next change', async () => {
    const [ada, bob] = await Promise.all([
      enterSaved({ as: 'ada', persistent: false }),
      enterSaved({ as: 'bob', persistent: false }),
    ]);
    await house.drafts.remove('home', 'user:bob');
    ada.page().setMeta({ name: 'Too late' });
    await until(() => ada.closed.length > 0 && bob.closed.length > 0, 'both are sent away');
    expect([...ada.closed, ...bob.closed]).toEqual([4410, 4410]);
    expect(bob.told).toMatchObject([{ kind: 'ended' }]);
    expect(bob.page().meta().name).toBe('Home');
    await until(() => house.rooms.openIds.length === 0, 'the room is empty');
    await house.drafts.restore('home', 'user:bob');
    expect((await house.rooms.document('home'))!.name).toBe('Home');
  });
});
