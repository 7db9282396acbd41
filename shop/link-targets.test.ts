import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LinkTarget } from '@vitrine/editor/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkTargets } from './app/link-targets.ts';
import { openPlatform, type Platform } from './platform.ts';
import { demoStore } from './seed/index.ts';
import { seedStore } from './seed-store.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-links-'));
let platform: Platform;

beforeAll(async () => {
  platform = await openPlatform(readSettings({ VITRINE_FOLDER: folder }));
  await seedStore(platform);
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

test('Products, categories and addresses of the shop are there, by slug or by path, in either language', async () => {
  const product = demoStore.products[0]!.slug!;
  const category = demoStore.categories[0]!.slug!;
  const exist = linkTargets(platform.commerce, demoStore.channels[0]!);
  const page = (path: string): LinkTarget => ({ kind: 'page', path });
  const targets: readonly LinkTarget[] = [
    { kind: 'product', slug: product.en! },
    { kind: 'category', slug: category.en! },
    page(`/p/${product.en}?colour=red`),
    page(`/de/c/${category.en}`),
    page('/search?q=mug'),
    { kind: 'product', slug: 'nothing-like-it' },
    page('/p/nothing-like-it'),
    page('/c/%E0%A4%A'),
    page('/nowhere'),
  ];
  const expected = [true, true, true, true, true, false, false, false, false];
  expect(await exist(targets, 'en')).toEqual(expected);
  expect(await exist(targets, 'de')).toEqual(expected);
});
