import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RoomActor } from '../room/rights.ts';
import { type House, home, migrations, modules, openHouse, staff } from '../room/testing/small-house.ts';
import { until } from '../room/testing/visitor.ts';
import { chromiumPath } from '../text/testing/text-lab.ts';
import { isOnItsWay, type SaveState } from './open-document.ts';
import { type DocumentBench, openDocumentBench } from './testing/open-document-bench.ts';

describe.skipIf(!chromiumPath)('a document in a browser', () => {
  let database: TestDatabase;
  let house: House;
  let bench: DocumentBench;
  let ada: RoomActor | undefined;

  beforeAll(async () => {
    database = await openTestDatabase({ migrations });
    bench = await openDocumentBench(
      chromiumPath!,
      () => house,
      () => ada !== undefined,
    );
  });
  afterAll(async () => {
    await bench.close();
    await database.close();
  });
  beforeEach(async () => {
    await database.execute(
      'truncate content_drafts, content_draft_updates, content_documents, content_versions',
    );
    ada = staff.ada;
    house = await openHouse(database, {
      authenticate: async () => ada,
      limits: { documentBytes: 40_000 },
      pauses: { recheck: 50 },
    });
    await house.pages.publish({ by: 'test', documents: [home] });
  });
  afterEach(() => house.close());

  const stateOf = (page: Page): Promise<SaveState> => page.evaluate(() => window.documentBench.state.get());
  const isSaved = async (page: Page) => {
    const { isLoaded, isConnected, unsaved, isKeptHere } = await stateOf(page);
    return isLoaded && isConnected && unsaved === 0 && isKeptHere;
  };
  const nameIn = (page: Page) => page.evaluate(() => window.documentBench.page.meta().name);
  const rename = (page: Page, name: string) =>
    page.evaluate((value) => window.documentBench.page.setMeta({ name: value }), name);

  async function open(page: Page): Promise<Page> {
    await page.goto('/');
    await page.waitForFunction(() => 'documentBench' in window);
    return page;
  }

  test('[EDIT-FAST-9] a document can be worked on before the room is reached, and what was done goes there', async () => {
    const context = await bench.browser();
    const page = await open(await context.newPage());
    await until(async () => (await stateOf(page)).isLoaded, 'it came along');
    expect(await stateOf(page)).toMatchObject({ isConnected: false, isConnecting: true, isSynced: false });
    await rename(page, 'Done at once');
    await until(() => isSaved(page), 'it is saved');
    expect((await house.rooms.document('home'))?.name).toBe('Done at once');
    await context.close();
  });

  test('[EDIT-FAST-9] [SAVE-3] what is done before the room is reached counts as unsaved, and the room is tried for again and again', async () => {
    const context = await bench.browser();
    const page = await context.newPage();
    await page.goto('/?misses=1');
    await page.waitForFunction(() => 'documentBench' in window);
    await until(async () => (await stateOf(page)).isLoaded, 'it came along');
    expect((await stateOf(page)).unsaved).toBe(0);
    await rename(page, 'Done at once');
    expect(isOnItsWay(await stateOf(page))).toBe(true);
    await until(async () => !(await stateOf(page)).isConnecting, 'the room cannot be reached');
    expect(await stateOf(page)).toMatchObject({ isConnected: false, unsaved: 1 });
    await until(() => isSaved(page), 'it is saved');
    expect((await house.rooms.document('home'))?.name).toBe('Done at once');
    await context.close();
  });

  test('[EDIT-FAST-9] a browser that has the document tells the room what it has before it takes anything', async () => {
    const context = await bench.browser();
    const page = await open(await context.newPage());
    await until(() => isSaved(page), 'it is open');
    await page.goto('about:blank');
    await house.rooms.change('home', staff.ada!, (home) => home.setMeta({ name: 'New' }));
    await open(page);
    await until(async () => (await stateOf(page)).isLoaded, 'it is there');
    expect([await nameIn(page), (await stateOf(page)).isSynced]).toEqual(['Home', false]);
    await until(() => isSaved(page), 'it is in the room');
    expect(await nameIn(page)).toBe('New');
    await context.close();
  });

  test('[SAVE-4] what was refused stays in the browser, also when it is opened again, until its author lets it go', async () => {
    const context = await bench.browser();
    const page = await open(await context.newPage());
    await until(() => isSaved(page), 'it is open');
    const mine = 'x'.repeat(50_000);
    await rename(page, mine);
    await until(async () => (await stateOf(page)).refused !== undefined, 'it is refused');
    expect((await stateOf(page)).refused).toContain('A page can have');
    await open(page);
    await until(async () => (await stateOf(page)).refused !== undefined, 'it is refused again');
    expect(await nameIn(page)).toBe(mine);
    await page.evaluate(() => window.documentBench.letGo());
    await open(page);
    await until(() => isSaved(page), 'it comes anew');
    expect(await nameIn(page)).toBe('Home');
    await context.close();
  });

  test('[SAVE-3] who is signed out is told so, works on, and is connected again when signed in', async () => {
    const context = await bench.browser();
    const page = await open(await context.newPage());
    await until(() => isSaved(page), 'it is open');
    ada = undefined;
    await until(async () => (await stateOf(page)).isSignedOut, 'she is told');
    await rename(page, 'Written meanwhile');
    ada = staff.ada;
    await until(() => isSaved(page), 'she is back');
    expect((await stateOf(page)).isSignedOut).toBe(false);
    expect((await house.rooms.document('home'))!.name).toBe('Written meanwhile');
    await context.close();
  });

  test('[ROOM-11] what is kept here in an old form is handed in as such, however late the browser gives it', async () => {
    await house.close();
    const describe = (id: string) => ({ ...modules.describe(id)!, version: 1 });
    house = await openHouse(database, {
      authenticate: async () => ada,
      modules: { ...modules, describe },
      shapes: () => undefined,
    });
    const nodes = [{ id: 'h', type: 'hero', v: 1, props: { heading: 'Old' } }];
    await house.pages.publish({ by: 'test', documents: [{ ...home, nodes }] });
    const context = await bench.browser();
    const page = await open(await context.newPage());
    await until(() => isSaved(page), 'it is open');
    await context.setOffline(true);
    await until(async () => !(await stateOf(page)).isConnected, 'she is offline');
    await page.evaluate(() => window.documentBench.page.setProp('h', 'heading', 'Written offline'));
    await house.close();
    house = await openHouse(database, { authenticate: async () => ada });
    await context.setOffline(false);
    await context.addInitScript(openDatabasesLate);
    await open(page);
    await until(() => isSaved(page), 'it is handed in');
    const props = { title: 'Written offline' };
    expect((await house.rooms.document('home'))!.nodes).toEqual([{ id: 'h', type: 'hero', v: 2, props }]);
    await context.close();
  });

  test('[ROOM-10] a page that is thrown away closes, with a sentence', async () => {
    const context = await bench.browser();
    const page = await open(await context.newPage());
    await until(() => isSaved(page), 'it is open');
    await house.drafts.remove('home', 'user:bob');
    await house.rooms.end('home');
    await until(async () => !(await stateOf(page)).isLoaded, 'it is closed');
    expect((await stateOf(page)).closed).toContain('thrown away');
    await context.close();
  });
});

/** Runs in the browser. */
function openDatabasesLate(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    Object.defineProperty(request, 'onsuccess', {
      set: (hear: (event: Event) => void) =>
        request.addEventListener('success', (event) => setTimeout(hear, 1_000, event)),
    });
    return request;
  };
}
