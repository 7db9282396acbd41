import { contentMigrations } from '@vitrine/content/server';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiHouse, type Asked, openApiHouse } from './testing/api-house.ts';

const day = 24 * 3_600_000;
let database: TestDatabase;
let house: ApiHouse;
let now: number;
let id: string;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  now = Date.now();
  house = await openApiHouse(database, () => now);
  id = await house.page('Spring', { paths: { 'online/en': '/spring' } });
});
afterEach(() => house.close());
afterAll(() => database.close());

const askFor = (changes: Record<string, unknown> = {}, how: Asked = { as: 'bob' }, document = id) =>
  house.ask('POST', `documents/${document}/review`, { note: 'Is this so?', ...changes }, how);
const look = async (as = 'ada') => (await house.ask('GET', `documents/${id}/review`, undefined, { as })).json;
const answer = async (changes: Record<string, unknown> = {}, as = 'ada') => {
  const { review, version } = await look();
  return house.ask(
    'POST',
    `documents/${id}/review/decide`,
    { id: review?.id, askedAt: review?.askedAt, seen: version, decision: 'approve', note: '', ...changes },
    { as },
  );
};
const back = (note = 'The picture is old.') => ({ decision: 'return', note });
const lists = async (as: string) => (await house.ask('GET', 'reviews', undefined, { as })).json;
const rename = (name: string) => house.change(id, (page) => page.setMeta({ name }));
const publish = () => house.ask('POST', `documents/${id}/publish`, {});
const hero = (node: string, title: string) => ({ id: node, type: 'hero', v: 2, props: { title } });

test('[REVIEW-8] who may write asks, with a note and of whom, and everybody sees it', async () => {
  const { status, json } = await askFor({ whom: 'user:ada', note: ' Is this so?\r\nReally? ' });
  expect([status, json]).toMatchObject([
    201,
    {
      review: {
        document: id,
        state: 'asked',
        askedBy: { id: 'user:bob', name: 'Bob' },
        note: 'Is this so?\nReally?',
        whom: { id: 'user:ada', name: 'Ada' },
      },
      changes: 0,
    },
  ]);
  expect(json).not.toHaveProperty('live');
  expect(await look('eve')).toEqual(json);
  const { json: all } = await house.ask('GET', 'documents');
  const marked = all.filter(({ isInReview }: { isInReview?: boolean }) => isInReview);
  expect(marked.map((each: { id: string }) => each.id)).toEqual([id]);
  const { json: kept } = await house.ask('GET', `documents/${id}/versions/${json.review.kept}`);
  expect(kept.document).toMatchObject({ name: 'Spring' });
});

test('[REVIEW-9] asking takes writing, answering takes publishing, withdrawing takes having asked or publishing; only from the editor itself', async () => {
  const matrix = async (path: string, body: () => Promise<unknown>) => {
    const statuses: number[] = [];
    for (const as of ['zoe', 'eve', 'ida', 'bob', 'ada'])
      statuses.push((await house.ask('POST', `documents/${id}/${path}`, await body(), { as })).status);
    return statuses;
  };
  expect(await matrix('review', async () => ({ note: '' }))).toEqual([403, 403, 403, 201, 201]);
  await askFor();
  const decision = async () => {
    const { review, version } = await look();
    return { id: review.id, askedAt: review.askedAt, seen: version, ...back() };
  };
  expect(await matrix('review/decide', decision)).toEqual([403, 403, 403, 403, 200]);
  await askFor({}, { as: 'ada' });
  const one = async () => {
    const { id: review, askedAt } = (await look()).review;
    return { id: review, askedAt };
  };
  expect(await matrix('review/withdraw', one)).toEqual([403, 403, 403, 403, 200]);
  await askFor();
  await house.ask('POST', `documents/${id}/review/withdraw`, await one(), { as: 'bob' });
  expect((await look()).review).toBeUndefined();
  expect((await askFor({}, { as: 'bob', site: 'cross-site' })).status).toBe(403);
  expect((await house.ask('GET', 'reviews/people', undefined, { as: 'bob' })).json).toEqual([
    { id: 'user:ada', name: 'Ada' },
    { id: 'user:cleo', name: 'Cleo' },
  ]);
});

test('[REVIEW-10] what is no note, nobody who may publish, or nothing new is refused with a sentence', async () => {
  for (const changes of [
    { note: 'x'.repeat(2001) },
    { note: 'a\u0000b' },
    { note: 'a\u202eb' },
    { note: 7 },
    { note: undefined },
    { whom: 'user:bob' },
    { whom: 'user:nobody' },
    { state: 'approved' },
  ]) {
    const { status, json } = await askFor(changes);
    expect([changes, status, typeof json.message]).toEqual([changes, 400, 'string']);
  }
  expect((await askFor({}, undefined, 'nothing')).status).toBe(404);
  await askFor({ note: 'x'.repeat(2000) });
  for (const note of ['', ' \n ', '\u200b']) {
    const refused = await answer(back(note));
    expect([refused.status, refused.json.message]).toEqual([400, expect.stringContaining('mended')]);
  }
  expect((await answer({ decision: 'perhaps' })).status).toBe(400);
  expect((await answer({ askedAt: 'yesterday' })).status).toBe(400);
  for (const action of ['withdraw', 'dismiss'])
    expect(
      (
        await house.ask('POST', `documents/${id}/review/${action}`, {
          id: 'a\u0000b',
          ...(action === 'withdraw' && { askedAt: new Date(now).toISOString() }),
        })
      ).status,
    ).toBe(400);
  await publish();
  const same = await askFor();
  expect([same.status, same.json.message]).toEqual([409, expect.stringContaining('published just so')]);
  for (const name of ['One', 'Two', 'Three']) await askFor({}, undefined, await house.page(name));
  const full = await askFor({}, undefined, await house.page('Four'));
  expect([full.status, full.json.message]).toEqual([409, expect.stringContaining('As many reviews')]);
});

test('[REVIEW-11] what changed since is counted by modules; asking again brings it up to date', async () => {
  const { json: first } = await askFor();
  await house.change(id, (page) => {
    page.insert([{ ...hero('a', 'Tea'), slots: {} }, hero('b', 'Salt')], { index: 0 });
    page.setMeta({ name: 'Spring!' });
  });
  expect(await look()).toMatchObject({
    changes: 3,
    review: { id: first.review.id, kept: first.review.kept },
  });
  now += 60_000;
  const { json: again } = await askFor({ note: 'Now.' });
  expect(again).toMatchObject({ changes: 0, review: { id: first.review.id, note: 'Now.' } });
  expect(again.review.askedAt > first.review.askedAt).toBe(true);
  expect((await lists('ada')).waiting).toHaveLength(1);
});

test('[REVIEW-12] who answers has seen the page as it is, and what is asked now; else it is shown anew', async () => {
  await askFor();
  const { version, review } = await look();
  await rename('Spring!');
  for (const wish of [{}, back()]) {
    const late = await answer({ seen: version, ...wish });
    expect([late.status, late.json]).toMatchObject([
      409,
      {
        message: expect.stringContaining('changed after you looked'),
        now: { changes: 1, review: { state: 'asked' } },
      },
    ]);
  }
  now += 1000;
  await askFor({ note: 'Look again.' });
  expect((await answer({ askedAt: review.askedAt })).status).toBe(409);
  const { json } = await answer();
  expect(json.review).toMatchObject({ state: 'approved', decided: { by: { name: 'Ada' }, note: '' } });
  expect((await answer({ id: review.id, askedAt: review.askedAt })).status).toBe(409);
});

test('[REVIEW-13] what was sent back is told with its note until its author puts it away or asks again', async () => {
  await askFor();
  const { json } = await answer(back());
  expect(json.review).toMatchObject({ state: 'returned', decided: { note: 'The picture is old.' } });
  const { own } = await lists('bob');
  expect(own).toMatchObject([{ id: json.review.id, state: 'returned' }]);
  await rename('Mended');
  expect(await look('bob')).toMatchObject({ changes: 1, review: { state: 'returned' } });
  const dismiss = (as: string) =>
    house.ask('POST', `documents/${id}/review/dismiss`, { id: json.review.id }, { as });
  expect((await dismiss('ada')).status).toBe(409);
  expect((await dismiss('bob')).json.review).toBeUndefined();
  expect((await dismiss('bob')).status).toBe(409);
  expect(await lists('bob')).toEqual({ waiting: [], approved: [], own: [] });
  await askFor();
  await answer(back());
  await askFor();
  expect((await look()).review).toMatchObject({ state: 'asked' });
});

test('[REVIEW-13] what was approved is told until it changes or goes live, also what who approved it mended', async () => {
  await askFor();
  await rename('Mended by Ada');
  expect((await answer()).json).toMatchObject({ changes: 0, review: { state: 'approved' } });
  await rename('Something else');
  expect((await look('bob')).review).toBeUndefined();
  await rename('Mended by Ada');
  expect((await look('bob')).review).toMatchObject({ state: 'approved' });
  await publish();
  expect((await look('bob')).review).toBeUndefined();
  expect(house.reviewLetters.map(({ reason }) => reason)).toEqual(['approved']);
});

test('[REVIEW-14] publishing, by hand and by a release, answers what was asked', async () => {
  await askFor();
  await publish();
  expect((await look()).review).toBeUndefined();
  expect((await lists('ada')).waiting).toEqual([]);
  expect(house.reviewLetters).toMatchObject([{ person: 'user:bob', reason: 'published', by: 'user:ada' }]);
  await rename('Summer');
  await askFor();
  const live = (await look()).live;
  expect((await house.ask('GET', `documents/${id}/versions/${live}`)).json.document.name).toBe('Spring');
  await house.ask('POST', 'releases', {
    document: id,
    action: 'publish',
    into: { name: 'Sale', at: new Date(now + day).toISOString() },
  });
  now += 1000;
  await rename('Autumn');
  await askFor({ note: 'Something newer.' });
  now += 2 * day;
  await house.releaseRunner.publishDue();
  expect((await look()).review).toMatchObject({ state: 'asked', note: 'Something newer.' });
  await rename('Winter');
  await house.ask('POST', 'releases', {
    document: id,
    action: 'publish',
    into: { name: 'Sale', at: new Date(now + day).toISOString() },
  });
  house.toldOfReviews.length = 0;
  now += 2 * day;
  await house.releaseRunner.publishDue();
  expect((await look()).review).toBeUndefined();
  expect(house.toldOfReviews).toContain(id);
  expect(house.reviewLetters.map(({ reason }) => reason)).toEqual(['published', 'published']);
});

test('[REVIEW-14] a page whose changes are all in its fragment is in review no longer when both go live', async () => {
  const piece = await house.page('Piece', { kind: 'fragment', nodes: [hero('p', 'Tea')] });
  await house.change(id, (page) =>
    page.insert([{ id: 'f', type: 'fragment', v: 1, props: { fragment: piece } }], { index: 0 }),
  );
  await publish();
  await house.change(piece, (page) => page.setMeta({ name: 'Piece of tea' }));
  await askFor();
  expect((await publish()).json.published).toEqual([piece]);
  expect((await look()).review).toBeUndefined();
});

test('[REVIEW-15] whom it is asked of and who asked get a letter, once for each; nobody for their own words', async () => {
  await askFor();
  await askFor({ whom: 'user:ada' });
  await askFor({ whom: 'user:ada' });
  const { review } = await look();
  const letter = { review: review.id, person: 'user:ada', reason: 'asked', by: 'user:bob' };
  expect(house.reviewLetters).toEqual([letter]);
  await askFor({ whom: 'user:cleo' });
  now += 11 * 60_000;
  await askFor({ whom: 'user:cleo' });
  expect(house.reviewLetters.map(({ person }) => person)).toEqual(['user:ada', 'user:cleo', 'user:cleo']);
  await answer(back(), 'cleo');
  expect(house.reviewLetters.at(-1)).toEqual({
    ...letter,
    person: 'user:bob',
    reason: 'returned',
    by: 'user:cleo',
  });
  await askFor({ whom: 'user:ada' }, { as: 'ada' });
  await answer();
  expect(house.reviewLetters).toHaveLength(4);
});

test('[REVIEW-15] a letter that cannot be sent changes nothing', async () => {
  house.failLettersTo('user:ada');
  expect((await askFor({ whom: 'user:ada' })).status).toBe(201);
  expect([house.reviewLetters, house.faults.length]).toEqual([[], 1]);
});

test('[REVIEW-16] everybody who has it open is told of each change, and of nothing that was refused', async () => {
  await askFor();
  await askFor({ note: 7 });
  await answer(back());
  await house.ask('POST', `documents/${id}/review/dismiss`, { id: (await look()).review.id }, { as: 'bob' });
  expect(house.toldOfReviews).toEqual([id, id, id]);
  await publish();
  expect(house.toldOfReviews).toContain(id);
});

test('[REVIEW-17] start pages list what waits, the longest first, and what is one’s own and not settled', async () => {
  const other = await house.page('Tea');
  await askFor({ whom: 'user:cleo' });
  now += 1000;
  await askFor({}, { as: 'bob' }, other);
  const documents = (reviews: readonly { document: string }[]) => reviews.map(({ document }) => document);
  expect(documents((await lists('ada')).waiting)).toEqual([id, other]);
  expect(documents((await lists('bob')).own)).toEqual([other, id]);
  expect([await lists('eve'), (await lists('bob')).waiting]).toEqual([
    { waiting: [], approved: [], own: [] },
    [],
  ]);
  await house.ask('POST', `documents/${other}/trash`, {});
  expect(documents((await lists('ada')).waiting)).toEqual([id]);
  expect((await askFor({}, undefined, other)).status).toBe(409);
});

test('[REVIEW-17] what is approved and not live stays on start pages of who asked and of who may publish', async () => {
  await askFor();
  await answer();
  const states = async (as: string) => {
    const { waiting, approved, own } = await lists(as);
    return [waiting, approved, own].map((list) => list.map(({ state }: { state: string }) => state));
  };
  expect(await states('bob')).toEqual([[], [], ['approved']]);
  for (const as of ['ada', 'cleo']) expect(await states(as)).toEqual([[], ['approved'], []]);
  await rename('Something else');
  for (const as of ['bob', 'ada']) expect(await states(as)).toEqual([[], [], []]);
  await rename('Spring');
  expect(await states('bob')).toEqual([[], [], ['approved']]);
  await publish();
  for (const as of ['bob', 'ada']) expect(await states(as)).toEqual([[], [], []]);
});

test('[REVIEW-22] who asks again or is asked again sees what was said before, until the page is approved', async () => {
  await askFor({ note: 'Is the heading right?' });
  await answer(back('Too grey.'));
  expect(await look('bob')).not.toHaveProperty('earlier');
  now += 1000;
  await askFor({ note: 'Brighter now.' });
  const said = {
    note: 'Is the heading right?',
    askedBy: { name: 'Bob' },
    decided: { note: 'Too grey.', by: { name: 'Ada' } },
  };
  for (const as of ['ada', 'bob']) expect((await look(as)).earlier).toMatchObject([said]);
  await answer();
  await rename('Summer');
  now += 1000;
  await askFor();
  expect(await look()).not.toHaveProperty('earlier');
});

test('[REVIEW-9] whoever withdraws has read what was asked last', async () => {
  await askFor();
  const { id: review, askedAt } = (await look()).review;
  now += 1000;
  await askFor({ note: 'Something else.' }, { as: 'cleo' });
  const withdraw = (when: string) =>
    house.ask('POST', `documents/${id}/review/withdraw`, { id: review, askedAt: when }, { as: 'ada' });
  expect((await withdraw(askedAt)).status).toBe(409);
  expect((await look()).review).toMatchObject({ note: 'Something else.' });
  expect((await withdraw((await look()).review.askedAt)).status).toBe(200);
});

test('[REVIEW-14] publishing leaves what is asked at that moment for something newer', async () => {
  await askFor();
  const { json: plan } = await house.ask('GET', `documents/${id}/publish-plan`);
  const { publish: write } = house.pages;
  // Between the reading of the page and its publishing.
  house.pages.publish = async (change) => {
    await rename('Something newer');
    now += 1000;
    await askFor({ note: 'Look at this too.' });
    return await write(change);
  };
  const { status } = await house.ask('POST', `documents/${id}/publish`, {
    seen: { documents: plan.documents, addresses: plan.addresses },
  });
  house.pages.publish = write;
  expect(status).toBe(200);
  expect((await look()).review).toMatchObject({ state: 'asked', note: 'Look at this too.' });
  expect(house.reviewLetters).toEqual([]);
});

test('[REVIEW-17] of somebody who is not known any more it is said that they left', async () => {
  await askFor();
  await database.execute(`update content_reviews set asked_by = 'user:gone'`);
  expect((await look()).review.askedBy).toEqual({ id: 'user:gone', name: 'somebody who left' });
});
