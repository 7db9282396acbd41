import { contentMigrations } from '@vitrine/content/server';
import { makeNode } from '@vitrine/content/testing';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiHouse, openApiHouse } from './testing/api-house.ts';

let database: TestDatabase;
let house: ApiHouse;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  house = await openApiHouse(database);
});
afterEach(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});
afterAll(() => database.close());

const hero = (id: string, title: string) => makeNode('hero', { id, v: 2, props: { title } });
const use = (id: string, fragment: string) => makeNode('fragment', { id, props: { fragment } });

async function makeFragment(name: string, nodes: readonly unknown[]): Promise<string> {
  const { json } = await house.ask('POST', 'documents', { kind: 'fragment', name, nodes });
  return json.id;
}

const bring = (file: unknown, facts: Record<string, unknown> = {}, as?: string) =>
  house.ask('POST', 'page-files', { file, name: 'Brought', ...facts }, { as });
const nodesOf = async (id: string) => (await house.ask('GET', `documents/${id}`)).json.document.nodes;

describe('a page as a file', () => {
  test('[PAGEFILE-1] what people edit is saved with all fragments it shows, and makes the same page again', async () => {
    const inner = await makeFragment('Inner', [hero('i', 'Within')]);
    const outer = await makeFragment('Outer', [use('u', inner)]);
    const paths = { 'online/en': '/tea' };
    const id = await house.page('Tea', { paths, nodes: [hero('h', 'Old'), use('o', outer)] });
    await house.change(id, (page) => page.setProp('h', 'title', 'As it is now'));
    const { status, json: file } = await house.ask('GET', `documents/${id}/file`);
    expect(status).toBe(200);
    expect(file).toMatchObject({ vitrine: 1, paths, document: { id, name: 'Tea' } });
    expect(file.fragments.map((each: { id: string }) => each.id).sort()).toEqual([inner, outer].sort());

    const { status: made, json } = await bring(file, { paths: { 'online/en': '/tea-again' } });
    expect([made, json.fragments]).toEqual([201, []]);
    expect(json.id).not.toBe(id);
    expect(await nodesOf(json.id)).toEqual(await nodesOf(id));
    expect((await house.ask('GET', `documents/${json.id}`)).json).toMatchObject({
      document: { name: 'Brought' },
      paths: { 'online/en': '/tea-again' },
    });
    expect((await house.ask('GET', 'documents/nothing/file')).status).toBe(404);
  });

  test('[PAGEFILE-2] fragments that are not here are made, under another id where theirs is somebody else’s', async () => {
    const taken = await house.page('Somebody’s page');
    const fragment = (id: string, nodes: readonly unknown[]) => ({
      schema: 1,
      id,
      kind: 'fragment',
      name: `Fragment ${id}`,
      seo: {},
      nodes,
    });
    const document = {
      schema: 1,
      id: 'elsewhere',
      kind: 'page',
      name: 'Elsewhere',
      seo: { title: 'For machines' },
      layout: 'unknown-here',
      nodes: [
        makeNode('columns', { id: 'c', slots: { left: [use('o', 'outer')], right: [use('t', taken)] } }),
      ],
    };
    const file = {
      vitrine: 1,
      document,
      paths: { 'online/en': '/there' },
      fragments: [fragment('outer', [use('x', taken)]), fragment(taken, [hero('deep', 'Deep')])],
    };
    const { json } = await bring(file);
    const made: { id: string; name: string }[] = json.fragments;
    expect(made.map(({ name }) => name)).toEqual([`Fragment ${taken}`, 'Fragment outer']);
    const [deep, outer] = made.map(({ id }) => id);
    expect(outer).toBe('outer');
    expect(deep).not.toBe(taken);
    const [columns] = await nodesOf(json.id);
    expect(columns.slots.left[0].props.fragment).toBe('outer');
    expect(columns.slots.right[0].props.fragment).toBe(deep);
    expect((await nodesOf('outer'))[0].props.fragment).toBe(deep);
    const { document: page, paths } = (await house.ask('GET', `documents/${json.id}`)).json;
    expect(page).not.toHaveProperty('layout');
    expect(page.seo).toEqual({ title: 'For machines' });
    // Where it stands is said by whoever brings it, not by the file.
    expect(paths).toEqual({});

    const again = await bring(file);
    expect(again.json.fragments.map(({ name }: { name: string }) => name)).toEqual([`Fragment ${taken}`]);
  });

  test('[PAGEFILE-3] settings come in the form of today; what is newer, no page, or somebody’s address makes nothing', async () => {
    const page = (nodes: readonly unknown[], facts: object = {}) => ({
      vitrine: 1,
      document: { schema: 1, id: 'p', kind: 'page', name: 'P', seo: {}, nodes, ...facts },
    });
    const old = await bring(page([makeNode('hero', { id: 'h', v: 1, props: { heading: 'Old form' } })]));
    expect(await nodesOf(old.json.id)).toEqual([hero('h', 'Old form')]);
    await house.page('Tea', { paths: { 'online/en': '/tea' } });
    const before = (await house.ask('GET', 'documents')).json.length;
    for (const [file, facts, status, words] of [
      [page([makeNode('hero', { id: 'h', v: 3 })]), {}, 409, 'newer shop'],
      [{ blocks: [] }, {}, 400, 'Expected a page saved as a file'],
      [page([], { kind: 'template', composes: 'product' }), {}, 400, 'has a template'],
      [page([]), { paths: { 'online/en': '/tea' } }, 409, 'belongs to “Tea”'],
      [page([]), { paths: { 'online/en': 'no address' } }, 400, 'no address'],
      [page([]), { parent: 'nothing' }, 404, 'stand below'],
      [page([]), { name: ' ' }, 400, 'a name'],
    ] as const) {
      const answer = await bring(file, facts);
      expect([words, answer.status, answer.json.message]).toEqual([
        words,
        status,
        expect.stringContaining(words),
      ]);
    }
    expect((await bring(page([]), {}, 'eve')).status).toBe(403);
    expect((await house.ask('GET', 'documents')).json).toHaveLength(before);
  });

  test('[PAGEFILE-4] a module that is not here is kept as it came, and keeps the page from being published', async () => {
    const foreign = makeNode('imported/puck.Card', {
      id: 'f',
      name: 'Card',
      props: { original: { a: [1] } },
    });
    const { json } = await bring({
      vitrine: 1,
      document: { schema: 1, id: 'p', kind: 'page', name: 'P', seo: {}, nodes: [foreign] },
    });
    expect(await nodesOf(json.id)).toEqual([foreign]);
    const plan = await house.ask('GET', `documents/${json.id}/publish-plan`);
    expect(JSON.stringify(plan.json.problems)).toContain('came with a page from elsewhere');
  });
});
