import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCase } from './bench-page.ts';
import { buildClients } from './build-clients.ts';
import { ours } from './contenders.ts';
import { type EditorShop, openEditorShop } from './editor-shop.ts';
import { measureWork, type PageWork } from './measure-work.ts';
import { mostGrowth } from './targets.ts';

const executablePath = process.env.VITRINE_CHROMIUM;

describe.skipIf(!executablePath)('what the editor does on a large page', () => {
  let shop: EditorShop;
  let browser: Browser;
  let small: PageWork;
  let large: PageWork;

  beforeAll(async () => {
    // Of the name tests run under, Vite makes a build for development.
    vi.stubEnv('NODE_ENV', 'production');
    shop = await openEditorShop(await buildClients({ isAlone: true }));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const work = (wanted: string) =>
      measureWork(browser, { contender: ours, address: shop.address, wanted: readCase(wanted) });
    small = await work('50:nested');
    large = await work('500:nested');
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  it('[EDIT-FAST-1] a key renders one module and changes one text of the page, however many there are', () => {
    expect([small.key.renders, large.key.renders]).toEqual([1, 1]);
    expect([small.key.canvasChanges, large.key.canvasChanges]).toEqual([1, 1]);
  });

  it('[EDIT-FAST-2] pointing, selecting and typing are as much work with 500 modules as with 50', () => {
    expect(large.hover.calls / small.hover.calls).toBeLessThanOrEqual(mostGrowth);
    expect(large.select.calls / small.select.calls).toBeLessThanOrEqual(mostGrowth);
    expect(large.key.calls / small.key.calls).toBeLessThanOrEqual(mostGrowth);
    expect(large.key.shellChanges).toBeLessThanOrEqual(small.key.shellChanges * mostGrowth);
  });

  it('[EDIT-FAST-3] dragging renders nothing and leaves the page as it is', () => {
    for (const { drag } of [small, large]) {
      expect(drag.renders).toBe(0);
      expect(drag.canvasChanges).toBe(0);
    }
    expect(large.drag.calls / small.drag.calls).toBeLessThanOrEqual(mostGrowth);
  });

  it('[EDIT-FAST-4] a move and its undo render nothing; what they do for each module is little', () => {
    for (const act of ['drop', 'undo'] as const) {
      expect([small[act].renders, large[act].renders]).toEqual([0, 0]);
      expect(large[act].canvasChanges).toBe(small[act].canvasChanges);
      expect((large[act].calls - small[act].calls) / (large.count - small.count)).toBeLessThan(120);
    }
  });

  it('[EDIT-FAST-5] the number of listeners does not depend on the number of modules', () => {
    expect(large.listeners).toBe(small.listeners);
  });
});
