import { contentMigrations } from '@vitrine/content/server';
import { makeNode, makePage } from '@vitrine/content/testing';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LinkTarget } from '../checks/link-target.ts';
import { linkStates } from './link-states.ts';
import { type ApiHouse, channels, openApiHouse } from './testing/api-house.ts';

let database: TestDatabase;
let house: ApiHouse;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  house = await openApiHouse(database);
  await house.pages.publish({
    by: 'import',
    documents: [makePage({ id: 'live', name: 'Live' })],
    urls: [
      { channel: 'online', locale: 'en', path: '/live', target: { kind: 'page', page: 'live' } },
      { channel: 'online', locale: 'de', path: '/da', target: { kind: 'page', page: 'live' } },
      {
        channel: 'online',
        locale: 'en',
        path: '/old',
        target: { kind: 'redirect', to: '/live', status: 301 },
      },
      { channel: 'online', locale: 'en', path: '/gone', target: { kind: 'gone' } },
    ],
  });
});
afterEach(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});
afterAll(() => database.close());

const page = (path: string): LinkTarget => ({ kind: 'page', path });
const linkTo = (path: string) =>
  makeNode('hero', { id: 'h', v: 2, props: { title: 'x', link: page(path) as never } });
const linkProblems = async (id: string) =>
  (await house.ask('GET', `documents/${id}/publish-plan`)).json.problems.filter(
    ({ code }: { code: string }) => code === 'broken-link',
  );

test('[CHECK-5] pages are there when they are published or lead on; drafts are not published; the shop knows the rest', async () => {
  const soon = await house.page('Soon', { paths: { 'online/en': '/soon' } });
  const paths = [
    '/live',
    '/live?a=1#b',
    '/de/da',
    '/da',
    '/old',
    '/gone',
    '/soon',
    '/shop',
    '/nowhere',
    'x y',
  ];
  const states = await linkStates(
    [
      ...paths.map((path) => ({ target: page(path), locale: 'en' })),
      { target: { kind: 'product', slug: 'mug' }, locale: 'en' },
    ],
    {
      ...house,
      channels,
      linkTargets: async (targets) => targets.map((each) => each.kind === 'page' && each.path === '/shop'),
    },
  );
  expect([...states]).toEqual([
    ['en page /live', { kind: 'there' }],
    ['en page /live?a=1#b', { kind: 'there' }],
    ['en page /de/da', { kind: 'there' }],
    ['en page /old', { kind: 'there' }],
    ['en page /gone', { kind: 'missing' }],
    ['en page /soon', { kind: 'unpublished', id: soon, name: 'Soon' }],
    ['en page /da', { kind: 'missing' }],
    ['en page /shop', { kind: 'there' }],
    ['en page /nowhere', { kind: 'missing' }],
    ['en page x y', { kind: 'missing' }],
    ['en product mug', { kind: 'missing' }],
  ]);
});

test('[CHECK-6] a broken link keeps a page from being published, one to a draft does not, nor one to itself', async () => {
  const broken = await house.page('Broken', {
    nodes: [linkTo('/nowhere')],
    paths: { 'online/en': '/broken' },
  });
  expect(await linkProblems(broken)).toMatchObject([
    { severity: 'error', node: 'h', path: 'nodes.0.props.link' },
  ]);
  const refused = await house.ask('POST', `documents/${broken}/publish`);
  expect([refused.status, refused.json.message]).toEqual([
    409,
    expect.stringContaining('/nowhere leads nowhere'),
  ]);
  await house.change(broken, (each) => each.setProp('h', 'link', page('/soon') as never));
  await house.page('Soon', { paths: { 'online/en': '/soon', 'online/de': '/soon' } });
  expect((await linkProblems(broken)).map(({ severity }: { severity: string }) => severity)).toEqual([
    'warning',
  ]);
  expect((await house.ask('POST', `documents/${broken}/publish`)).status).toBe(200);
  const self = await house.page('Self', {
    nodes: [linkTo('/self')],
    paths: { 'online/en': '/self', 'online/de': '/self' },
  });
  expect(await linkProblems(self)).toEqual([]);
});

test('[CHECK-7] what is live just so already is said, but holds nothing else up', async () => {
  const made = await house.ask('POST', 'documents', {
    kind: 'fragment',
    name: 'Offer',
    nodes: [linkTo('/live')],
  });
  const use = makeNode('fragment', { id: 'f', props: { fragment: made.json.id } });
  const id = await house.page('Page', { nodes: [use], paths: { 'online/en': '/page' } });
  expect((await house.ask('POST', `documents/${id}/publish`)).status).toBe(200);
  await house.pages.publish({
    by: 'import',
    urls: [{ channel: 'online', locale: 'en', path: '/live', target: { kind: 'gone' } }],
  });
  expect(await linkProblems(id)).toMatchObject([{ document: made.json.id, severity: 'warning' }]);
});

test('[CHECK-8] the editor asks for the links of an open page, in their order', async () => {
  const links = [
    { target: page('/nowhere'), locale: 'en' },
    { target: page('/live'), locale: 'en' },
  ];
  expect((await house.ask('POST', 'link-states', { links })).json).toEqual({
    states: [{ kind: 'missing' }, { kind: 'there' }],
  });
  expect(
    (await house.ask('POST', 'link-states', { links: [{ target: { kind: 'x' }, locale: 'en' }] })).status,
  ).toBe(400);
});
