import { contentMigrations } from '@vitrine/content/server';
import { makeNode, makePage } from '@vitrine/content/testing';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
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

test('[EDIT-FAST-9] the whole of a document is given to whoever may look at it, as its room has it', async () => {
  const id = await house.page('Tea');
  const at = `documents/${id}/state`;
  const answer = await house.send('GET', at, undefined, { as: 'eve' });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()));
  expect([answer.headers.get('cache-control'), doc.getMap('meta').get('name')]).toEqual([
    'private, no-store',
    'Tea',
  ]);
  expect((await house.send('GET', at, undefined, { as: 'zoe' })).status).toBe(403);
  expect((await house.send('GET', 'documents/nothing/state')).status).toBe(404);
});

describe('making documents', () => {
  test('[DOC-1] what no database can keep is refused with a sentence, wherever it stands', async () => {
    const id = await house.page('Tea');
    const page = (facts: Record<string, unknown>) => ({ kind: 'page', name: 'Salt', ...facts });
    const market = { channel: 'online', locale: 'en', currency: 'EUR', path: '/', hours: 1 };
    for (const [path, body] of [
      ['documents', page({ name: 'a\0b' })],
      ['documents', page({ parent: 'a\0b' })],
      ['documents', page({ from: 'a\0b' })],
      [`documents/${id}/place`, { parent: 'a\0b', position: 0 }],
      ['preview-links', { ...market, document: 'a\0b' }],
    ] as const) {
      const { status, json } = await house.ask('POST', path, body);
      expect([path, status, json.message]).toEqual([path, 400, expect.stringContaining('control character')]);
    }
  });

  test('[DOC-1] a page is made with its addresses, below another one, and listed with who made it', async () => {
    const about = await house.page('About us', { paths: { 'online/en': '/About/' } });
    const team = await house.page('Our team', { parent: about, paths: { 'online/en': '/about/team' } });
    const { json } = await house.ask('GET', 'documents');
    const listed = new Map<string, object>(json.map((each: { id: string }) => [each.id, each]));
    expect(listed.get(about)).toMatchObject({
      name: 'About us',
      kind: 'page',
      paths: { 'online/en': '/about' },
      position: 0,
      isChanged: true,
      updatedBy: 'Ada',
    });
    expect(listed.get(team)).toMatchObject({ parent: about });
    expect(listed.get('main')).toMatchObject({ isChanged: false });
    expect(listed.get('main')).not.toHaveProperty('updatedBy');
    expect((await house.ask('GET', `documents/${team}`)).json).toMatchObject({
      document: { id: team, name: 'Our team', nodes: [] },
      paths: { 'online/en': '/about/team' },
    });
    expect((await house.ask('GET', 'documents/nothing')).status).toBe(404);
  });

  test('[DOC-15] of fragments and layouts the list tells which fragments are in them, as they are edited', async () => {
    const use = (id: string, fragment: string) => makeNode('fragment', { id, props: { fragment } });
    const kind = 'fragment';
    const price = await house.page('Price', { kind });
    const sale = await house.page('Sale', { kind, nodes: [use('a', price), use('b', price)] });
    const spring = await house.page('Spring', { nodes: [use('a', sale)] });
    const shown = async () => {
      const { json } = await house.ask('GET', 'documents');
      const all = json as readonly { readonly id: string; readonly shows?: readonly string[] }[];
      return [price, sale, spring, 'main'].map((id) => all.find((each) => each.id === id)?.shows);
    };
    expect(await shown()).toEqual([undefined, [price], undefined, undefined]);
    await house.change('main', (page) => page.insert([use('m', sale)], { index: 0 }));
    await house.change(sale, (page) => page.remove(['a', 'b']));
    await expect.poll(shown).toEqual([undefined, undefined, undefined, [sale]]);
  });

  test('[DOC-2] a copy has what the other has as it is now, not as it is published', async () => {
    const first = await house.page('First', {
      paths: { 'online/en': '/first' },
      nodes: [hero('h', 'Hello')],
    });
    await house.change(first, (page) => page.setProp('h', 'title', 'Changed'));
    const copy = await house.page('Second', { from: first });
    const { document, paths } = (await house.ask('GET', `documents/${copy}`)).json;
    expect(document.nodes).toEqual([hero('h', 'Changed')]);
    expect(paths).toEqual({});
    const missing = await house.ask('POST', 'documents', { kind: 'page', name: 'x', from: 'nothing' });
    expect([missing.status, missing.json.message]).toEqual([404, expect.stringContaining('copied')]);
    const orphan = await house.ask('POST', 'documents', { kind: 'page', name: 'x', parent: 'nothing' });
    expect([orphan.status, orphan.json.message]).toEqual([404, expect.stringContaining('stand below')]);
  });

  test('[DOC-3] modules that are given are brought to their version, and refused when they are none', async () => {
    const old = makeNode('hero', { id: 'h', props: { heading: 'Old' } });
    const id = await house.page('Old', { nodes: [old] });
    expect((await house.ask('GET', `documents/${id}`)).json.document.nodes).toEqual([hero('h', 'Old')]);
    for (const [nodes, status] of [
      [[{ id: 'h' }], 400],
      [[hero('h', 'a'), hero('h', 'b')], 400],
      ['nodes', 400],
      [[makeNode('hero', { v: 9 })], 409],
    ] as const) {
      const refused = await house.ask('POST', 'documents', { kind: 'page', name: 'x', nodes });
      expect([nodes, refused.status, typeof refused.json.message]).toEqual([nodes, status, 'string']);
    }
  });

  test('[DOC-4] an address somebody has, published or not, is refused by the name of the page', async () => {
    await house.page('Draft', { paths: { 'online/de': '/entwurf' } });
    await house.pages.publish({
      by: 'import',
      documents: [makePage({ id: 'live', name: 'Live' })],
      urls: [
        { channel: 'online', locale: 'en', path: '/live', target: { kind: 'page', page: 'live' } },
        {
          channel: 'online',
          locale: 'en',
          path: '/old',
          target: { kind: 'redirect', to: '/live', status: 301 },
        },
      ],
    });
    const make = (paths: Record<string, string>) =>
      house.ask('POST', 'documents', { kind: 'page', name: 'x', paths });
    expect((await make({ 'online/de': '/entwurf' })).json.message).toContain('belongs to “Draft”');
    expect((await make({ 'online/en': '/LIVE/' })).json.message).toContain('belongs to “Live”');
    expect((await make({ 'online/en': 'no slash' })).json.message).toContain('is no address');
    expect((await make({ 'online/en': '/entwurf', 'online/de': '/live' })).status).toBe(201);
    expect((await make({ 'online/en': '/old' })).status).toBe(201);
  });
});

describe('templates', () => {
  const part = (id: string, facts: object = {}) => makeNode('outlet', { id, ...facts });
  const makeTemplate = async () => {
    const nodes = [
      { ...hero('top', 'Sale'), open: ['title'] },
      part('story', { name: 'The story', slots: { content: [hero('begin', 'Begin here')] } }),
      part('more'),
    ];
    return (await house.ask('POST', 'documents', { kind: 'fragment', name: 'Campaign', nodes })).json.id;
  };

  test('[TEMPLATE-1] a page made from one shows it, locked, with copies of what its open parts begin with', async () => {
    const template = await makeTemplate();
    const id = await house.page('Spring', { template, paths: { 'online/en': '/spring' } });
    const { document } = (await house.ask('GET', `documents/${id}`)).json;
    expect(document.nodes).toEqual([
      {
        id: 'template',
        type: 'fragment',
        v: 1,
        lock: true,
        props: { fragment: template },
        slots: { story: [{ ...hero('begin', 'Begin here'), id: expect.stringMatching(/^n\w{12}$/) }] },
      },
    ]);
    expect((await house.ask('GET', `documents/${template}/where-used`)).json).toMatchObject([
      { document: { id }, nodes: ['template'] },
    ]);
    expect((await house.ask('POST', `documents/${id}/publish`)).status).toBe(200);
    // What it needs to be seen goes live with it.
    expect((await house.pages.published([template]))[0]?.document.name).toBe('Campaign');
  });

  test('[TEMPLATE-2] fragments with an open part are listed by their names, others are no templates', async () => {
    const template = await makeTemplate();
    const plain = await house.ask('POST', 'documents', {
      kind: 'fragment',
      name: 'Plain',
      nodes: [hero('h', 'x')],
    });
    expect((await house.ask('GET', 'templates')).json).toEqual([
      { id: template, name: 'Campaign', parts: ['The story', ''] },
    ]);
    const wish = { kind: 'page', name: 'x', template: plain.json.id };
    expect((await house.ask('POST', 'documents', wish)).json.message).toContain('has no open part');
    expect((await house.ask('POST', 'documents', { ...wish, template: 'gone' })).status).toBe(404);
    expect((await house.ask('POST', 'documents', { ...wish, template, kind: 'layout' })).status).toBe(400);
  });

  test('[CHECK-12] before it goes live it is said which words are still those of the template', async () => {
    const template = await makeTemplate();
    const id = await house.page('Spring', { template, paths: { 'online/en': '/spring' } });
    const doubts = async () =>
      (await house.ask('GET', `documents/${id}/publish-plan`)).json.problems.filter(
        ({ code }: { code: string }) => code === 'template-text',
      );
    const [node] = (await house.ask('GET', `documents/${id}`)).json.document.nodes[0].slots.story;
    expect(await doubts()).toMatchObject([{ severity: 'warning', document: id, node: node.id }]);
    await house.change(id, (page) => page.setProp(node.id, 'title', 'My own'));
    expect(await doubts()).toEqual([]);
  });

  test('[TEMPLATE-3] what is not open does not keep a page from going live, and is told', async () => {
    const template = await makeTemplate();
    const id = await house.page('Spring', { template, paths: { 'online/en': '/spring' } });
    await house.change(id, (page) => {
      page.setProp('template', 'in.top.title', 'Own');
      page.setProp('template', 'in.top.size', 'large');
    });
    const plan = (await house.ask('GET', `documents/${id}/publish-plan`)).json;
    expect(plan.problems).toContainEqual(
      expect.objectContaining({ severity: 'warning', path: 'nodes.0.props.in.top.size' }),
    );
    expect((await house.ask('POST', `documents/${id}/publish`)).status).toBe(200);
  });
});

describe('fragments', () => {
  test('[FRAG-7] one is made of modules, and it is known where it is used: edited, published, and within others', async () => {
    const made = await house.ask('POST', 'documents', {
      kind: 'fragment',
      name: 'Offer',
      nodes: [hero('h', 'Sale')],
    });
    const use = (id: string) => makeNode('fragment', { id, props: { fragment: made.json.id } });
    const live = await house.page('Live', { nodes: [use('a')], paths: { 'online/en': '/live' } });
    expect((await house.ask('POST', `documents/${live}/publish`)).status).toBe(200);
    await house.change(live, (page) => page.remove(['a']));
    const draft = await house.page('Draft', {
      nodes: [use('b'), makeNode('columns', { slots: { left: [use('c')] } })],
    });
    const outer = await house.ask('POST', 'documents', {
      kind: 'fragment',
      name: 'Outer',
      nodes: [use('d')],
    });
    await house.page('Without');
    await expect
      .poll(async () => {
        const { json } = await house.ask('GET', `documents/${made.json.id}/where-used`);
        return json.toSorted((one: { document: { name: string } }, other: { document: { name: string } }) =>
          one.document.name < other.document.name ? -1 : 1,
        );
      })
      .toEqual([
        {
          document: { id: draft, name: 'Draft', kind: 'page' },
          inDraft: true,
          isPublished: false,
          nodes: ['b', 'c'],
        },
        { document: { id: live, name: 'Live', kind: 'page' }, inDraft: false, isPublished: true, nodes: [] },
        {
          document: { id: outer.json.id, name: 'Outer', kind: 'fragment' },
          inDraft: true,
          isPublished: false,
          nodes: ['d'],
        },
      ]);
  });

  test('[DOC-14] it is known what links to a page, in any language, edited and published, and that refuses nothing', async () => {
    const paths = { 'online/en': '/gifts', 'online/de': '/geschenke' };
    const gifts = await house.page('Gifts', { paths });
    const link = (id: string, path: string, key = 'link') =>
      makeNode('hero', { id, v: 2, props: { [key]: { kind: 'page', path } } });
    const body = makeNode('hero', {
      id: 'h',
      v: 2,
      props: { link: { kind: 'url', href: '/de/geschenke#mugs' } },
    });
    const live = await house.page('Live', { nodes: [link('a', '/gifts')], paths: { 'online/en': '/live' } });
    await house.ask('POST', `documents/${live}/publish`);
    await house.change(live, (page) => page.setProp('a', 'link', undefined));
    await house.page('German', { nodes: [link('b', '/geschenke', 'link@de'), body] });
    await house.ask('POST', 'documents', {
      kind: 'fragment',
      name: 'Menu',
      nodes: [link('c', '/gifts?from=menu')],
    });
    await house.page('Others', { nodes: [link('d', '/gifts/mugs'), link('e', '/geschenke')] });
    const found = async () => (await house.ask('GET', `documents/${gifts}/where-used`)).json;
    const byName = (one: { document: { name: string } }, other: { document: { name: string } }) =>
      one.document.name < other.document.name ? -1 : 1;
    await expect
      .poll(async () => (await found()).toSorted(byName))
      .toMatchObject([
        { document: { name: 'German' }, inDraft: true, isPublished: false, nodes: ['b', 'h'] },
        { document: { name: 'Live' }, inDraft: false, isPublished: true, nodes: [] },
        { document: { name: 'Menu', kind: 'fragment' }, inDraft: true, nodes: ['c'] },
        // In German it is shown too, where it is the address.
        { document: { name: 'Others' }, inDraft: true, nodes: ['e'] },
      ]);
    expect((await house.ask('POST', `documents/${gifts}/trash`)).status).toBe(200);
  });

  test('[FRAG-8] a layout is used by the pages that stand in it, a page by nobody', async () => {
    const id = await house.page('Page');
    expect((await house.ask('GET', 'documents/main/where-used')).json).toMatchObject([{ document: { id } }]);
    expect((await house.ask('GET', `documents/${id}/where-used`)).json).toEqual([]);
  });

  test('[FRAG-9] one that is used is not thrown away, one that shoppers see is not taken offline', async () => {
    const { id } = (await house.ask('POST', 'documents', { kind: 'fragment', name: 'Offer', nodes: [] }))
      .json;
    const page = await house.page('Home', {
      nodes: [makeNode('fragment', { id: 'f', props: { fragment: id } })],
      paths: { 'online/en': '/' },
    });
    expect((await house.ask('POST', `documents/${id}/trash`)).json.message).toContain('used by “Home”');
    await house.ask('POST', `documents/${page}/publish`);
    expect((await house.ask('POST', `documents/${id}/unpublish`)).json.message).toContain('see it on “Home”');
    await house.change(page, (each) => each.remove(['f']));
    await house.ask('POST', `documents/${page}/publish`);
    expect((await house.ask('POST', `documents/${id}/unpublish`)).status).toBe(200);
    expect((await house.ask('POST', `documents/${id}/trash`)).status).toBe(200);
  });
});

describe('the trash, and places', () => {
  test('[DOC-5] a document is thrown away and brought back; one that is published is not', async () => {
    const id = await house.page('Spring', { paths: { 'online/en': '/spring' } });
    expect((await house.ask('POST', `documents/${id}/trash`)).status).toBe(200);
    expect((await house.ask('GET', `documents/${id}`)).status).toBe(404);
    expect(
      (await house.ask('GET', 'documents')).json.find((each: { id: string }) => each.id === id).trashedAt,
    ).toMatch(/^\d{4}-/);
    expect((await house.ask('POST', `documents/${id}/restore`)).status).toBe(200);
    expect((await house.ask('GET', `documents/${id}`)).status).toBe(200);
    await house.ask('POST', `documents/${id}/publish`);
    expect((await house.ask('POST', `documents/${id}/trash`)).json.message).toContain('offline first');
    for (const way of ['trash', 'restore'])
      expect((await house.ask('POST', `documents/nothing/${way}`)).status).toBe(404);
  });

  test('[DOC-13] one that nobody has edited since it was imported is taken offline, thrown away and brought back', async () => {
    const imported = makePage({ id: 'imported', name: 'Imported' });
    await house.pages.publish({
      by: 'import',
      documents: [imported],
      urls: [
        { channel: 'online', locale: 'en', path: '/imported', target: { kind: 'page', page: 'imported' } },
      ],
    });
    for (const way of ['unpublish', 'trash', 'restore'])
      expect([way, (await house.ask('POST', `documents/imported/${way}`)).status]).toEqual([way, 200]);
    expect((await house.ask('GET', 'documents/imported')).json.document).toMatchObject({ name: 'Imported' });
  });

  test('[DOC-6] a page is put below another one, at its place, never below itself', async () => {
    const [a, b, c] = [await house.page('A'), await house.page('B'), await house.page('C')];
    expect((await house.ask('POST', `documents/${c}/place`, { position: 0 })).status).toBe(200);
    await house.ask('POST', `documents/${a}/place`, { parent: b, position: 0 });
    const pages = (await house.ask('GET', 'documents')).json.filter(
      ({ kind }: { kind: string }) => kind === 'page',
    );
    expect(
      pages.filter(({ parent }: { parent?: string }) => !parent).map(({ id }: { id: string }) => id),
    ).toEqual([c, b]);
    expect(pages.find(({ id }: { id: string }) => id === a)).toMatchObject({ parent: b, position: 0 });
    expect((await house.ask('POST', `documents/${b}/place`, { parent: a, position: 0 })).status).toBe(409);
    expect((await house.ask('POST', `documents/${b}/place`, { position: -1 })).status).toBe(400);
  });
});

describe('who may', () => {
  test('[DOC-7] those who look only change nothing, those who write do not publish, others see nothing', async () => {
    const id = await house.page('Page', { paths: { 'online/en': '/page' } });
    const writes = [
      ['documents', { kind: 'page', name: 'x' }],
      [`documents/${id}/place`, { position: 0 }],
      [`documents/${id}/trash`],
      [`documents/${id}/restore`],
      [`documents/${id}/publish`],
      [`documents/${id}/unpublish`],
    ] as const;
    for (const [path, body] of writes) {
      const refused = await house.ask('POST', path, body, { as: 'eve' });
      expect([path, refused.status, refused.json.message]).toEqual([
        path,
        403,
        expect.stringContaining('capability'),
      ]);
    }
    for (const way of ['publish', 'unpublish'])
      expect((await house.ask('POST', `documents/${id}/${way}`, undefined, { as: 'bob' })).status).toBe(403);
    expect((await house.ask('GET', 'documents', undefined, { as: 'eve' })).status).toBe(200);
    for (const path of ['documents', `documents/${id}`, `documents/${id}/where-used`]) {
      expect((await house.ask('GET', path, undefined, { as: 'zoe' })).status).toBe(403);
      expect((await house.ask('GET', path, undefined, { as: 'nobody' })).status).toBe(401);
    }
  });

  test('[DOC-8] another site cannot make a browser change anything', async () => {
    const id = await house.page('Page');
    for (const site of ['cross-site', 'same-site', 'none'])
      for (const path of [
        'documents',
        `documents/${id}/trash`,
        `documents/${id}/place`,
        `documents/${id}/publish`,
      ]) {
        const refused = await house.ask('POST', path, { kind: 'page', name: 'x', position: 0 }, { site });
        expect([site, path, refused.status]).toEqual([site, path, 403]);
      }
    expect((await house.ask('GET', `documents/${id}`)).status).toBe(200);
  });
});

describe('what somebody else does meanwhile', () => {
  test('[DOC-5] what was thrown away while somebody has it open is not published', async () => {
    const id = await house.page('Spring', { paths: { 'online/en': '/spring' }, nodes: [hero('h', 'One')] });
    // The room stays open for a moment after a change, as it does while somebody works in it.
    await house.change(id, (page) => page.setProp('h', 'title', 'Two'));
    expect((await house.ask('POST', `documents/${id}/trash`)).status).toBe(200);
    const refused = await house.ask('POST', `documents/${id}/publish`);
    expect([refused.status, refused.json.message]).toEqual([409, expect.stringContaining('in the trash')]);
    expect(await house.pages.published([id])).toEqual([undefined]);
    const edit = () => house.change(id, (page) => page.setProp('h', 'title', 'Three'));
    expect((await edit()).kind).toBe('missing');
    await house.ask('POST', `documents/${id}/restore`);
    await expect.poll(async () => (await edit()).kind).not.toBe('missing');
    expect((await house.ask('POST', `documents/${id}/publish`)).status).toBe(200);
  });

  test('[ADDR-5] of two pages that are published at once, one gets the address and the other is refused', async () => {
    const first = await house.page('First');
    const second = await house.page('Second');
    const path = { channel: 'online', locale: 'en', path: '/same' };
    for (const id of [first, second]) await house.change(id, (page) => page.setMeta({ path }));
    const answers = await Promise.all(
      [first, second].map((id) => house.ask('POST', `documents/${id}/publish`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('[DOC-5] of publishing and throwing away at once, one is refused', async () => {
    const id = await house.page('Spring', { paths: { 'online/en': '/spring' } });
    const answers = await Promise.all(
      ['publish', 'trash'].map((way) => house.ask('POST', `documents/${id}/${way}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('[FRAG-9] who publishes what shows a fragment while that is taken offline never shows it without', async () => {
    const { id } = (await house.ask('POST', 'documents', { kind: 'fragment', name: 'Offer', nodes: [] }))
      .json;
    await house.ask('POST', `documents/${id}/publish`);
    const nodes = [makeNode('fragment', { id: 'f', props: { fragment: id } })];
    const page = await house.page('Home', { nodes, paths: { 'online/en': '/' } });
    await Promise.all([
      house.ask('POST', `documents/${page}/publish`),
      house.ask('POST', `documents/${id}/unpublish`),
    ]);
    const [shown, piece] = await house.pages.published([page, id]);
    expect(shown === undefined || piece !== undefined).toBe(true);
  });

  test('[DOC-5] what is in the trash is not restored twice', async () => {
    const id = await house.page('Spring');
    await house.ask('POST', `documents/${id}/trash`);
    expect((await house.ask('POST', `documents/${id}/restore`)).status).toBe(200);
    const again = await house.ask('POST', `documents/${id}/restore`);
    expect([again.status, again.json.message]).toEqual([404, 'It is not in the trash.']);
  });

  test('[DOC-10] what was changed since the plan was shown is not published, and the new plan is shown', async () => {
    const id = await house.page('Sale', { paths: { 'online/en': '/sale' }, nodes: [hero('h', 'One')] });
    const look = async () => (await house.ask('GET', `documents/${id}/publish-plan`)).json;
    const before = await look();
    const publish = (seen: object) => house.ask('POST', `documents/${id}/publish`, { seen: pickSeen(seen) });
    await house.change(id, (page) => page.setProp('h', 'title', 'Two'));
    const refused = await publish(before);
    expect([refused.status, refused.json.message]).toEqual([
      409,
      'Somebody changed “Sale” meanwhile; look again.',
    ]);
    const now = await look();
    expect(refused.json.plan).toEqual(now);
    const path = { channel: 'online', locale: 'en', path: '/offers' };
    await house.change(id, (page) => page.setMeta({ path }));
    const moved = await publish(now);
    expect([moved.status, moved.json.message]).toEqual([
      409,
      'Somebody changed the address /offers meanwhile; look again.',
    ]);
    expect(await house.pages.published([id])).toEqual([undefined]);
    expect((await publish(moved.json.plan)).status).toBe(200);
    // What is live by now needs no look.
    expect((await publish(moved.json.plan)).status).toBe(200);
  });

  test('[DOC-11] publishing a page never puts an old layout back over one that was imported meanwhile', async () => {
    const layout = (await house.pages.published(['main']))[0]!.document;
    await house.change('main', () => {});
    const id = await house.page('Spring', { paths: { 'online/en': '/spring' } });
    await house.pages.publish({ by: 'import', documents: [{ ...layout, name: 'New layout' }] });
    expect((await house.ask('POST', `documents/${id}/publish`)).json.published).toEqual([id]);
    expect((await house.pages.published(['main']))[0]?.document.name).toBe('New layout');
  });

  test('[DOC-11] what was published can be taken back by an edit, however soon', async () => {
    const id = await house.page('Sale', { paths: { 'online/en': '/sale' }, nodes: [hero('h', 'One')] });
    for (const title of ['One', 'Two', 'One', 'Two']) {
      await house.change(id, (page) => page.setProp('h', 'title', title));
      await house.ask('POST', `documents/${id}/publish`);
      expect((await house.pages.published([id]))[0]?.document.nodes[0]?.props.title).toBe(title);
    }
  });

  test('[DOC-11] a page that is only being looked at is published as it was imported meanwhile', async () => {
    const shown = makePage({ id: 'sale', name: 'Sale', nodes: [hero('h', 'Old')] });
    const urls = [
      { channel: 'online', locale: 'en', path: '/sale', target: { kind: 'page', page: 'sale' } as const },
    ];
    await house.pages.publish({ by: 'import', documents: [shown], urls });
    await house.change('sale', () => {});
    await house.pages.publish({ by: 'import', documents: [{ ...shown, nodes: [hero('h', 'New')] }] });
    await house.ask('POST', 'documents/sale/publish');
    const [live] = await house.pages.published(['sale']);
    expect(live?.document.nodes[0]?.props.title).toBe('New');
  });
});

function pickSeen({ documents, addresses }: { documents?: object; addresses?: object }) {
  return { documents, addresses };
}

describe('a page whose modules are old', () => {
  test('[DOC-11] it is nobody’s change that they were brought forward when it was opened', async () => {
    const old = (heading: string) => makeNode('hero', { id: 'h', props: { heading } });
    const layout = (await house.pages.published(['main']))[0]!.document;
    const sale = makePage({ id: 'sale', nodes: [old('Old')] });
    const target = { kind: 'page', page: 'sale' } as const;
    const urls = [{ channel: 'online', locale: 'en', path: '/sale', target }];
    await house.pages.publish({ by: 'import', documents: [sale, layout], urls });
    await house.change('sale', (page) => page.setMeta({ name: sale.name }));
    await house.pages.publish({ by: 'import', documents: [{ ...sale, nodes: [old('New')] }] });
    expect((await house.ask('POST', 'documents/sale/publish')).json.published).toEqual([]);
    const [live] = await house.pages.published(['sale']);
    expect(live?.document.nodes).toEqual([old('New')]);
  });
});

describe('a request that is too much', () => {
  test('[DOC-12] it is refused with a sentence, whatever it asks for', async () => {
    const text = 'x'.repeat(2_000_000);
    for (const path of ['migrate', 'documents', 'presets', 'link-states', 'theme']) {
      const refused = await house.ask('POST', path, { text });
      expect([path, refused.status, refused.json.message]).toEqual([
        path,
        413,
        expect.stringContaining('too much'),
      ]);
    }
  });

  test('[DOC-12] a page has not more than fifty addresses', async () => {
    const paths = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`online/x${index}`, '/x']));
    const refused = await house.ask('POST', 'documents', { kind: 'page', name: 'x', paths });
    expect([refused.status, refused.json.message]).toEqual([400, expect.stringContaining('at most 50')]);
  });
});

describe('a page that cannot be published', () => {
  test('[DOC-9] says why before and when it is tried, for whatever reason', async () => {
    const id = await house.page('Long', { paths: { 'online/en': '/long' }, nodes: [hero('h', 'Hi')] });
    await house.change(id, (page) => page.setProp('h', 'title', 'x'.repeat(100_001)));
    const plan = await house.ask('GET', `documents/${id}/publish-plan`);
    expect(
      plan.json.problems.filter(({ severity }: { severity: string }) => severity === 'error'),
    ).not.toEqual([]);
    const refused = await house.ask('POST', `documents/${id}/publish`);
    expect([refused.status, refused.json.message]).toEqual([
      409,
      expect.stringContaining('at most 100000 characters'),
    ]);
  });

  test('[ADDR-3] redirects that lead to a place on the page go along when it moves', async () => {
    const id = await house.page('Sale', { paths: { 'online/en': '/sale' } });
    await house.ask('POST', `documents/${id}/publish`);
    const target = { kind: 'redirect', to: '/sale#shoes', status: 301 } as const;
    await house.pages.publish({
      by: 'import',
      urls: [{ channel: 'online', locale: 'en', path: '/shoe-sale', target }],
    });
    const path = { channel: 'online', locale: 'en', path: '/offers' };
    await house.change(id, (page) => page.setMeta({ path }));
    expect((await house.ask('POST', `documents/${id}/publish`)).status).toBe(200);
    expect((await house.pages.resolveUrl('online', 'en', '/shoe-sale'))?.target).toMatchObject({
      to: '/offers#shoes',
    });
  });
});
