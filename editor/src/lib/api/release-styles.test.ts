import { contentMigrations, type ReleaseItem, stylesItem, type ThemeTokens } from '@vitrine/content/server';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { defineTheme } from '@vitrine/themes';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { weakIn } from './plan-styles.ts';
import { type ApiHouse, openApiHouse } from './testing/api-house.ts';

const day = 24 * 3_600_000;
let database: TestDatabase;
let house: ApiHouse;
let now: number;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  now = Date.now();
  house = await openApiHouse(database, () => now);
});
afterEach(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});
afterAll(() => database.close());

const none = { light: {}, dark: {} };
const ink = (colour: string) => ({ light: { 'colour.ink': colour }, dark: {} });
const inDays = (days: number) => new Date(now + days * day).toISOString();
const theme = async () => (await house.ask('GET', 'theme')).json;
async function draft(tokens: unknown) {
  const { status } = await house.ask('POST', 'theme', { version: (await theme()).version, draft: tokens });
  expect(status).toBe(200);
}
const plan = async (into: unknown = { name: 'Spring sale', at: inDays(5) }, as = 'ada') =>
  house.ask('POST', 'releases/styles', { version: (await theme()).version, into }, { as });
const releaseOf = async (id: string) =>
  (await house.ask('GET', 'releases')).json.find((each: { id: string }) => each.id === id);
async function runAfter(days: number) {
  now += days * day;
  await house.releaseRunner.publishDue();
}

test('[RELEASE-10] styles go live at their time as they were when they were planned, together with pages', async () => {
  const spring = await house.page('Spring', { paths: { 'online/en': '/spring' } });
  await draft(ink('#a00000'));
  const made = await plan();
  expect([made.status, made.json.items]).toMatchObject([
    201,
    [{ kind: 'styles', name: 'Styles', action: 'publish', plannedBy: 'Ada' }],
  ]);
  await house.ask('POST', 'releases', { document: spring, action: 'publish', into: { id: made.json.id } });
  expect((await theme()).planned).toMatchObject([{ name: 'Spring sale', action: 'publish', at: inDays(5) }]);
  await draft(ink('#b00000'));
  await runAfter(4);
  expect((await theme()).published).toEqual(none);
  await runAfter(2);
  expect(await theme()).toMatchObject({ published: ink('#a00000'), draft: ink('#b00000') });
  expect(await theme()).not.toHaveProperty('planned');
  expect(await releaseOf(made.json.id)).toMatchObject({ state: 'published', kept: [] });
  expect((await house.pages.published([spring]))[0]).toBeDefined();
});

test('[RELEASE-10] a release can be of styles alone, is looked at on any page, and is over without them', async () => {
  await draft(ink('#a00000'));
  const { json: release } = await plan();
  const market = { channel: 'online', locale: 'en', currency: 'EUR', hours: 1 };
  const link = await house.ask('POST', 'preview-links', { ...market, release: release.id });
  expect([link.status, link.json.path]).toEqual([201, '/']);
  const [item] = release.items;
  const without = await house.ask(
    'DELETE',
    `releases/${release.id}/documents/${encodeURIComponent(item.document)}`,
  );
  expect(without.json.state).toBe('cancelled');
  await runAfter(6);
  expect((await theme()).published).toEqual(none);
});

test('[RELEASE-3] [RELEASE-10] styles that somebody published by hand after they were planned stay, and the release says so', async () => {
  await draft(ink('#a00000'));
  const { json: release } = await plan();
  await draft(ink('#00a000'));
  await house.ask('POST', 'theme/publish', { version: (await theme()).version });
  await runAfter(6);
  expect((await theme()).published).toEqual(ink('#00a000'));
  expect(await releaseOf(release.id)).toMatchObject({ state: 'published', kept: ['Styles'] });
});

test('[RELEASE-3] [RELEASE-10] so do those that somebody published by hand just when the release goes live', async () => {
  await draft(ink('#a00000'));
  const { json: release } = await plan();
  await draft(ink('#00a000'));
  const { version } = await theme();
  let isFirst = true;
  const runner = house.runnerWith({
    async decidedSince(...asked) {
      const decided = await house.releases.decidedSince(...asked);
      if (isFirst) expect((await house.ask('POST', 'theme/publish', { version })).status).toBe(200);
      isFirst = false;
      return decided;
    },
  });
  now += 6 * day;
  await runner.publishDue();
  expect((await theme()).published).toEqual(ink('#00a000'));
  expect(await releaseOf(release.id)).toMatchObject({ state: 'published', kept: ['Styles'] });
});

test('[RELEASE-9] [RELEASE-10] styles end by themselves, whichever release was planned last; a draft nobody changed follows', async () => {
  await draft(ink('#a00000'));
  await plan({ name: 'Sale', at: inDays(5) });
  await draft(none);
  expect((await plan({ name: 'Back', at: inDays(9) })).status).toBe(201);
  await runAfter(6);
  expect(await theme()).toMatchObject({ published: ink('#a00000'), draft: ink('#a00000') });
  await runAfter(4);
  expect(await theme()).toMatchObject({ published: none, draft: none });
});

test('[RELEASE-2] [RELEASE-10] styles that are not right any more refuse all of it, before and when its time has come', async () => {
  const spring = await house.page('Spring', { paths: { 'online/en': '/spring' } });
  await draft(ink('#a00000'));
  const { json: release } = await plan();
  await house.ask('POST', 'releases', { document: spring, action: 'publish', into: { id: release.id } });
  // As if the theme had changed since.
  await database.execute(
    `update content_release_items set tokens = '{"light":{"colour.gone":"#111"},"dark":{}}'::jsonb where kind = 'styles'`,
  );
  const against = (await house.ask('GET', `releases/${release.id}/check`)).json.problem;
  expect(against).toContain('has no token “colour.gone” to change');
  await runAfter(6);
  expect(await releaseOf(release.id)).toMatchObject({ state: 'failed', problem: against });
  expect([(await theme()).published, (await house.pages.published([spring]))[0]]).toEqual([none, undefined]);
});

test('[RELEASE-6] [RELEASE-7] [RELEASE-10] who may not publish plans no styles, nor does anybody what they did not see or what is live', async () => {
  expect((await plan()).json.message).toContain('published just so already');
  await draft(ink('#a00000'));
  expect((await plan(undefined, 'bob')).status).toBe(403);
  const { version } = await theme();
  await draft(ink('#b00000'));
  const unseen = await house.ask('POST', 'releases/styles', { version, into: { name: 'Late' } });
  expect([unseen.status, unseen.json.message]).toEqual([409, expect.stringContaining('changed the styles')]);
  expect((await plan({ name: 'Over', at: inDays(-1) })).status).toBe(400);
  expect((await plan({ id: 'nothing' })).status).toBe(404);
  expect((await house.ask('GET', 'releases')).json).toEqual([]);
});

test('[RELEASE-11] styles that were changed since they were planned say so', async () => {
  await draft(ink('#123456'));
  const { id } = (await plan()).json;
  const isEdited = async () => [(await theme()).planned[0].isEdited, (await releaseOf(id)).items[0].isEdited];
  expect(await isEdited()).toEqual([undefined, undefined]);
  await draft(ink('#654321'));
  expect(await isEdited()).toEqual([true, true]);
  await plan({ id });
  expect(await isEdited()).toEqual([undefined, undefined]);
});

test('[RELEASE-12] colours in a release that are hard to read on each other are told before it goes live', () => {
  const theme = defineTheme({
    id: 'plain',
    name: 'Plain',
    tokens: { 'colour.ink': '#111111', 'colour.ground': '#ffffff' },
    darkTokens: { 'colour.ink': '#eeeeee', 'colour.ground': '#000000' },
  });
  const weak = (tokens: ThemeTokens) => {
    const item = { document: stylesItem('plain'), kind: 'styles', tokens } as ReleaseItem;
    return weakIn({ items: [item] }, theme).map(({ scheme, ratio, needed }) => [scheme, ratio, needed]);
  };
  expect(weak(ink('#eeeeee'))).toEqual([['light', expect.any(Number), 4.5]]);
  expect(weak({ light: {}, dark: {} })).toEqual([]);
  expect(weakIn({ items: [] }, theme)).toEqual([]);
});
